import type { FC } from 'hono/jsx'

/** The head of a table: columns of words, then columns of numbers, then a last one of words where there is one. */
export const HeadRow: FC<{ texts: readonly string[]; numbers: readonly string[]; last?: string }> = ({
  texts,
  numbers,
  last,
}) => (
  <thead>
    <tr>
      {texts.map((text) => (
        <th scope="col">{text}</th>
      ))}
      {numbers.map((text) => (
        <th scope="col" class="number">
          {text}
        </th>
      ))}
      {last !== undefined && <th scope="col">{last}</th>}
    </tr>
  </thead>
)
