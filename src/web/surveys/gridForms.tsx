import type { Child, FC } from 'hono/jsx'
import { gridTextKinds } from '#app/surveys/gridChanges.ts'
import { itemsWith, type GridView, type TypedGrid } from '#app/surveys/gridsDesk.ts'
import { subCriterionCodes, type ItemCode } from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import { languages } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { Area, FormHead, formWith, saved, takeForm, Text, Version, versionIn, type FormState } from '../administration/form.tsx'
import type { Page, Visit } from '../page.ts'
import { pathTo, paths, type PageKey } from '../paths.ts'
import type { Routing } from '../routing.ts'

interface GridData {
  readonly grid: GridView
  readonly form: FormState
}

async function gridIn({ desks, viewer, parts }: Visit): Promise<GridView> {
  return (await desks.surveys.grid(viewer, parts['code'] ?? '')).grid
}

/** A page with one part of a version: to read, or to write while it is a draft. */
interface Part {
  readonly key: 'gridTexts' | 'gridMask' | 'gridCrosswalk'
  readonly title: (visit: Visit, grid: GridView) => string
  readonly note: (visit: Visit) => string
  /** What the form holds. */
  readonly values: (visit: Visit, grid: GridView) => Readonly<Record<string, string | readonly string[]>>
  readonly fields: (visit: Visit, data: GridData) => Child
  readonly typed: (visit: Visit, typed: URLSearchParams) => TypedGrid
}

function pageOf(part: Part): Page<GridData> {
  return {
    key: part.key,
    needs: 'grids.manage',
    live: true,
    above: ['grids'],
    async load(visit) {
      const grid = await gridIn(visit)
      return { grid, form: formWith({ ...part.values(visit, grid), version: String(grid.version) }) }
    },
    title: (visit, { grid }) => part.title(visit, grid),
    synthetic: () => false,
    view: (visit, data) => {
      const { grid, form } = data
      const { administration, surveys } = visit.words
      const here = hereOf(visit, part.key)
      return (
        <>
          <h1>{part.title(visit, grid)}</h1>
          <p class="context">{part.note(visit)}</p>
          <p>
            <a href={pathTo(visit.language, 'grid', visit.asked, { parts: { code: grid.code } })}>
              {surveys.grids.back(grid.code)}
            </a>
          </p>
          <FormHead visit={visit} form={form} present={here} />
          <form method="post" action={here}>
            <Version form={form} />
            <fieldset class="survey-fields wide" disabled={grid.state !== 'draft'}>
              <legend class="vh">{grid.code}</legend>
              {part.fields(visit, data)}
            </fieldset>
            {grid.state === 'draft' ? (
              <p class="actions">
                <button type="submit">{administration.save}</button>
              </p>
            ) : (
              <p class="muted">{surveys.grids.published}</p>
            )}
          </form>
        </>
      )
    },
  }
}

function hereOf(visit: Visit, key: PageKey): string {
  return pathTo(visit.language, key, visit.asked, { parts: visit.parts })
}

function addPart(routing: Routing, part: Part): void {
  const page = pageOf(part)
  routing.page(page)
  routing.on('POST', paths[part.key], 'grids.manage', (c, visit) =>
    takeForm(routing, c, visit, {
      page,
      load: page.load,
      save: (asked, typed) =>
        asked.desks.surveys.saveGrid(asked.viewer, asked.parts['code'] ?? '', part.typed(asked, typed), versionIn(typed) ?? 0),
      next: (asked) => saved(hereOf(asked, part.key)),
    }),
  )
}

function criterionIn({ parts }: Visit): readonly ItemCode[] {
  return itemsWith(parts['criterion'] ?? '')
}

const texts: Part = {
  key: 'gridTexts',
  title: (visit, { content }) => {
    const [criterion = 'information'] = criterionIn(visit)
    return visit.words.surveys.grids.textsTitle(content.names[criterion][visit.language])
  },
  note: (visit) => visit.words.surveys.grids.textsContext,
  values: (visit, { content }) => {
    const { names, definitions, questions } = content
    const held = { name: names, definition: definitions ?? {}, question: questions ?? {} }
    const entries = criterionIn(visit).flatMap((item) =>
      gridTextKinds.flatMap((kind) =>
        languages.map((language) => [`${kind}.${item}.${language}`, held[kind][item]?.[language] ?? ''] as const),
      ),
    )
    return Object.fromEntries(entries)
  },
  fields: (visit, { grid, form }) => {
    const { grids } = visit.words.surveys
    return criterionIn(visit).map((item) => (
      <section aria-labelledby={`of-${item}`}>
        <h2 id={`of-${item}`}>{grid.content.names[item][visit.language]}</h2>
        <div class="admin-pair">
          {gridTextKinds.flatMap((kind) =>
            languages.map((language) => {
              const label = grids.field(grids.kinds[kind], grids.languages[language])
              const name = `${kind}.${item}.${language}`
              return kind === 'definition' ? (
                <Area form={form} name={name} label={label} lang={language} />
              ) : (
                <Text form={form} name={name} label={label} lang={language} />
              )
            }),
          )}
        </div>
      </section>
    ))
  },
  typed: (visit, typed) => {
    const text = (name: string): string => typed.get(name) ?? ''
    const both = (kind: string, item: string) => ({ fr: text(`${kind}.${item}.fr`), en: text(`${kind}.${item}.en`) })
    const entries = criterionIn(visit).map(
      (item) =>
        [item, { name: both('name', item), definition: both('definition', item), question: both('question', item) }] as const,
    )
    return { part: 'texts', texts: Object.fromEntries(entries) }
  },
}

