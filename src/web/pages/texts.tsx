import type { FC } from 'hono/jsx'
import type { Page } from '../page.ts'

interface Text {
  readonly lead: string
  readonly parts: readonly { readonly title: string; readonly text: readonly string[] }[]
}

const Parts: FC<{ text: Text }> = ({ text }) => (
  <>
    <p class="lead">{text.lead}</p>
    {text.parts.map((part) => (
      <section>
        <h2>{part.title}</h2>
        {part.text.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
    ))}
  </>
)

const nothing = (): Promise<null> => Promise.resolve(null)

export const aboutPage: Page<null> = {
  key: 'about',
  load: nothing,
  title: ({ words }) => words.publicArea.about.title,
  synthetic: () => false,
  view: ({ words }) => (
    <>
      <h1>{words.publicArea.about.title}</h1>
      <Parts text={words.publicArea.about} />
    </>
  ),
}

const complaints = {
  defender: 'https://www.defenseurdesdroits.fr/',
  eass: 'https://www.equalityadvisoryservice.com/',
} as const

export const accessibilityPage: Page<null> = {
  key: 'accessibility',
  load: nothing,
  title: ({ words }) => words.publicArea.accessibility.title,
  synthetic: () => false,
  view: ({ words }) => {
    const { accessibility } = words.publicArea
    return (
      <>
        <h1>{accessibility.title}</h1>
        <Parts text={accessibility} />
        <ul class="plain-list">
          {(['defender', 'eass'] as const).map((key) => (
            <li>
              <a href={complaints[key]} rel="external noopener">
                {accessibility.links[key]}
              </a>
            </li>
          ))}
        </ul>
        <p class="source">{accessibility.made}</p>
      </>
    )
  },
}

export const privacyPage: Page<null> = {
  key: 'privacy',
  load: nothing,
  title: ({ words }) => words.publicArea.privacy.title,
  synthetic: () => false,
  view: ({ words }) => (
    <>
      <h1>{words.publicArea.privacy.title}</h1>
      <Parts text={words.publicArea.privacy} />
    </>
  ),
}
