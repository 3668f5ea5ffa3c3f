import type { FC } from 'hono/jsx'
import type { IdentifyingPart } from '#domain/matrix'
import type { Visit } from '../page.ts'

/** A text with what could identify somebody marked, each with what it may be. */
export const MarkedText: FC<{ visit: Visit; text: string; parts: readonly IdentifyingPart[] }> = ({ visit, text, parts }) => {
  const { kinds } = visit.words.factsheets
  const starts = [0, ...parts.map(({ to }) => to)]
  return (
    <>
      {starts.map((start, i) => {
        const part = parts[i]
        return (
          <>
            {text.slice(start, part?.from)}
            {part && (
              <mark title={kinds[part.kind]}>
                {part.text}
                <span class="vh"> ({kinds[part.kind]})</span>
              </mark>
            )}
          </>
        )
      })}
    </>
  )
}

/** The kinds of what was marked, each once. */
export function kindsText({ words, format }: Visit, parts: readonly IdentifyingPart[]): string {
  return format.list([...new Set(parts.map(({ kind }) => words.factsheets.kinds[kind]))])
}