const MaskTable: FC<{ visit: Visit; data: GridData }> = ({ visit, data }) => {
  const { words, language } = visit
  const { grids } = words.surveys
  const ticked = new Set(data.form.typed.getAll('mask'))
  return (
    <div class="admin-wide" tabindex={0} role="region" aria-label={grids.mask}>
      <table class="admin-mask">
        <thead>
          <tr>
            <th scope="col">{grids.item}</th>
            {serviceCodes.map((service) => (
              <th scope="col">
                <span>{words.services[service].short}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subCriterionCodes.map((item) => {
            const name = data.grid.content.names[item][language]
            return (
              <tr>
                <th scope="row">{name}</th>
                {serviceCodes.map((service) => (
                  <td>
                    <input
                      type="checkbox"
                      name="mask"
                      value={`${service} ${item}`}
                      checked={ticked.has(`${service} ${item}`)}
                      aria-label={grids.maskCell(words.services[service].short, name)}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const mask: Part = {
  key: 'gridMask',
  title: (visit) => visit.words.surveys.grids.maskTitle,
  note: (visit) => visit.words.surveys.grids.maskNote,
  values: (_visit, { content }) => ({
    mask: Object.entries(content.masked).flatMap(([service, items]) => (items ?? []).map((item) => `${service} ${item}`)),
  }),
  fields: (visit, data) => <MaskTable visit={visit} data={data} />,
  typed: (_visit, typed) => ({ part: 'mask', masked: typed.getAll('mask') }),
}

function crosswalkIn({ parts }: Visit, { content }: GridView) {
  const found = content.crosswalks?.find(({ code }) => code === parts['crosswalk'])
  if (!found) throw new DomainError('grid.unknown', { code: parts['crosswalk'] ?? '' })
  return found
}

const CrosswalkTable: FC<{ visit: Visit; data: GridData }> = ({ visit, data }) => {
  const { language } = visit
  const { grids } = visit.words.surveys
  const { dimensions } = crosswalkIn(visit, data.grid)
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{grids.item}</th>
          <th scope="col">{grids.dimension}</th>
        </tr>
      </thead>
      <tbody>
        {subCriterionCodes.map((item) => {
          const chosen = data.form.typed.get(`place.${item}`) ?? ''
          const name = data.grid.content.names[item][language]
          return (
            <tr>
              <th scope="row">{name}</th>
              <td data-label={grids.dimension}>
                <select name={`place.${item}`} aria-label={`${grids.dimension}, ${name}`}>
                  <option value="">{grids.noDimension}</option>
                  {dimensions.map((dimension) => (
                    <option value={dimension.code} selected={dimension.code === chosen}>
                      {dimension.name[language]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const crosswalk: Part = {
  key: 'gridCrosswalk',
  title: (visit, grid) => visit.words.surveys.grids.crosswalkTitle(crosswalkIn(visit, grid).name[visit.language]),
  note: (visit) => visit.words.surveys.grids.crosswalks,
  values: (visit, grid) => {
    const { source, dimensions } = crosswalkIn(visit, grid)
    const places = dimensions.flatMap(({ code, items }) => items.map((item) => [`place.${item}`, code] as const))
    return { ...Object.fromEntries(places), sourceFr: source.fr, sourceEn: source.en }
  },
  fields: (visit, data) => {
    const { grids } = visit.words.surveys
    return (
      <>
        <Area form={data.form} name="sourceFr" label={grids.field(grids.source, grids.languages.fr)} lang="fr" rows={4} />
        <Area form={data.form} name="sourceEn" label={grids.field(grids.source, grids.languages.en)} lang="en" rows={4} />
        <CrosswalkTable visit={visit} data={data} />
      </>
    )
  },
  typed: (visit, typed) => ({
    part: 'crosswalk',
    code: visit.parts['crosswalk'] ?? '',
    places: Object.fromEntries(subCriterionCodes.map((item) => [item, typed.get(`place.${item}`) ?? ''])),
    source: { fr: typed.get('sourceFr') ?? '', en: typed.get('sourceEn') ?? '' },
  }),
}

/** The forms in which a draft of the grid is written, a part at a time. */
export function addGridFormRoutes(routing: Routing): void {
  for (const part of [texts, mask, crosswalk]) addPart(routing, part)
}
