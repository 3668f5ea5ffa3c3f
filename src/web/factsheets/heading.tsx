import type { Child, FC } from 'hono/jsx'

/** A heading of a factsheet: a step lower where many stand on one page. */
export const Heading: FC<{ level: 1 | 2 | 3; id?: string; children?: Child }> = ({ level, id, children }) => {
  if (level === 1) return <h1 id={id}>{children}</h1>
  return level === 2 ? <h2 id={id}>{children}</h2> : <h3 id={id}>{children}</h3>
}

/** What the parts of a factsheet share: whether it stands alone (its title is the page's), and what its ids begin with. */
export interface Place {
  readonly alone: boolean
  readonly prefix: string
}

export const SectionHeading: FC<{ place: Place; children?: Child }> = ({ place, children }) => (
  <Heading level={place.alone ? 2 : 3}>{children}</Heading>
)
