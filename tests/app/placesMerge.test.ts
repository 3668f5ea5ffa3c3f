import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { read } from '#store/open.ts'
import { selectPlace } from '#store/places.ts'
import { nameLikeness } from '#app/places/similarNames.ts'
import { placeDesks, placeNow, somebody, typing, type PlaceDesks } from '#tests/placeDesks.ts'

const all = ['nameFr', 'nameEn', 'services', 'openingHours', 'phone', 'address', 'zone', 'point', 'organisation']

describe('opening, closing and merging places', () => {
  let desks: PlaceDesks
  const coordinator = somebody('Colette', 'coordinator')
  const manager = somebody('Marc', 'partnerManager')

  const open = async (name: string, more: Record<string, string | readonly string[]> = {}): Promise<string> => {
    const inputs = {
      nameFr: name,
      services: ['library'],
      hoursBy: 'days',
      lat: '50.75',
      lon: '2.25',
      position: 'exact',
      zone: '62765',
      ...more,
    }
    const { code, issues } = await desks.places.create(coordinator, typing(inputs, ...all))
    assert.deepEqual(issues, [])
    assert.ok(code !== null)
    return code
  }

  before(async () => {
    desks = await placeDesks()
  })
  after(() => desks?.stop())

  it('opens a place, in the list at once, for one’s own organisation alone', async () => {
    const code = await open('Bibliothèque du Haut-Pont', { organisation: 'commune-62765' })
    const list = { text: 'haut-pont', service: null, organisation: null, gap: null, page: null }
    const found = await desks.places.list(manager, list)
    assert.deepEqual(
      found.places.map((place) => [place.code, place.mine]),
      [[code, true]],
    )
    const foreign = desks.places.create(
      manager,
      typing({ nameFr: 'Ailleurs', services: ['library'], organisation: 'commune-62041' }, ...all),
    )
    await assert.rejects(foreign, { code: 'place.notYours' })
    const { issues } = await desks.places.create(manager, typing({}))
    assert.deepEqual(
      issues.map(({ field }) => field),
      ['nameFr', 'services'],
    )
  })

  it('closes and reopens, never in the future', async () => {
    const code = await open('Point lecture')
    const close = (on: string) => desks.places.close(coordinator, { code, version: 1, on, note: 'travaux' })
    await assert.rejects(close('2999-01-01'), { code: 'closing.future' })
    await assert.rejects(close('2026-02-31'), { code: 'closing.noDay' })
    await close('2026-01-31')
    assert.equal(await read(desks.test.db, (reader) => selectPlace(reader, code)), null)
    await assert.rejects(desks.places.reopen(manager, { code, version: 2 }), { code: 'place.notYours' })
    await desks.places.reopen(coordinator, { code, version: 2 })
    const { entries } = await desks.places.history(manager, code)
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['reopened', 'closed', 'created'],
    )
  })

  it('suggests two places of one service that lie near and have one name', async () => {
    const first = await open('Médiathèque des Faubourgs', { lat: '50.7601', lon: '2.2601' })
    const second = await open('MEDIATHEQUE DES FAUBOURGS', { lat: '50.7603', lon: '2.2602' })
    const far = await open('Médiathèque des Faubourgs', { lat: '50.7801', lon: '2.2601' })
    const pairs = await desks.places.duplicates(coordinator)
    const named = pairs.map((pair) => [pair.first.code, pair.second.code].toSorted().join(' '))
    assert.ok(named.includes([first, second].toSorted().join(' ')))
    assert.ok(!named.some((pair) => pair.includes(far)))
    await assert.rejects(desks.places.duplicates(manager), { code: 'right.missing' })
  })

  it('merges field by field, and takes it back without touching what changed since', async () => {
    const keep = await open('Espace culturel', { phone: '03 21 11 11 11', address: '1 rue A' })
    const gone = await open('Espace Culturel Balavoine', { phone: '03 21 22 22 22', services: ['culture'] })
    const view = await desks.places.merging(coordinator, { first: keep, second: gone })
    assert.deepEqual(view.differing, ['nameFr', 'nameEn', 'services', 'phone', 'address'])
    const ask = {
      first: { code: keep, version: 1 },
      second: { code: gone, version: 1 },
      survivor: 'first',
      choose: { nameFr: 'second', services: 'both', phone: 'second' },
    } as const
    assert.equal(await desks.places.merge(coordinator, ask), keep)
    const merged = await placeNow(desks, keep)
    assert.equal(merged.values.nameFr, 'Espace Culturel Balavoine')
    assert.deepEqual(merged.values.services, ['culture', 'library'])
    assert.deepEqual([merged.values.phone, merged.values.address], ['03 21 22 22 22', '1 rue A'])
    assert.equal((await placeNow(desks, gone)).mergedInto, keep)
    await assert.rejects(desks.places.merge(coordinator, ask), { code: 'version.changed' })
    const again = { ...ask, first: { code: keep, version: 2 } }
    await assert.rejects(desks.places.merge(coordinator, again), { code: 'place.merged' })

    await desks.places.save(coordinator, {
      code: keep,
      version: 2,
      typed: typing({ phone: '03 21 33 33 33' }, 'phone'),
      checked: false,
      note: null,
    })
    assert.equal(await desks.places.unmerge(coordinator, { code: gone, version: 2 }), keep)
    const back = await placeNow(desks, keep)
    assert.equal(back.values.nameFr, 'Espace culturel')
    assert.deepEqual(back.values.services, ['library'])
    assert.equal(back.values.phone, '03 21 33 33 33', 'what was changed after the merge stays')
    const freed = await placeNow(desks, gone)
    assert.deepEqual([freed.mergedInto, freed.values.phone], [null, '03 21 22 22 22'])
    await assert.rejects(desks.places.unmerge(coordinator, { code: gone, version: 3 }), { code: 'merge.none' })
  })

  it('merges two at once only once', async () => {
    const [a, b] = [await open('Double A'), await open('Double B')]
    const one = { first: { code: a, version: 1 }, second: { code: b, version: 1 }, choose: {} }
    const both = await Promise.allSettled([
      desks.places.merge(coordinator, { ...one, survivor: 'first' }),
      desks.places.merge(coordinator, { ...one, survivor: 'second' }),
    ])
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    const [first, second] = [await placeNow(desks, a), await placeNow(desks, b)]
    assert.equal([first.mergedInto, second.mergedInto].filter((into) => into !== null).length, 1)
  })

  it('finds names alike whatever accents and capitals', () => {
    assert.equal(nameLikeness('Mairie de Lumbres', 'MAIRIE DE LUMBRES'), 1)
    assert.equal(nameLikeness('Mairie', 'Piscine'), 0)
    const near = nameLikeness('Médiathèque de Saint-Omer', 'Mediatheque Saint Omer')
    assert.ok(near > 0.8 && near < 1, String(near))
  })
})
