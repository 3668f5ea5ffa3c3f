import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Observatory } from '#app/observatory.ts'
import { createFactsheetDesk, type FactsheetDesk } from '#app/factsheets/factsheetDesk.ts'
import { visitor } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { searchAudit } from '#store/audit.ts'
import { read, write } from '#store/open.ts'
import { versionOf } from '#store/stamp.ts'
import { selectCitations } from '#store/survey.ts'
import { latestSurvey } from '#store/surveys.ts'
import { addStatements, addWords } from '#tests/factsheetWords.ts'
import { placeDesks, somebody, type PlaceDesks } from '#tests/placeDesks.ts'
import { spellings } from '#web/factsheets/wording.ts'

const here = { territory: 'audomarois' }
const anne = somebody('Anne', 'analyst')
const max = somebody('Max', 'moderator')

function refuses(code: string) {
  return (error: unknown) => error instanceof DomainError && error.code === code
}

describe('factsheets on the sample observatory', () => {
  let desks: PlaceDesks
  let obs: Observatory
  let desk: FactsheetDesk

  before(async () => {
    desks = await placeDesks()
    obs = desks.obs
    desk = createFactsheetDesk(desks.tools)
  })
  after(() => desks?.stop())
  beforeEach(() =>
    write(obs.db, async (writer) => {
      for (const table of ['factsheet_note', 'verbatim', 'statement'] as const) await writer.deleteFrom(table).execute()
    }),
  )

  const note = (text: string, version = 0, item = 'contact.phone') =>
    desk.writeNote(anne, { ...here, item, language: 'fr', text, version }, spellings)
  const version = () => read(obs.db, (reader) => versionOf(reader, 'observatory'))

  it('are 36, each with a finding, for anybody', async () => {
    const { sheets, survey } = await desk.list(visitor, here)
    assert.deepEqual([sheets.length, new Set(sheets.map(({ item }) => item)).size], [36, 36])
    assert.equal(survey.synthetic, true)
    assert.ok(sheets.filter(({ weakest }) => weakest !== null).length > 30)
    assert.ok(sheets.some(({ intense }) => intense.some(({ group }) => group === 'digital:notAtEase')))
  })

  it('say of the publics what the contrasts say, and of services what the matrix says', async () => {
    const view = await desk.sheet(visitor, { ...here, item: 'procedures.online' })
    const [first] = view.contrasts
    assert.ok(first && first.group === 'digital:notAtEase' && first.difference < 0 && first.pAdjusted < 0.1)
    for (const each of view.contrasts) assert.ok(each.n >= 5 && each.others >= 5 && each.lower < each.difference)
    const scored = view.cells.filter(({ status }) => status === 'ok')
    assert.deepEqual(
      scored.map(({ score }) => score),
      scored.map(({ score }) => score).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    )
    assert.equal(
      view.cells.some(({ service }) => service === 'waste'),
      false,
    )
    assert.ok(view.definition)
  })

  it('tell of the first survey no count under five', async () => {
    const { sheets } = await desk.book(visitor, here)
    const firsts = sheets.flatMap(({ first }) => first ?? [])
    assert.equal(firsts.length, 36)
    assert.ok(firsts.some(({ notable }) => notable.length > 0))
    for (const { notable, citing } of firsts) {
      assert.ok(citing === null || citing === 0 || citing >= 5)
      for (const test of notable) assert.ok(test.both >= 5 && test.value >= 2 && test.pAdjusted >= test.p)
    }
  })

  it('have no first survey where none was made, and refuse what is no sub-criterion', async () => {
    assert.equal((await desk.sheet(visitor, { territory: 'kent', item: 'contact.phone' })).first, null)
    await assert.rejects(desk.sheet(visitor, { ...here, item: 'contact' }), refuses('item.unknown'))
  })

  it('keep an analyst’s text with its figures bound, logged, and raise the state of the data', async () => {
    const before = await version()
    assert.deepEqual(await note('Note : [note Mairie] ; [score townHall] ; [n] et [weakest]. <b>gras</b>'), {
      unknown: [],
      tooLong: false,
    })
    assert.ok((await version()) > before)
    const { notes, cells } = await desk.sheet(visitor, { ...here, item: 'contact.phone' })
    assert.deepEqual(
      notes.fr?.figures.map(({ key, change }) => [key, change]),
      [
        ['score townHall', 'same'],
        ['n', 'same'],
        ['weakest', 'same'],
      ],
    )
    const hall = cells.find(({ service }) => service === 'townHall')
    assert.deepEqual(notes.fr?.figures[0]?.now, { kind: 'score', value: hall?.score })
    assert.equal(notes.en, null)
    const { entries } = await read(obs.db, (reader) => searchAudit(reader, { action: 'factsheet.written' }))
    assert.equal(entries[0]?.actorName, 'Anne')
    assert.match(JSON.stringify(entries[0]?.details), /score townHall/)
  })

  it('name every unknown figure and save nothing', async () => {
    assert.deepEqual((await note('À [note maire] et [truc], sur [n]')).unknown, ['[note maire]', '[truc]'])
    assert.equal((await desk.noteForm(anne, { ...here, item: 'contact.phone', language: 'fr' })).note, null)
  })

  it('keep the second of two who write at once from overwriting the first', async () => {
    await note('Premier texte.')
    await assert.rejects(note('Autre premier texte.'), refuses('factsheet.changed'))
    await note('Deuxième texte.', 1)
    await assert.rejects(note('Troisième, mais trop tard.', 1), refuses('factsheet.changed'))
    await assert.rejects(note('', 1), refuses('factsheet.changed'))
    await note('', 2)
    assert.equal((await desk.sheet(visitor, { ...here, item: 'contact.phone' })).notes.fr, null)
  })

  it('tell which texts changed their meaning since they were issued, until somebody rereads them', async () => {
    await note('Le plus faible est [weakest], la mairie est à [note mairie].')
    assert.equal((await desk.reread(anne, here)).texts.length, 0)
    const old = { weakest: { kind: 'service', service: 'library' }, 'score townHall': { kind: 'score', value: 6.1 } }
    await write(obs.db, (writer) =>
      writer
        .updateTable('factsheet_note')
        .set({ issued: JSON.stringify(old) })
        .execute(),
    )
    const { texts } = await desk.reread(anne, here)
    assert.deepEqual([texts[0]?.item, texts[0]?.change, texts[0]?.note.version], ['contact.phone', 'meaning', 1])
    assert.deepEqual(texts[0]?.note.figures[0]?.before, { kind: 'service', service: 'library' })
    await desk.confirmNote(anne, { ...here, item: 'contact.phone', language: 'fr', version: 1 })
    assert.deepEqual([(await desk.reread(anne, here)).texts.length, (await desk.reread(anne, here)).unchanged], [0, 1])
  })

  it('let nobody but analysts write, moderate or code', async () => {
    await assert.rejects(
      desk.writeNote(max, { ...here, item: 'contact.phone', language: 'fr', text: 'x', version: 0 }, spellings),
      refuses('right.missing'),
    )
    await assert.rejects(desk.words(visitor, { ...here, state: 'waiting' }), refuses('signIn.needed'))
    await assert.rejects(desk.codings(max, { ...here, survey: null, show: '' }), refuses('right.missing'))
  })

  describe('people’s words', () => {
    const waiting = { original: 'Mme Durand ne décroche pas, rappelez au 06 12 34 56 78.', service: 'townHall' } as const
    const add = async () => (await addWords(obs, '62', [waiting]))[0] ?? ''
    const publish = (id: string, shown: string, more: object = {}) =>
      desk.publishWord(max, { ...here, id, version: 1, shown, item: 'contact.phone', checked: false, ...more })
    const shownWords = async () => (await desk.sheet(visitor, { ...here, item: 'contact.phone' })).words.map(({ text }) => text)

    it('are shown nowhere before a moderator published them, and then in the moderator’s wording', async () => {
      const id = await add()
      const read = await desk.word(max, { ...here, id })
      assert.deepEqual(
        read.parts.map(({ kind }) => kind),
        ['person', 'phone'],
      )
      assert.equal(read.proposed, '[…] ne décroche pas, rappelez au […].')
      assert.ok(read.suggestions.includes('contact.phone'))
      assert.deepEqual(await shownWords(), [])
      assert.deepEqual((await publish(id, 'Personne ne décroche.')).issues, [])
      assert.deepEqual(await shownWords(), ['Personne ne décroche.'])
      const { word } = await desk.word(max, { ...here, id })
      assert.deepEqual([word.original, word.moderatedBy], [waiting.original, 'Max'])
    })

    it('are not published with a name or a number that nobody has checked', async () => {
      const id = await add()
      const { issues } = await publish(id, waiting.original)
      assert.deepEqual(
        issues.map(({ code }) => code),
        ['words.identifying'],
      )
      assert.deepEqual(await shownWords(), [])
      assert.deepEqual((await publish(id, waiting.original, { checked: true })).issues, [])
    })

    it('need a sub-criterion and words left, and a reason when they are refused', async () => {
      const id = await add()
      assert.deepEqual(
        (await publish(id, ' […] ', { item: 'contact' })).issues.map(({ field }) => field),
        ['shown', 'item'],
      )
      assert.deepEqual(
        (await desk.refuseWord(max, { ...here, id, version: 1, reason: ' ' })).issues.map(({ field }) => field),
        ['reason'],
      )
      await desk.refuseWord(max, { ...here, id, version: 1, reason: 'Nomme un agent.' })
      const { words, counts } = await desk.words(max, { ...here, state: 'refused' })
      assert.deepEqual([words[0]?.word.reason, words[0]?.word.shown, counts.refused], ['Nomme un agent.', null, 1])
    })

    it('are decided once by two moderators at once, and can be taken back later', async () => {
      const id = await add()
      await publish(id, 'Personne ne décroche.')
      await assert.rejects(publish(id, 'Autre chose.'), refuses('word.changed'))
      await desk.refuseWord(max, { ...here, id, version: 2, reason: 'Retirée à la demande de la personne.' })
      assert.deepEqual(await shownWords(), [])
    })

    it('leave no trace of themselves in the log', async () => {
      await publish(await add(), 'Personne ne décroche.')
      const { entries } = await read(obs.db, (reader) => searchAudit(reader, { action: 'verbatim.published' }))
      assert.ok(entries.length > 0)
      assert.doesNotMatch(JSON.stringify(entries), /Durand|décroche/)
    })

    it('lead from one that waits to the next', async () => {
      const ids = await addWords(obs, '62', [waiting, waiting, waiting])
      const [first = ''] = ids.toSorted()
      const { next } = await publish(first, 'Personne ne décroche.')
      assert.equal(next, ids.toSorted()[1])
    })
  })

  describe('coding of citations', () => {
    const texts = ['Le téléphone ne répond pas', 'Pas d’ascenseur', 'Trop de papiers']
    const begin = async () => ({ ...here, survey: await addStatements(obs, '62', texts), respondent: 1, number: 1 })
    const cited = (respondent: number) =>
      read(obs.db, async (reader) => {
        const survey = await latestSurvey(reader, '62', 'elicitation')
        const all = survey ? await selectCitations(reader, survey) : []
        return all.filter((each) => each.respondent === respondent).map(({ item }) => item)
      })

    it('makes a person’s citations those of their coded statements, and leads to the next', async () => {
      const ask = await begin()
      assert.ok((await desk.coding(anne, ask)).suggestions.includes('contact.phone'))
      const { next } = await desk.code(anne, { ...ask, items: ['contact.phone'], typed: '3.1', version: 1 })
      assert.deepEqual(next && [next.respondent, next.number], [1, 2])
      assert.deepEqual((await cited(1)).toSorted(), ['contact.phone', 'delays.queue'])
      await desk.code(anne, { ...ask, number: 2, items: ['building.stepFree', 'contact.phone'], typed: '', version: 1 })
      assert.deepEqual((await cited(1)).toSorted(), ['building.stepFree', 'contact.phone', 'delays.queue'])
      await desk.code(anne, { ...ask, items: [], typed: '', version: 2 })
      assert.deepEqual((await cited(1)).toSorted(), ['building.stepFree', 'contact.phone'])
    })

    it('tells how far it is, and what is coded', async () => {
      const ask = await begin()
      await desk.code(anne, { ...ask, items: ['contact.phone'], typed: '', version: 1 })
      const { chosen, statements } = await desk.codings(anne, { ...here, survey: null, show: 'done' })
      assert.deepEqual([chosen?.statements, chosen?.coded], [3, 1])
      assert.deepEqual(
        statements.map(({ items }) => items),
        [['contact.phone']],
      )
    })

    it('saves nothing when a typed piece is not understood, nor over somebody else’s coding', async () => {
      const ask = await begin()
      assert.deepEqual((await desk.code(anne, { ...ask, items: [], typed: 'délai', version: 1 })).unknown, ['délai'])
      await desk.code(anne, { ...ask, items: ['contact.phone'], typed: '', version: 1 })
      await assert.rejects(desk.code(anne, { ...ask, items: [], typed: '', version: 1 }), refuses('coding.changed'))
    })

    it('refuses a statement that nobody made', async () => {
      const ask = await begin()
      await assert.rejects(desk.coding(anne, { ...ask, respondent: 4000 }), refuses('coding.unknown'))
      await assert.rejects(desk.coding(anne, { ...ask, survey: 'none' }), refuses('coding.unknown'))
    })
  })
})
