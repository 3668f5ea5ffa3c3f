import type { Role, Viewer } from '#domain/accounts'
import { placeFieldCodes, type PlaceField } from '#domain/territory'

/** What somebody may do with a field: change it at once, propose a change that is reviewed, or read it. */
export type FieldRight = 'edit' | 'propose' | 'read'

/** Practical: what changes often and the desk knows best. Identity: what the place is. Location: where it is. Owner: which body runs it. */
type FieldGroup = 'practical' | 'identity' | 'location' | 'owner'

const groups: Readonly<Record<PlaceField, FieldGroup>> = {
  nameFr: 'identity',
  nameEn: 'identity',
  services: 'identity',
  organisation: 'owner',
  openingHours: 'practical',
  phone: 'practical',
  email: 'practical',
  url: 'identity',
  stepFree: 'practical',
  parking: 'practical',
  address: 'location',
  postcode: 'location',
  town: 'location',
  zone: 'location',
  point: 'location',
}

type Row = readonly [practical: FieldRight, identity: FieldRight, location: FieldRight, owner: FieldRight]
const columns: readonly FieldGroup[] = ['practical', 'identity', 'location', 'owner']

/**
 * The rights on a place's fields in one table: `own` for a place that one's organisation runs, `others` for everybody else's and for places that no
 * organisation is known to run.
 */
// prettier-ignore
const table: Readonly<Record<Role, { readonly own: Row; readonly others: Row }>> = {
  //                       practical  identity   location   owner                 practical  identity   location   owner
  analyst:        { own: ['propose', 'propose', 'propose', 'read'],    others: ['propose', 'propose', 'propose', 'read'] },
  moderator:      { own: ['propose', 'propose', 'propose', 'read'],    others: ['propose', 'propose', 'propose', 'read'] },
  officer:        { own: ['edit',    'propose', 'propose', 'read'],    others: ['propose', 'propose', 'propose', 'read'] },
  referent:       { own: ['edit',    'propose', 'propose', 'read'],    others: ['propose', 'propose', 'propose', 'read'] },
  partnerManager: { own: ['edit',    'edit',    'edit',    'propose'], others: ['propose', 'propose', 'propose', 'propose'] },
  coordinator:    { own: ['edit',    'edit',    'edit',    'edit'],    others: ['edit',    'edit',    'edit',    'edit'] },
  administrator:  { own: ['edit',    'edit',    'edit',    'edit'],    others: ['edit',    'edit',    'edit',    'edit'] },
}

const strength: Readonly<Record<FieldRight, number>> = { read: 0, propose: 1, edit: 2 }

/** The strongest right that a viewer's memberships give on a field of a place run by `organisation`. */
export function fieldRight(viewer: Viewer, organisation: string | null, field: PlaceField): FieldRight {
  const rights = viewer.memberships.map(({ role, organisation: own }): FieldRight => {
    const row = table[role][organisation !== null && own === organisation ? 'own' : 'others']
    return row[columns.indexOf(groups[field])] ?? 'read'
  })
  return rights.reduce<FieldRight>((best, right) => (strength[right] > strength[best] ? right : best), 'read')
}

/** The fields on which a viewer has one of these rights, in the order of the form. */
export function fieldsWith(viewer: Viewer, organisation: string | null, ...wanted: readonly FieldRight[]): readonly PlaceField[] {
  return placeFieldCodes.filter((field) => wanted.includes(fieldRight(viewer, organisation, field)))
}

/** Whether a viewer may close, reopen or open a place of this organisation: who may change what the place is. */
export function mayRun(viewer: Viewer, organisation: string | null): boolean {
  return fieldRight(viewer, organisation, 'nameFr') === 'edit'
}
