import type { ServiceCode } from '#domain/territory'
import { codeReader } from '../codeReader.ts'
import { nowhere, positionReader } from '../coordinates.ts'
import { findFields, refusalOf, type Field, type Fields } from '../head.ts'
import { hoursToOsm } from '../hours.ts'
import { hasAll, licences, type KindReader } from '../kindReader.ts'
import { nameOf, orNull } from '../names.ts'
import { contactOf, postcodeOf } from '../placeCells.ts'
import { issueAt } from '../report.ts'
import type { RecordSink, TablePlan } from '../rowReader.ts'
import { readWeek } from '../week.ts'

/**
 * What every France Services space helps with, among our services: its operators are the family allowance funds (CAF), health insurance (CPAM and MSA),
 * France Travail, the tax offices (DGFiP) and La Poste; pensions, energy cheques, identity papers and justice are none of the 16.
 */
export const franceServicesOffer: readonly ServiceCode[] = [
  'familyAllowance',
  'healthInsurance',
  'employment',
  'tax',
  'postOffice',
]

const fields: readonly Field[] = [
  { field: 'id', names: ['idfs', 'idfranceservices', 'identifiant', 'id'], required: true },
  { field: 'name', names: ['libfs', 'nomfs', 'nom', 'libelle'], required: true },
  { field: 'address', names: ['adresse', 'adressefs'] },
  { field: 'address2', names: ['complementadresse', 'complement'] },
  { field: 'zone', names: ['inseecom', 'codeinsee', 'codecommune', 'codeinseecom', 'codgeo'] },
  { field: 'postcode', names: ['codepostal', 'cp'] },
  { field: 'town', names: ['libcom', 'commune', 'nomcommune', 'ville'] },
  { field: 'lat', names: ['latitude', 'lat', 'y'] },
  { field: 'lon', names: ['longitude', 'lon', 'lng', 'x'] },
  { field: 'monday', names: ['hlundi', 'lundi', 'horaireslundi'] },
  { field: 'tuesday', names: ['hmardi', 'mardi', 'horairesmardi'] },
  { field: 'wednesday', names: ['hmercredi', 'mercredi', 'horairesmercredi'] },
  { field: 'thursday', names: ['hjeudi', 'jeudi', 'horairesjeudi'] },
  { field: 'friday', names: ['hvendredi', 'vendredi', 'horairesvendredi'] },
  { field: 'saturday', names: ['hsamedi', 'samedi', 'horairessamedi'] },
  { field: 'sunday', names: ['hdimanche', 'dimanche', 'horairesdimanche'] },
  { field: 'phone', names: ['telephone', 'tel', 'numerotelephone'] },
  { field: 'email', names: ['mail', 'email', 'courriel'] },
  { field: 'url', names: ['siteweb', 'site', 'url'] },
  { field: 'format', names: ['formatfs', 'format'] },
  { field: 'organisation', names: ['groupefs', 'porteur', 'structureporteuse'] },
]

/** Buses and teams that go round are somewhere else every day: people must be told. */
function kindOf(format: string): string {
  return /^(?:itin|bus|mobile)/i.test(format) ? 'franceServicesMobile' : 'franceServices'
}

function rowReader(found: Fields): TablePlan['read'] {
  const text = found.text
  const position = positionReader(found)
  const commune = codeReader('commune', found.column('zone'))
  const seen = new Map<string, number>()

  function placeId(cells: readonly string[], line: number, sink: RecordSink): string | null {
    const id = text(cells, 'id')
    const column = found.column('id')
    const first = seen.get(id)
    if (!/^[A-Za-z0-9-]{1,40}$/.test(id))
      sink.fault(issueAt(line, column, id, id === '' ? 'value.missing' : 'code.malformed', '365'))
    else if (first !== undefined) sink.fault(issueAt(line, column, id, 'row.duplicate', String(first)))
    else {
      seen.set(id, line)
      return id
    }
    return null
  }

  return (cells, line, sink) => {
    const id = placeId(cells, line, sink)
    const name = nameOf(text(cells, 'name'))
    if (!name) sink.fault(issueAt(line, found.column('name'), '', 'value.missing', 'France services de Lillers'))
    const at = position(cells, line, sink)
    const code = text(cells, 'zone')
    const zone = code === '' ? null : commune.read(code, line, sink)
    const hours = hoursToOsm(readWeek(found, cells, line, sink))
    if (id === null || !name) return
    const address = [text(cells, 'address'), text(cells, 'address2')].filter((part) => part !== '').join(', ')
    sink.place({
      line,
      code: `fs-${id.toLowerCase()}`,
      name,
      services: franceServicesOffer,
      kind: kindOf(text(cells, 'format')),
      organisation: orNull(text(cells, 'organisation')),
      country: 'FR',
      address: orNull(address),
      postcode: postcodeOf(found, cells, line, sink),
      town: orNull(text(cells, 'town')),
      zone: zone?.code ?? null,
      ...(at ?? nowhere),
      position: at ? 'exact' : 'unknown',
      openingHours: hours,
      ...contactOf(found, cells, line, sink),
      sourceCode: id,
      checkedOn: null,
      closedOn: null,
    })
  }
}

function planFranceServices(...[head, context]: Parameters<KindReader['plan']>): ReturnType<KindReader['plan']> {
  const refusal = refusalOf('franceServices', head, fields, context)
  if (refusal) return refusal
  const found = findFields(head, fields, context.mapping)
  return {
    kind: 'franceServices',
    dataset: null,
    source: 'ANCT, France Services',
    licence: licences.licenceOuverte,
    referenceDate: null,
    mapping: found.mapping,
    read: rowReader(found),
  }
}

/** The list of France Services spaces that the ANCT publishes, of one département or of the country. */
export const franceServices: KindReader = {
  kind: 'franceServices',
  recognises: (head) =>
    hasAll(head, ['idfs', 'libfs', 'idfranceservices']) && hasAll(head, ['hlundi', 'libfs', 'formatfs', 'typefs']),
  plan: planFranceServices,
}
