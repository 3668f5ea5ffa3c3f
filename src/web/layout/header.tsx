import type { FC } from 'hono/jsx'
import type { TerritoryChoice, ZoneName } from '#app/views.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { AccountMenu } from './accountMenu.tsx'
import type { ShellContent } from './render.tsx'
import { pathInLanguage } from './otherLanguage.ts'

/** Choices that only make sense in the territory left behind do not follow to the next. */
const leftBehind = new Set(['territory', 'against'])

const TerritoryOptions: FC<{ visit: Visit; choices: readonly TerritoryChoice[]; inView: ZoneName | null }> = (props) => {
  const { visit, choices, inView } = props
  const { territory } = visit.asked
  const listed = choices.some(({ root, zones }) => root.code === territory || zones.some(({ code }) => code === territory))
  const option = (zone: ZoneName) => (
    <option value={zone.code} selected={zone.code === visit.asked.territory}>
      {zone.name[visit.language]}
    </option>
  )
  return (
    <>
      {!listed && (
        <option value={territory} selected>
          {inView?.name[visit.language] ?? territory}
        </option>
      )}
      {choices.map((choice) => (
        <optgroup label={choice.root.name[visit.language]}>
          {option(choice.root)}
          {choice.zones.filter((zone) => zone.code !== choice.root.code).map((zone) => option(zone))}
        </optgroup>
      ))}
    </>
  )
}

/** The territory in view: a plain form that stays on the page. */
const TerritoryForm: FC<{ visit: Visit; choices: readonly TerritoryChoice[]; content: ShellContent }> = (props) => {
  const { visit, choices, content } = props
  const { words, language } = visit
  const action = pathInLanguage({ ...visit, query: new URLSearchParams() }, content.key, language)
  return (
    <form class="territory-form" method="get" action={action}>
      <label for="territory-in-view">{words.shell.territoryLabel}</label>
      <select id="territory-in-view" name="territory">
        <TerritoryOptions visit={visit} choices={choices} inView={content.zone} />
      </select>
      {[...visit.query]
        .filter(([name]) => !leftBehind.has(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <button type="submit" class="quiet">
        {words.shell.territoryButton}
      </button>
    </form>
  )
}

export const Header: FC<{ visit: Visit; choices: readonly TerritoryChoice[]; content: ShellContent; name: string }> = (props) => {
  const { visit, choices, content, name } = props
  const { words, language, asked } = visit
  const other: Language = language === 'fr' ? 'en' : 'fr'
  return (
    <header class="top">
      <a class="brand" href={pathTo(language, 'home', asked)}>
        {name}
      </a>
      {choices.length > 0 && <TerritoryForm visit={visit} choices={choices} content={content} />}
      <a
        class="language"
        href={pathInLanguage(visit, content.key, other)}
        lang={other}
        hreflang={other}
        title={words.shell.otherLanguageLabel}
      >
        {words.shell.otherLanguage}
      </a>
      <AccountMenu visit={visit} content={content} />
    </header>
  )
}
