import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Notice } from '#app/contributions/reviewContribution.ts'
import { asOrganisation, everyOrganisation } from '#store/asOrganisation.ts'
import { read, write } from '#store/open.ts'
import { selectMessages } from '#store/outbox.ts'
import { phoneJpeg, secret } from '#tests/photos.ts'
import { placeDesks, placeNow, somebody, typing, type PlaceDesks } from '#tests/placeDesks.ts'

const place = 'mairie-62765'
const notice: Notice = ({ state, reason }) => ({ subject: state, text: reason ?? 'thank you' })

describe('signalling and reviewing', () => {
  let desks: PlaceDesks
  const officer = somebody('Odile', 'officer', 'caf-62')
  const moderator = somebody('Max', 'moderator', 'commune-62041')
  const coordinator = somebody('Colette', 'coordinator')

  const signal = async (
    kind: 'wrongHours' | 'wrongData' | 'closed' | 'note' | 'photo',
    typed: Record<string, string>,
    ...fields: string[]
  ) => {
    const photo = kind === 'photo' ? phoneJpeg() : null
    return desks.contributions.send(officer, { kind, place, typed: typing(typed, ...fields), photo })
  }
  const sent = async (...args: Parameters<typeof signal>): Promise<string> => {
    const { id, issues } = await signal(...args)
    assert.deepEqual(issues, [])
    assert.ok(id !== null)
    return id
  }
  const version = async () => (await placeNow(desks, place)).version

  before(async () => {
    desks = await placeDesks()
  })
  after(() => desks?.stop())

  it('keeps a proposal apart from the place until it is accepted, then names its author and reviewer in the history', async () => {
    const before = await placeNow(desks, place)
    const id = await sent(
      'wrongData',
      { phone: '03 21 55 55 55', email: before.values.email ?? '', text: 'vu sur la porte' },
      'phone',
      'email',
    )
    assert.deepEqual(await placeNow(desks, place), before)
    const view = await desks.contributions.review(moderator, id)
    assert.deepEqual(view.differing, ['phone'])
    await desks.contributions.accept(moderator, { id, version: before.version, fields: ['phone'] }, notice)
    assert.equal((await placeNow(desks, place)).values.phone, '03 21 55 55 55')
    const { entries } = await desks.places.history(coordinator, place)
    const { kind, actorName, organisation, acceptedBy, note } = entries[0] ?? {}
    assert.deepEqual(
      [kind, actorName, organisation, acceptedBy, note],
      ['contribution', 'Odile', 'caf-62', 'Max', 'vu sur la porte'],
    )
  })

  it('accepts some fields and leaves the others', async () => {
    const { values } = await placeNow(desks, place)
    const id = await sent('wrongData', { phone: '03 21 55 55 56', address: '5 place Foch' }, 'phone', 'address')
    const none = desks.contributions.accept(moderator, { id, version: await version(), fields: [] }, notice)
    await assert.rejects(none, { code: 'review.noField' })
    await desks.contributions.accept(moderator, { id, version: await version(), fields: ['address'] }, notice)
    const now = await placeNow(desks, place)
    assert.deepEqual([now.values.address, now.values.phone], ['5 place Foch', values.phone])
  })

  it('tells the author what became of it, and why it was refused', async () => {
    const id = await sent('note', { text: 'La porte est lourde' })
    await assert.rejects(desks.contributions.refuse(moderator, { id, reason: '  ' }, notice), { code: 'reason.missing' })
    await desks.contributions.refuse(moderator, { id, reason: 'déjà noté' }, notice)
    const { contributions } = await desks.contributions.mine(officer)
    const mine = contributions.find((each) => each.id === id)
    assert.deepEqual([mine?.state, mine?.reason, mine?.reviewedByName], ['refused', 'déjà noté', 'Max'])
    const [message] = await read(desks.test.db, (reader) => selectMessages(reader, 'waiting', 1))
    assert.deepEqual([message?.to, message?.subject, message?.text], ['odile@example.org', 'refused', 'déjà noté'])
  })

  it('tells the second of two reviewers at once, on two connections', async () => {
    const id = await sent('note', { text: 'Deux relecteurs' })
    const seen = await version()
    const both = await Promise.allSettled([
      desks.contributions.accept(moderator, { id, version: seen, fields: [] }, notice),
      desks.contributions.refuse(coordinator, { id, reason: 'non' }, notice),
    ])
    const lost = both.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as { code: string; params: { by: string } }] : [],
    )
    assert.equal(lost.length, 1)
    assert.equal(lost[0]?.code, 'contribution.settled')
    assert.match(lost[0]?.params.by ?? '', /Max|Colette/)
  })

  it('says when the place changed since the reviewer read it, and changes nothing', async () => {
    const id = await sent('wrongHours', { hoursBy: 'text', hoursText: 'Mo 09:00-10:00' }, 'openingHours')
    const seen = await version()
    await desks.places.save(coordinator, {
      code: place,
      version: seen,
      typed: typing({ url: 'https://example.org' }, 'url'),
      checked: false,
      note: null,
    })
    const late = desks.contributions.accept(moderator, { id, version: seen, fields: ['openingHours'] }, notice)
    await assert.rejects(late, { code: 'version.changed' })
    assert.equal((await desks.contributions.review(moderator, id)).contribution.state, 'waiting')
    await desks.contributions.accept(moderator, { id, version: seen + 1, fields: ['openingHours'] }, notice)
    assert.equal((await placeNow(desks, place)).values.openingHours, 'Mo 09:00-10:00')
  })

  it('asks for what is missing, and for something new', async () => {
    const { values } = await placeNow(desks, place)
    assert.deepEqual((await signal('note', {})).issues[0]?.code, 'note.empty')
    assert.deepEqual((await signal('wrongData', { phone: values.phone ?? '' }, 'phone')).issues[0]?.code, 'nothing.changed')
    assert.deepEqual((await signal('closed', { closedOn: '2999-01-01' })).issues[0]?.code, 'closing.future')
    assert.deepEqual((await signal('photo', {})).issues[0]?.code, 'alt.missing')
    const empty = await desks.contributions.send(officer, {
      kind: 'photo',
      place,
      typed: typing({ altFr: 'x' }),
      photo: new Uint8Array(),
    })
    assert.equal(empty.issues[0]?.code, 'photo.missing')
  })

  it('adds a missing place when it is accepted', async () => {
    const typed = typing(
      { nameFr: 'Permanence du samedi', services: ['townHall'], hoursBy: 'days', zone: '62765' },
      'nameFr',
      'nameEn',
      'services',
      'zone',
      'openingHours',
    )
    const { id } = await desks.contributions.send(officer, { kind: 'missingPlace', place: null, typed, photo: null })
    assert.ok(id !== null)
    const fields = (await desks.contributions.review(moderator, id)).differing
    const code = await desks.contributions.accept(moderator, { id, version: null, fields }, notice)
    const added = await placeNow(desks, code)
    assert.deepEqual([added.values.nameEn, added.values.zone, added.source], ['Permanence du samedi', '62765', 'caf-62'])
    assert.equal((await desks.contributions.mine(officer)).contributions.find((each) => each.id === id)?.place, code)
  })

  it('shows a photo to its organisation and reviewers, and to everybody once accepted, without the camera’s data', async () => {
    const id = await sent('photo', { altFr: 'La façade' })
    const { photo } = await desks.contributions.review(moderator, id)
    assert.ok(photo)
    assert.deepEqual(photo.alt, { fr: 'La façade', en: 'La façade' })
    const stranger = somebody('Sam', 'officer', 'commune-62041')
    await assert.rejects(desks.contributions.photo(stranger, photo.id), { code: 'photo.unknown' })
    assert.equal((await desks.contributions.photo(officer, photo.id)).accepted, false)
    assert.deepEqual(await desks.contributions.acceptedPhotos(place), [])
    await desks.contributions.accept(moderator, { id, version: await version(), fields: [] }, notice)
    assert.deepEqual(await desks.contributions.acceptedPhotos(place), [photo])
    const file = await desks.contributions.photo(stranger, photo.id)
    assert.equal(file.type, 'image/jpeg')
    assert.ok(!Buffer.from(file.content).toString('latin1').includes(secret))
  })

  it('can be taken back by its author alone, while it waits', async () => {
    const id = await sent('note', { text: 'Je me suis trompée' })
    const colleague = somebody('Omar', 'officer', 'caf-62')
    await assert.rejects(desks.contributions.withdraw(colleague, id), { code: 'contribution.unknown' })
    await desks.contributions.withdraw(officer, id)
    await assert.rejects(desks.contributions.withdraw(officer, id), { code: 'contribution.settled' })
    const queue = await desks.contributions.queue(moderator)
    assert.ok(!queue.contributions.some((each) => each.id === id))
  })

  it('waits in a queue, the oldest first, for reviewers alone', async () => {
    await sent('note', { text: 'un' })
    await sent('note', { text: 'deux' })
    const { contributions } = await desks.contributions.queue(moderator)
    const times = contributions.map(({ sentAt }) => sentAt)
    assert.deepEqual(times, times.toSorted())
    await assert.rejects(desks.contributions.queue(officer), { code: 'right.missing' })
  })

  it('closes a place as its author said', async () => {
    const code = 'mairie-62757'
    const typed = typing({ closedOn: '2026-09-01' })
    const { id } = await desks.contributions.send(officer, { kind: 'closed', place: code, typed, photo: null })
    assert.ok(id !== null)
    await desks.contributions.accept(moderator, { id, version: (await placeNow(desks, code)).version, fields: [] }, notice)
    assert.equal((await placeNow(desks, code)).closedOn, '2026-09-01')
  })

  it('of one partner is invisible to another and to none, by the database itself', async () => {
    const id = await sent('photo', { altFr: 'Secret' })
    const count = async (organisation: string | null): Promise<number[]> =>
      asOrganisation(desks.test.db, organisation, async (writer) => {
        const { rows } = await sql<{ n: number }>`
          SELECT count(*) AS n FROM contribution WHERE id = ${id}
          UNION ALL SELECT count(*) FROM photo WHERE contribution_id = ${id}`.execute(writer)
        return rows.map(({ n }) => n)
      })
    assert.deepEqual(await count('caf-62'), [1, 1])
    assert.deepEqual(await count(everyOrganisation), [1, 1])
    assert.deepEqual(await count('commune-62041'), [0, 0])
    assert.deepEqual(await count(null), [0, 0])
    const change = (organisation: string) =>
      asOrganisation(desks.test.db, organisation, (writer) =>
        writer.updateTable('contribution').set({ text: 'forged' }).where('id', '=', id).executeTakeFirst(),
      )
    assert.equal(Number((await change('commune-62041')).numUpdatedRows), 0)
    const move = asOrganisation(desks.test.db, 'caf-62', (writer) =>
      writer.updateTable('contribution').set({ organisation: 'commune-62041' }).where('id', '=', id).execute(),
    )
    await assert.rejects(move, /row-level security/)
    const outside = write(desks.test.db, (writer) =>
      writer.deleteFrom('photo').where('contribution_id', '=', id).executeTakeFirst(),
    )
    assert.equal(Number((await outside).numDeletedRows), 0)
  })
})
