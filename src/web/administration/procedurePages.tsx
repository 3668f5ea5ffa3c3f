import type { FC } from 'hono/jsx'
import type { CatalogueDesk } from '#app/administration/catalogueDesk.ts'
import { channelCodes } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Page, Visit } from '../page.ts'
import { filled, paths, pathTo, queryOf } from '../paths.ts'
import type { Routing } from '../routing.ts'
import {
  Area,
  FormHead,
  formWith,
  Pick,
  saved,
  takeForm,
  Text,
  Ticks,
  Version,
  versionIn,
  type FormPage,
  type FormState,
} from './form.tsx'

type Procedures = Awaited<ReturnType<CatalogueDesk['procedures']>>

const listPage: Page<Procedures> = {
  key: 'adminProcedures',
  needs: 'catalogue.manage',
  live: true,
  above: ['administration'],
  load: ({ desks, viewer }) => desks.administration.procedures(viewer),
  title: (visit) => visit.words.administration.procedures.title,
  synthetic: () => false,
  view: (visit, list) => {
    const { words, language, asked } = visit
    const { procedures, services, countries, country } = words.administration
    return (
      <>
        <h1>{procedures.title}</h1>
        <p class="context">{procedures.context}</p>
        <table class="admin-table">
          <thead>
            <tr>
              <th scope="col">{procedures.procedure}</th>
              <th scope="col">{services.service}</th>
              <th scope="col">{country}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((each) => (
              <tr>
                <th scope="row">
                  <a href={pathTo(language, 'adminProcedure', asked, { parts: { code: each.code } })}>{each.title[language]}</a>
                </th>
                <td data-label={services.service}>{words.services[each.service].name}</td>
                <td data-label={country}>{countries[each.country]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )
  },
}

type Held = Awaited<ReturnType<CatalogueDesk['procedure']>>
interface EditData extends Held {
  readonly form: FormState
}

const fields = ['title', 'summary', 'documents', 'cost', 'delay'] as const
type Field = (typeof fields)[number]
/** Rows of each field's box; one is a single line. */
const rows: Readonly<Record<Field, number>> = { title: 1, summary: 3, documents: 5, cost: 2, delay: 2 }

function textOf(procedure: Held['procedure'], field: Field): Bilingual {
  if (field !== 'documents') return procedure[field]
  const { documents } = procedure
  return { fr: documents.map(({ fr }) => fr).join('\n'), en: documents.map(({ en }) => en).join('\n') }
}

async function loadEdit({ desks, viewer, parts }: Visit): Promise<EditData> {
  const held = await desks.administration.procedure(viewer, parts['code'] ?? '')
  const { channels, contact, url, version } = held.procedure
  const texts = fields.flatMap((field) => {
    const { fr, en } = textOf(held.procedure, field)
    return [[`${field}Fr`, fr] as const, [`${field}En`, en] as const]
  })
  const values = { ...Object.fromEntries(texts), channels, contact, url: url ?? '', version: String(version) }
  return { ...held, form: formWith(values) }
}

const Texts: FC<{ visit: Visit; form: FormState; field: Field }> = ({ visit, form, field }) => {
  const { procedures } = visit.words.administration
  const name = procedures.fields[field]
  const Box = rows[field] === 1 ? Text : Area
  const more = { ...(rows[field] > 1 && { rows: rows[field] }), ...(field === 'documents' && { hint: procedures.documentsHint }) }
  return (
    <div class="admin-pair">
      <Box form={form} name={`${field}Fr`} label={procedures.inFrench(name)} lang="fr" {...more} />
      <Box form={form} name={`${field}En`} label={procedures.inEnglish(name)} lang="en" {...more} />
    </div>
  )
}

const editPage: Page<EditData> = {
  key: 'adminProcedure',
  needs: 'catalogue.manage',
  live: true,
  above: ['administration', 'adminProcedures'],
  load: loadEdit,
  title: ({ language }, { procedure }) => procedure.title[language],
  synthetic: () => false,
  view: (visit, { procedure, organisations, form }) => {
    const { words, language, asked } = visit
    const { administration } = words
    const here = pathTo(language, 'adminProcedure', asked, { parts: { code: procedure.code } })
    return (
      <>
        <h1>{procedure.title[language]}</h1>
        <p class="context">
          {words.services[procedure.service].name}, {administration.countries[procedure.country]}.{' '}
          {administration.procedures.editContext(procedure.code)}
        </p>
        <FormHead visit={visit} form={form} present={here} />
        <form method="post" action={here}>
          <Version form={form} />
          {fields.map((field) => (
            <Texts visit={visit} form={form} field={field} />
          ))}
          <Ticks
            form={form}
            name="channels"
            legend={administration.services.channels}
            options={channelCodes.map((code) => [code, words.channels[code]] as const)}
          />
          <Pick
            form={form}
            name="contact"
            label={administration.procedures.contact}
            options={organisations
              .filter(
                ({ code, country }) =>
                  country === procedure.country && (code === procedure.contact || !/^(commune|epci|district)-/.test(code)),
              )
              .map(({ code, name }) => [code, name[language]] as const)}
          />
          <Text
            form={form}
            name="url"
            label={administration.procedures.url}
            hint={administration.organisations.urlHint}
            inputmode="url"
          />
          <button type="submit">{administration.save}</button>
        </form>
      </>
    )
  },
}

const form: FormPage<EditData> = {
  page: editPage,
  load: loadEdit,
  save: (visit, typed) => {
    const text = (name: string): string => typed.get(name) ?? ''
    const both = (field: Field): Bilingual => ({ fr: text(`${field}Fr`), en: text(`${field}En`) })
    return visit.desks.administration.saveProcedure(visit.viewer, visit.parts['code'] ?? '', {
      title: both('title'),
      summary: both('summary'),
      documents: both('documents'),
      cost: both('cost'),
      delay: both('delay'),
      channels: typed.getAll('channels'),
      contact: text('contact'),
      url: text('url'),
      version: versionIn(typed) ?? 0,
    })
  },
  next: (visit) =>
    saved(filled(paths.adminProcedure[visit.language], { code: visit.parts['code'] ?? '' }) + queryOf(visit.asked)),
}

export function addProcedureRoutes(routing: Routing): void {
  routing.page(listPage)
  routing.page(editPage)
  routing.on('POST', paths.adminProcedure, 'catalogue.manage', (c, visit) => takeForm(routing, c, visit, form))
}
