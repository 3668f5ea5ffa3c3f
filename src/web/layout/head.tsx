import type { FC } from 'hono/jsx'
import { languages } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import type { ShellContent, Site } from './render.tsx'
import { pathInLanguage } from './otherLanguage.ts'

/** htmx is kept from writing styles (the policy forbids them) and from leaving this site. */
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, mode: 'same-origin', history: false })

export const Head: FC<{ site: Site; visit: Visit; content: ShellContent; name: string }> = ({ site, visit, content, name }) => {
  const { assets } = site
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${content.title} – ${name}`}</title>
      <meta name="color-scheme" content="light dark" />
      <link rel="preload" href={assets.textFont} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="preload" href={assets.headlineFont} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {content.current &&
        languages.map((language) => (
          <link rel="alternate" hreflang={language} href={pathInLanguage(visit, content.key, language)} />
        ))}
      {content.scripts.includes('htmx') && <meta name="htmx-config" content={htmxConfig} />}
      {content.scripts.map((script) => (
        <script src={assets.scripts[script]} {...(script === 'htmx' ? { defer: true } : { type: 'module' })}></script>
      ))}
    </head>
  )
}
