import type { FC } from 'hono/jsx'
import type { Visit } from '../page.ts'

/** The code of an answer, large enough to be copied by hand. */
export const CodeSlip: FC<{ visit: Visit; code: string }> = ({ visit, code }) => {
  const { form } = visit.words.collection
  return (
    <div class="code-slip">
      <p>
        <b>{form.codeTitle}</b>
      </p>
      <p class="code-signs">{code}</p>
      <p>{form.codeText}</p>
    </div>
  )
}
