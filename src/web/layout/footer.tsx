import type { FC } from 'hono/jsx'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'

export const Footer: FC<{ visit: Visit; version: string }> = ({ visit, version }) => {
  const { footer } = visit.words.shell
  return (
    <footer class="bottom" aria-label={footer.label}>
      <p>
        <a href={pathTo(visit.language, 'method', visit.asked)}>{footer.method}</a>
      </p>
      <p>{footer.accessibility}</p>
      <p>{footer.licence}</p>
      <p>{footer.version(version)}</p>
    </footer>
  )
}
