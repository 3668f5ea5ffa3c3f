import type { Viewer } from '#domain/accounts'
import { figureDictionary, figuresOf, readNote, storedNote, type BoundValue, type Figure } from '#domain/matrix'
import type { SubCriterionCode } from '#domain/survey'
import type { Language } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { deleteNote, saveNote, selectNote, selectNotes, zonesWithNotes, type FactsheetNote } from '#store/factsheetNotes.ts'
import { read, write, type Reader, type Writer } from '#store/open.ts'
import { zoneName } from '../naming.ts'
import type { MatrixQuery } from '../portal.ts'
import { knownItem } from './factsheetPages.ts'
import type { NoteFormView, RereadView } from './factsheetViews.ts'
import { factsOf, noteView, piecesOf, worstChange, zoneFindings, type FactsheetTools, type ZoneFindings } from './zoneFindings.ts'

/** Which text is meant: the sub-criterion and language from an address, the zone from the query. */
export type NoteAsked = MatrixQuery & { readonly item: string; readonly language: Language }

/** Every way to write a figure's name; the words are the caller's, since use cases know none. */
export type Spelling = (figure: Pick<Figure, 'code' | 'of'>) => readonly string[]

const longestNote = 6000

function keyOf({ choice }: ZoneFindings, item: SubCriterionCode, language: Language) {
  return { territory: choice.root, zone: choice.territory.code, item, language }
}

function formView(findings: ZoneFindings, item: SubCriterionCode, language: Language, note: FactsheetNote | null): NoteFormView {
  const facts = factsOf(findings, item)
  return {
    ...findings.frame,
    item,
    language,
    pieces: note ? piecesOf(note) : [],
    note: note ? noteView(note, facts) : null,
    version: note?.version ?? 0,
    figures: figuresOf(facts),
  }
}

export function noteForm(tools: FactsheetTools, ask: NoteAsked): Promise<NoteFormView> {
  const item = knownItem(ask.item)
  return read(tools.observatory.db, async (reader) => {
    const findings = await zoneFindings(tools, reader, ask)
    const note = await selectNote(reader, keyOf(findings, item, ask.language))
    return formView(findings, item, ask.language, note)
  })
}

/** The names that a text may use: of figures that can be given now, and of those it already holds. */
function dictionaryOf(figures: readonly Figure[], held: FactsheetNote | null, spelling: Spelling): ReadonlyMap<string, string> {
  const kept = Object.keys(held?.issued ?? {}).map((key) => {
    const [code = '', of = null] = key.split(' ')
    return { key, code, of } as Pick<Figure, 'key' | 'code' | 'of'>
  })
  return figureDictionary(
    [...figures, ...kept].flatMap((figure) => [figure.key, ...spelling(figure)].map((spelt) => [spelt, figure.key] as const)),
  )
}

/** The values that the figures of a text are issued with; one that cannot be given any more keeps its last. */
function issuedValues(
  keys: readonly string[],
  figures: readonly Figure[],
  held: FactsheetNote | null,
): Record<string, BoundValue> {
  const present = new Map(figures.map(({ key, value }) => [key, value]))
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = present.get(key) ?? held?.issued[key]
      return value ? [[key, value] as const] : []
    }),
  )
}

/** What saving came to: `unknown` names what stands in brackets and is no figure, and then nothing was saved. */
export interface WriteResult {
  readonly unknown: readonly string[]
  readonly tooLong: boolean
}

const saved: WriteResult = { unknown: [], tooLong: false }

async function record(
  writer: Writer,
  viewer: Viewer,
  action: string,
  note: Pick<FactsheetNote, 'zone' | 'item' | 'language'>,
  text: string,
) {
  const { zone, item, language } = note
  await recordAudit(writer, { actor: viewer, action, subject: `${zone} ${item}`, details: { language, text } })
  await raiseVersion(writer, 'observatory')
}

function changed(item: string): DomainError {
  return new DomainError('factsheet.changed', { item })
}

