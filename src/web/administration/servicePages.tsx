import type { FC } from 'hono/jsx'
import { kindsInEveryZone, type CatalogueDesk, type ServiceEditView } from '#app/administration/catalogueDesk.ts'
import { channelCodes, serviceCodes, type CountryCode } from '#domain/territory'
import type { Page, Visit } from '../page.ts'
import { filled, paths, pathTo, queryOf } from '../paths.ts'
import type { Routing } from '../routing.ts'
import {
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

type Catalogue = Awaited<ReturnType<CatalogueDesk['catalogue']>>
interface ListData extends Catalogue {
  /** Names of organisations by code. */
  readonly names: ReadonlyMap<string, string>
}

const countries: readonly CountryCode[] = ['FR', 'GB']

const List: FC<{ visit: Visit; data: ListData }> = ({ visit, data }) => {
  const { words, language, asked, format } = visit
  const { services } = words.administration
  const answers = (service: string, country: CountryCode) => {
    const held = data.competences.find((each) => each.service === service && each.country === country)
    if (!held) return services.nobody
    const name = data.names.get(held.competent) ?? words.bodyKinds[held.competent] ?? held.competent
    return `${name} (${held.channels.map((code) => words.channels[code]).join(', ')})`
  }
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{services.service}</th>
          {countries.map((country) => (
            <th scope="col">{services.sides[country]}</th>
          ))}
          <th scope="col" class="number">
            {services.costs}
          </th>
        </tr>
      </thead>
      <tbody>
        {serviceCodes.map((service) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'adminService', asked, { parts: { code: service } })}>{words.services[service].name}</a>
            </th>
            {countries.map((country) => (
              <td data-label={services.sides[country]}>{answers(service, country)}</td>
            ))}
            <td data-label={services.costs} class="number">
              {format.integer(data.costs.filter((cost) => cost.service === service).length)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const listPage: Page<ListData> = {
  key: 'adminServices',
  needs: 'catalogue.manage',
  live: true,
  above: ['administration'],
  async load({ desks, viewer, language }) {
    const organisations = await desks.administration.organisations(viewer)
    const names = new Map(organisations.map(({ code, name }) => [code, name[language]]))
    return { ...(await desks.administration.catalogue(viewer)), names }
  },
  title: (visit) => visit.words.administration.services.title,
  synthetic: () => false,
  view: (visit, data) => (
    <>
      <h1>{visit.words.administration.services.title}</h1>
      <p class="context">{visit.words.administration.services.context}</p>
      <List visit={visit} data={data} />
    </>
  ),
}

interface EditData extends ServiceEditView {
  /** The form of the side that was sent; both sides stand on the page. */
  readonly form: FormState
}

/** What the forms show of one side, as it is kept. */
function valuesOf(view: ServiceEditView, country: CountryCode): FormState {
  const held = view.competences.find((each) => each.country === country)
  const costs = view.costs.filter((cost) => cost.country === country)
  const inputs = costs.flatMap(({ channel, amount, year, includes, source }) => [
    [`cost.${channel}.amount`, String(amount)] as const,
    [`cost.${channel}.year`, String(year)] as const,
    [`cost.${channel}.includes`, includes] as const,
    [`cost.${channel}.source`, source] as const,
  ])
  return formWith({
    country,
    version: String(held?.version ?? 0),
    competent: held?.competent ?? '',
    channels: held?.channels ?? [],
    ...Object.fromEntries(inputs),
  })
}

/** Bodies of the side, without the hundreds of which there is one in each zone, but for the one that is named. */
function bodiesOf(visit: Visit, view: ServiceEditView, country: CountryCode, named: string): [string, string][] {
  const kinds = kindsInEveryZone.filter((kind) => (kind === 'district') === (country === 'GB') || kind === named)
  const single = view.organisations.filter(
    ({ code, country: own }) =>
      own === country && (code === named || !kindsInEveryZone.some((kind) => code.startsWith(`${kind}-`))),
  )
  return [
    ...kinds.map((kind): [string, string] => [kind, visit.words.bodyKinds[kind] ?? kind]),
    ...single.map(({ code, name }): [string, string] => [code, name[visit.language]]),
  ]
}

const Costs: FC<{ visit: Visit; form: FormState; country: CountryCode }> = ({ visit, form, country }) => {
  const { words } = visit
  const { services } = words.administration
  const currency = country === 'GB' ? '£' : '€'
  return (
    <fieldset class="admin-costs">
      <legend>{services.costLegend}</legend>
      <p class="hint">{services.costHint}</p>
      {channelCodes.map((channel) => (
        <fieldset>
          <legend>{words.channels[channel]}</legend>
          <Text form={form} name={`cost.${channel}.amount`} label={services.amount(currency)} inputmode="decimal" />
          <Text form={form} name={`cost.${channel}.year`} label={services.year} inputmode="numeric" />
          <Text form={form} name={`cost.${channel}.includes`} label={services.includes} />
          <Text form={form} name={`cost.${channel}.source`} label={services.source} />
        </fieldset>
      ))}
    </fieldset>
  )
}

/** One side at a time, so that a field's name stands once on the page. */
const Side: FC<{ visit: Visit; data: EditData; country: CountryCode }> = ({ visit, data, country }) => {
  const { words, language, asked } = visit
  const { services } = words.administration
  const { form, service } = data
  const named = form.typed.get('competent') ?? ''
  return (
    <form method="post" action={pathTo(language, 'adminService', asked, { parts: { code: service }, more: { side: country } })}>
      <Version form={form} />
      <Pick
        form={form}
        name="competent"
        label={services.competent}
        hint={services.competentHint}
        options={bodiesOf(visit, data, country, named)}
      />
      <Ticks
        form={form}
        name="channels"
        legend={services.channels}
        options={channelCodes.map((code) => [code, words.channels[code]] as const)}
      />
      <Costs visit={visit} form={form} country={country} />
      <button type="submit">{services.saveSide(words.administration.countries[country])}</button>
    </form>
  )
}

function sideOf({ query }: Visit): CountryCode {
  return query.get('side') === 'GB' ? 'GB' : 'FR'
}

async function loadEdit(visit: Visit): Promise<EditData> {
  const view = await visit.desks.administration.serviceToEdit(visit.viewer, visit.parts['code'] ?? '')
  return { ...view, form: valuesOf(view, sideOf(visit)) }
}

const editPage: Page<EditData> = {
  key: 'adminService',
  needs: 'catalogue.manage',
  live: true,
  above: ['administration', 'adminServices'],
  load: loadEdit,
  title: ({ words }, { service }) => words.administration.services.editTitle(words.services[service].name),
  synthetic: () => false,
  view: (visit, data) => {
    const { words, language, asked } = visit
    const { services } = words.administration
    const side = sideOf(visit)
    const address = (country: CountryCode): string =>
      pathTo(language, 'adminService', asked, { parts: { code: data.service }, more: { side: country } })
    return (
      <>
        <h1>{services.editTitle(words.services[data.service].name)}</h1>
        <p class="context">{services.context}</p>
        <nav class="choices admin-choices" aria-label={words.administration.country}>
          {countries.map((country) => (
            <a href={address(country)} aria-current={country === side ? 'true' : undefined}>
              {services.sides[country]}
            </a>
          ))}
        </nav>
        <FormHead visit={visit} form={data.form} present={address(side)} />
        <Side visit={visit} data={data} country={side} />
      </>
    )
  },
}

const form: FormPage<EditData> = {
  page: editPage,
  load: loadEdit,
  save: (visit, typed) => {
    const text = (name: string): string => typed.get(name) ?? ''
    return visit.desks.administration.saveCompetence(visit.viewer, {
      service: visit.parts['code'] ?? '',
      country: sideOf(visit),
      competent: text('competent'),
      channels: typed.getAll('channels'),
      costs: channelCodes.map((channel) => ({
        channel,
        amount: text(`cost.${channel}.amount`),
        year: text(`cost.${channel}.year`),
        includes: text(`cost.${channel}.includes`),
        source: text(`cost.${channel}.source`),
      })),
      version: versionIn(typed) ?? 0,
    })
  },
  next: (visit) => {
    const path = filled(paths.adminService[visit.language], { code: visit.parts['code'] ?? '' })
    return saved(path + queryOf(visit.asked, { side: sideOf(visit) }))
  },
}

export function addServiceRoutes(routing: Routing): void {
  routing.page(listPage)
  routing.page(editPage)
  routing.on('POST', paths.adminService, 'catalogue.manage', (c, visit) => takeForm(routing, c, visit, form))
}
