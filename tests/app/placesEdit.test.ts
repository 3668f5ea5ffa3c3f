import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { read } from '#store/open.ts'
import { searchAudit } from '#store/audit.ts'
import { versionOf } from '#store/stamp.ts'
import { placeDesks, placeNow, somebody, typing, type PlaceDesks } from '#tests/placeDesks.ts'

const code = 'mairie-62765'

describe('correcting a place', () => {
  let desks: PlaceDesks
  const coordinator = somebody('Colette', 'coordinator')
  const officer = somebody('Odile', 'officer')
  const stranger = somebody('Sam', 'officer', 'caf-62')
  const save = async (typed: ReturnType<typeof typing>, who = coordinator, version?: number) =>
    desks.places.save(who, { code, version: version ?? (await placeNow(desks, code)).version, typed, checked: false, note: null })

  before(async () => {
    desks = await placeDesks()
  })
  after(() => desks?.stop())

  it('keeps author, before and after, and raises the version of the place and of all places', async () => {
    const old = await placeNow(desks, code)
    const stamp = await read(desks.test.db, (reader) => versionOf(reader, 'places'))
    const saved = await save(typing({ phone: '03 21 98 00 01' }, 'phone'), officer)
    assert.ok('version' in saved && saved.version === old.version + 1)
    const { entries } = await desks.places.history(coordinator, code)
    assert.deepEqual(
      [entries[0]?.actorName, entries[0]?.before, entries[0]?.after],
      ['Odile', { phone: old.values.phone }, { phone: '03 21 98 00 01' }],
    )
    assert.equal(await read(desks.test.db, (reader) => versionOf(reader, 'places')), stamp + 1)
    const audit = await read(desks.test.db, (reader) => searchAudit(reader, { action: 'place.edited' }))
    assert.equal(audit.entries[0]?.subject, code)
    assert.equal(audit.entries[0]?.actorName, 'Odile')
  })

  it('writes the week’s table as OSM text, and reads what people write of hours', async () => {
    const week = {
      hoursBy: 'days',
      'hours.Mo.1.from': '9h',
      'hours.Mo.1.to': '1200',
      'hours.Tu.1.from': '9',
      'hours.Tu.1.to': '12:00',
    }
    await save(typing({ ...week, hoursHolidays: 'closed' }, 'openingHours'))
    assert.equal((await placeNow(desks, code)).values.openingHours, 'Mo,Tu 09:00-12:00; PH off')
    for (const wrong of ['25h', '9h75', 'matin', '12345'])
      assert.equal((await save(typing({ ...week, 'hours.Mo.1.to': wrong }, 'openingHours'))).issues[0]?.code, 'hours.span', wrong)
    await save(typing({ hoursBy: 'text', hoursText: 'Mo-Fr 9h-12h' }, 'openingHours'))
    assert.equal((await placeNow(desks, code)).values.openingHours, 'Mo-Fr 09:00-12:00')
    await save(typing({ hoursBy: 'text', hoursText: 'Sa[1] 10:00-12:00; Jul-Aug off' }, 'openingHours'))
    assert.equal((await placeNow(desks, code)).values.openingHours, 'Sa[1] 10:00-12:00; Jul-Aug off')
  })

  it('refuses what no form should hold, field by field, and changes nothing', async () => {
    const before = await placeNow(desks, code)
    const wrong = {
      nameFr: ' ',
      services: [],
      hoursBy: 'days',
      'hours.Mo.1.from': '14:00',
      'hours.Mo.1.to': '09:00',
      phone: 'demander Odile',
      email: 'nobody',
      url: 'javascript:alert(1)',
      postcode: '6250',
      lat: '500',
      lon: '2',
      zone: 'Nulle-Part-sur-Mer',
      organisation: 'personne',
    }
    const all = ['nameFr', 'services', 'openingHours', 'phone', 'email', 'url', 'postcode', 'point', 'zone', 'organisation']
    const saved = await save(typing(wrong, ...all))
    assert.deepEqual(saved.issues.map(({ field, code: issue }) => `${field} ${issue}`).toSorted(), [
      'email email.wrong',
      'nameFr name.missing',
      'openingHours hours.span',
      'organisation organisation.unknown',
      'phone phone.wrong',
      'point point.range',
      'postcode postcode.wrongFR',
      'services services.none',
      'url url.wrong',
      'zone zone.unknown',
    ])
    assert.deepEqual(await placeNow(desks, code), before)
  })

  it('names what it could not read in hours', async () => {
    const { issues } = await save(typing({ hoursBy: 'text', hoursText: 'Mo-Fr 09:00-1200' }, 'openingHours'))
    assert.deepEqual(issues, [{ field: 'openingHours', code: 'hours.unreadable', params: { value: 'Mo-Fr 09:00-1200' } }])
  })

  it('understands a commune by name or code, whatever the accents', async () => {
    for (const written of ['62757', 'SAINT MARTIN LEZ TATINGHEM', 'Saint-Martin-lez-Tatinghem (62757)']) {
      const saved = await save(typing({ zone: written }, 'zone'))
      assert.deepEqual(saved.issues, [], written)
      assert.equal((await placeNow(desks, code)).values.zone, '62757', written)
      await save(typing({ zone: '62765' }, 'zone'))
    }
  })

  it('warns when the point lies far from the commune', async () => {
    const far = await save(typing({ lat: '48,85', lon: '2,35', position: 'exact' }, 'point'))
    assert.ok('outside' in far && far.outside)
    const near = await save(typing({ lat: '50.7508', lon: '2.2521', position: 'exact' }, 'point'))
    assert.ok('outside' in near && !near.outside)
  })

  it('ignores a field that the viewer may not edit, and refuses who may edit none', async () => {
    const { values } = await placeNow(desks, code)
    const saved = await save(typing({ nameFr: 'Forgé', phone: '03 21 98 00 02' }, 'nameFr', 'phone'), officer)
    assert.ok('changed' in saved)
    assert.deepEqual(saved.changed, ['phone'])
    assert.equal((await placeNow(desks, code)).values.nameFr, values.nameFr)
    await assert.rejects(save(typing({ phone: '1234' }, 'phone'), stranger), { code: 'place.notYours' })
    await assert.rejects(save(typing({ phone: '1234' }, 'phone'), somebody('Ana', 'analyst')), { code: 'right.missing' })
  })

  it('tells the second of two who save at once, on two connections, and loses nothing', async () => {
    const { version, values } = await placeNow(desks, code)
    const both = await Promise.allSettled([
      save(typing({ phone: '03 21 00 00 01' }, 'phone'), officer, version),
      save(typing({ email: 'mairie@example.org' }, 'email'), coordinator, version),
    ])
    const [lost] = both.flatMap((result, i) => (result.status === 'rejected' ? [{ i, reason: result.reason as unknown }] : []))
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.ok(lost)
    assert.equal((lost.reason as { code?: string }).code, 'version.changed')
    const mine = lost.i === 0 ? typing({ phone: '03 21 00 00 01' }, 'phone') : typing({ email: 'mairie@example.org' }, 'email')
    const view = await desks.places.conflict(coordinator, { code, version, typed: mine })
    assert.equal(view.version, version + 1)
    assert.equal(view.conflicts.length, 1)
    assert.equal(view.conflicts[0]?.proposed, 'mine')
    assert.equal(view.changedBy.length, 1)
    await save(view.typed, coordinator, view.version)
    const now = await placeNow(desks, code)
    assert.deepEqual([now.values.phone, now.values.email], ['03 21 00 00 01', 'mairie@example.org'])
    assert.equal(now.values.nameFr, values.nameFr)
  })

  it('proposes the other’s value of a field that one did not touch, and takes the choice', async () => {
    const opened = await placeNow(desks, code)
    await save(typing({ phone: '03 21 00 00 07' }, 'phone'), officer)
    const typed = typing({ phone: opened.values.phone ?? '', email: 'accueil@example.org' }, 'phone', 'email')
    const view = await desks.places.conflict(coordinator, { code, version: opened.version, typed })
    assert.deepEqual(
      view.conflicts.map(({ field, proposed }) => [field, proposed]),
      [
        ['phone', 'theirs'],
        ['email', 'mine'],
      ],
    )
    await save({ ...typed, 'choose.phone': ['theirs'], 'choose.email': ['mine'] }, coordinator, view.version)
    const { values } = await placeNow(desks, code)
    assert.deepEqual([values.phone, values.email], ['03 21 00 00 07', 'accueil@example.org'])
  })

  it('puts an old value back', async () => {
    await save(typing({ address: '1 rue Neuve' }, 'address'))
    await save(typing({ address: '2 rue Neuve' }, 'address'))
    const { entries, version } = await desks.places.history(coordinator, code)
    const change = entries[0]
    assert.ok(change)
    assert.ok(change.restorable.includes('address'))
    await desks.places.restore(coordinator, { code, version, change: change.id, field: 'address' })
    assert.equal((await placeNow(desks, code)).values.address, '1 rue Neuve')
    const again = desks.places.restore(officer, { code, version: version + 1, change: change.id, field: 'address' })
    await assert.rejects(again, { code: 'place.notYours' })
  })
})