/**
 * Saves a text; an empty one is taken away. Refuses with `factsheet.changed` when somebody wrote since `version` was read. Each saving leaves the text in
 * the audit log: that is its history.
 */
export function writeNote(
  tools: FactsheetTools,
  viewer: Viewer,
  ask: NoteAsked & { readonly text: string; readonly version: number },
  spelling: Spelling,
): Promise<WriteResult> {
  const item = knownItem(ask.item)
  return write(tools.observatory.db, async (writer) => {
    const findings = await zoneFindings(tools, writer, ask)
    const key = keyOf(findings, item, ask.language)
    const held = await selectNote(writer, key)
    const text = ask.text.replaceAll('\r\n', '\n').trim()
    if (text.length > longestNote) return { unknown: [], tooLong: true }
    if (text === '') {
      if (ask.version === 0 && !held) return saved
      if (!(await deleteNote(writer, key, ask.version))) throw changed(item)
      await record(writer, viewer, 'factsheet.cleared', key, held?.text ?? '')
      return saved
    }
    const figures = figuresOf(factsOf(findings, item))
    const { pieces, unknown } = readNote(text, dictionaryOf(figures, held, spelling))
    if (unknown.length > 0) return { unknown, tooLong: false }
    const keys = pieces.flatMap((piece) => ('key' in piece ? [piece.key] : []))
    const stored = storedNote(pieces)
    const issued = issuedValues(keys, figures, held)
    const by = { writtenAt: tools.observatory.now(), writtenBy: viewer.name }
    if (!(await saveNote(writer, { ...key, text: stored, issued, ...by, version: ask.version }))) throw changed(item)
    await record(writer, viewer, 'factsheet.written', key, stored)
    return saved
  })
}

/** Says that a text still holds with its figures as they are now, which it is issued with from here on. */
export function confirmNote(tools: FactsheetTools, viewer: Viewer, ask: NoteAsked & { readonly version: number }): Promise<void> {
  const item = knownItem(ask.item)
  return write(tools.observatory.db, async (writer) => {
    const findings = await zoneFindings(tools, writer, ask)
    const key = keyOf(findings, item, ask.language)
    const held = await selectNote(writer, key)
    if (!held || held.version !== ask.version) throw changed(item)
    const figures = figuresOf(factsOf(findings, item))
    const issued = issuedValues(Object.keys(held.issued), figures, held)
    if (!(await saveNote(writer, { ...held, issued, writtenAt: tools.observatory.now(), writtenBy: viewer.name })))
      throw changed(item)
    await record(writer, viewer, 'factsheet.confirmed', key, held.text)
  })
}

async function changedIn(tools: FactsheetTools, reader: Reader, root: string, zone: string): Promise<RereadView['texts']> {
  const findings = await zoneFindings(tools, reader, { territory: zone })
  const notes = await selectNotes(reader, root, zone)
  return notes.map((note) => {
    const view = noteView(note, factsOf(findings, note.item))
    return { zone: zoneName(findings.choice.territory), item: note.item, note: view, change: worstChange(view) }
  })
}

/** The texts of the root of the territory in view whose figures changed since they were issued: those that may mean something else first. */
export function rereadView(tools: FactsheetTools, query: MatrixQuery): Promise<RereadView> {
  return read(tools.observatory.db, async (reader) => {
    const { frame, choice } = await zoneFindings(tools, reader, query)
    const texts: RereadView['texts'][number][] = []
    for (const zone of await zonesWithNotes(reader, choice.root))
      texts.push(...(await changedIn(tools, reader, choice.root, zone)))
    const touched = texts.filter(({ change }) => change !== 'same')
    return {
      root: frame.root,
      madeAt: frame.madeAt,
      texts: touched.toSorted((a, b) => Number(b.change === 'meaning') - Number(a.change === 'meaning')),
      unchanged: texts.length - touched.length,
    }
  })
}
