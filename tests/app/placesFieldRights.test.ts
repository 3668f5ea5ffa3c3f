import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fieldRight, fieldsWith, mayRun } from '#app/places/fieldRights.ts'
import { roleCodes, visitor, type Membership, type Viewer } from '#domain/accounts'
import { placeFieldCodes } from '#domain/territory'

function viewer(...memberships: Membership[]): Viewer {
  return { userId: 'u', name: 'N', email: null, memberships }
}

const practical = ['openingHours', 'phone', 'email', 'stepFree', 'parking']

describe('rights on the fields of a place', () => {
  it('let a desk edit the practical fields of its own places and propose the rest', () => {
    for (const role of ['officer', 'referent'] as const) {
      const desk = viewer({ organisation: 'own', role })
      assert.deepEqual(fieldsWith(desk, 'own', 'edit'), practical)
      assert.ok(fieldsWith(desk, 'own', 'propose').includes('nameFr'))
      assert.deepEqual(fieldsWith(desk, 'other', 'edit'), [])
      assert.ok(fieldsWith(desk, 'other', 'propose').includes('phone'))
    }
  })

  it('let a manager edit every field of their own places but who runs them', () => {
    const manager = viewer({ organisation: 'own', role: 'partnerManager' })
    assert.deepEqual(
      fieldsWith(manager, 'own', 'edit'),
      placeFieldCodes.filter((field) => field !== 'organisation'),
    )
    assert.equal(fieldRight(manager, 'own', 'organisation'), 'propose')
  })

  it('give nobody’s places to nobody but coordinators and administrators', () => {
    for (const role of roleCodes) {
      const all = fieldsWith(viewer({ organisation: 'own', role }), null, 'edit').length === placeFieldCodes.length
      assert.equal(all, role === 'coordinator' || role === 'administrator', role)
      assert.equal(mayRun(viewer({ organisation: 'own', role }), null), all, role)
    }
  })

  it('take the strongest of several memberships, each for its own organisation', () => {
    const both = viewer({ organisation: 'a', role: 'officer' }, { organisation: 'b', role: 'partnerManager' })
    assert.equal(fieldRight(both, 'a', 'nameFr'), 'propose')
    assert.equal(fieldRight(both, 'a', 'phone'), 'edit')
    assert.equal(fieldRight(both, 'b', 'nameFr'), 'edit')
  })

  it('let a visitor read', () => {
    for (const field of placeFieldCodes) assert.equal(fieldRight(visitor, 'own', field), 'read')
  })
})
