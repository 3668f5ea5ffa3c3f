import type { FC } from 'hono/jsx'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'

const publicPages = ['answerList', 'about', 'results', 'accessibility', 'privacy'] as const

export const Footer: FC<{ visit: Visit; version: string }> = ({ visit, version }) => {
  const { words, language, asked } = visit
  const { footer } = words.shell
  return (
    <footer class="bottom" aria-label={footer.label}>
      <ul class="bottom-links">
        {publicPages.map((key) => (
          <li>
            <a href={pathTo(language, key, asked)}>{words.pageNames[key]}</a>
          </li>
        ))}
        <li>
          <a href={pathTo(language, 'method', asked)}>{footer.method}</a>
        </li>
      </ul>
      <p>{footer.accessibility}</p>
      <p>{footer.licence}</p>
      <p>{footer.version(version)}</p>
    </footer>
  )
}
