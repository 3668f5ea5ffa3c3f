import { isServiceCode, serviceCodes, type ServiceCode } from '#domain/territory'
import { foldText } from './foldText.ts'
import { isCriterionCode, isItemCode, itemCodes, type ItemCode } from './grid.ts'
import { publicDimensionCodes } from './publics.ts'
import type { SheetVocabulary, ValueKind } from './sheetVocabulary.ts'

/**
 * What a column of a file is, as a code: `ignore`, `never` (personal, dropped always), `id`, `submitted`, `language`, `zone`, `sex` … `digital`, `citation`,
 * `need.S`, `reason.S`, `important.S`, `important.S.C`, `channelUsed.S`, `channelPreferred.S`, `words.S`, `probability.S`, `score.S.ITEM`, `drawn.N`; in the long form
 * `service`, `item`, `score`. S is a service, or the number of a service drawn that `drawn.N` names row by row.
 */
export type ColumnMeaning = string

const plainMeanings: ReadonlySet<string> = new Set([
  'ignore',
  'never',
  'id',
  'submitted',
  'language',
  'zone',
  ...publicDimensionCodes,
  'citation',
  'service',
  'item',
  'score',
])
export const serviceParts = ['need', 'reason', 'important', 'channelUsed', 'channelPreferred', 'words', 'probability'] as const

/** A meaning taken apart. `target` is a service or the number of a drawn one. */
export interface MeaningParts {
  readonly part: string
  readonly target: ServiceCode | number | null
  readonly item: ItemCode | null
}

function targetOf(text: string): ServiceCode | number | null {
  if (isServiceCode(text)) return text
  return /^(?:[1-9]|1[0-6])$/.test(text) ? Number(text) : null
}

/** Whether a part may be said of a target, with an item or without. */
function isPart(part: string, target: ServiceCode | number, item: string): boolean {
  if (part === 'score') return isItemCode(item)
  if (part === 'important' && item !== '') return isCriterionCode(item)
  if (item !== '') return false
  if (part === 'drawn') return typeof target === 'number'
  // Needs are asked of every service; only what is rated can be of a drawn one.
  if (part === 'need' || part === 'reason') return typeof target !== 'number'
  return (serviceParts as readonly string[]).includes(part)
}

/** Takes a meaning apart; `null` for what is none. Example: `score.1.delays.queue` is part `score`, target 1, item `delays.queue`. */
export function meaningParts(meaning: ColumnMeaning): MeaningParts | null {
  if (plainMeanings.has(meaning)) return { part: meaning, target: null, item: null }
  const [part = '', where = '', ...rest] = meaning.split('.')
  const target = targetOf(where)
  const item = rest.join('.')
  if (target === null || !isPart(part, target, item)) return null
  return { part, target, item: isItemCode(item) ? item : null }
}

const kinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ...publicDimensionCodes.map((code) => [code, code] as const),
  ['zone', 'zone'],
  ['language', 'language'],
  ['need', 'need'],
  ['reason', 'criterion'],
  ['channelUsed', 'channel'],
  ['channelPreferred', 'channel'],
  ['drawn', 'service'],
  ['service', 'service'],
  ['item', 'item'],
  ['score', 'score'],
])

/** The kind of values that a column holds; `null` where they are taken as they are. */
export function kindOf({ part, item }: MeaningParts): ValueKind | null {
  if (part === 'important') return item === null ? 'criterion' : 'need'
  return kinds.get(part) ?? null
}

/** A head of LimeSurvey taken apart: `rate1[information]`, `Note … [Information]`, `rate1[information]. Note … [Information]`. */
export interface HeadParts {
  /** Question code, empty in the full-text style. */
  readonly code: string
  /** What stands in brackets, codes before texts. */
  readonly subs: readonly string[]
  readonly text: string
}

const coded = /^([a-z]\w*)((?:\[[^\]]*\])*)(?:\.\s+([\s\S]*))?$/i

const bracketed = (text: string): string[] => [...text.matchAll(/\[([^\]]*)\]/g)].map((found) => found[1] ?? '')

export function headParts(header: string): HeadParts {
  const plain = header.replaceAll(/^[\uFEFF\s"']+|[\s"']+$/g, '')
  const found = coded.exec(plain)
  if (!found) return { code: '', subs: bracketed(plain), text: plain.replaceAll(/\[[^\]]*\]/g, ' ').trim() }
  const [, code = '', brackets = '', text = ''] = found
  return { code, subs: [...bracketed(brackets), ...bracketed(text)], text: text.replaceAll(/\[[^\]]*\]/g, ' ').trim() }
}

/** Columns that tell who somebody is or when they answered, under the names that survey tools give them in both languages. */
const personal =
  /^(?:token|codedacces|accesscode|invitation|ipaddr|ipaddress|adresseip|ip|datestamp|startdate|datestarted|datelastaction|datedelancement|datedeladerniereaction|datedebut|timestamp|horodatage|refurl|referrerurl|urldereference|email|emailaddress|adresseemail|adresseelectronique|courriel|firstname|lastname|prenom|nom|nomdefamille|name|phone|telephone|mobile|interviewtime|groupetime.*|groupt?ime.*|questiont?ime.*)$/
const named: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [personal, 'never'],
  [/^(?:id|responseid|iddelareponse|respondent|repondant|numerodereponse)$/, 'id'],
  [/^(?:submitdate|datesubmitted|datedesoumission|completed)$/, 'submitted'],
  [/^(?:lastpage|dernierepage|seed|tetedeserie|graine)$/, 'ignore'],
  [/^(?:startlanguage|langue|language|languededepart|languedebase)$/, 'language'],
  [/^(?:.*codepostal.*|.*postcode.*|.*postal.*)$/, 'ignore'],
  [/^(?:zone|commune|town|insee|codeinsee|codecommune|ville|zonecode|lad|ladcode)$/, 'zone'],
  [/^(?:sex|sexe|genre|gender)$/, 'sex'],
  [/^(?:age|trancheage|tranchedage|ageband|agegroup)$/, 'age'],
  [/^(?:family|famille|situationfamiliale|menage|household)$/, 'family'],
  [/^(?:activity|activite|situationprofessionnelle|emploiactuel|occupation)$/, 'activity'],
  [/^(?:digital|numerique|aisancenumerique|digitalease)$/, 'digital'],
  [/^(?:citation|idee|statement|citations|idees)\d*$/, 'citation'],
]
const worded: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/communehabitez|quellecommune|votrecommune|whichtown|yourtown|wheredoyoulive|habitezvous/, 'zone'],
  [/votreage|quelagea|quelleestvotretranchedage|howold|yourage/, 'age'],
  [/votresexe|vousetesunfemme|vousetesunhomme|areyouaman|yoursex|yourgender|etesvousunefemme|etesvousunhomme/, 'sex'],
  [/situationfamiliale|composevotrefoyer|vivezvous|familysituation|yourhousehold/, 'family'],
  [/activiteprofessionnelle|votreactivite|situationprofessionnelle|yoursituationatwork|youroccupation|youractivity/, 'activity'],
  [/numerique|demarchesenligne|onlineprocedures|digital|withcomputers/, 'digital'],
]

const parts: readonly (readonly [RegExp, string])[] = [
  [/prefer|prefere|souhaite|plutot/, 'channelPreferred'],
  [/^(?:channel|canal)|parquelmoyen|quelcanal|bywhatmeans|howdidyoureach|channelused/, 'channelUsed'],
  [/^(?:comment|words|mots|verbatim|libre|remarque)|vosmots|yourownwords|remarques/, 'words'],
  [/^(?:prob|chance)|probabilit/, 'probability'],
  [/^import|^priorit|comptentleplus|plusimportant|mattermost|mostimportant/, 'important'],
  [/^(?:reason|raison|renonc|gaveup|giveup|why|pourquoi)|renonc|pourquoi|gaveup|giveup/, 'reason'],
  [/^(?:need|besoin|use)|besoin|utilis|needed|haveyouused|didyouuse/, 'need'],
]

function serviceIn(head: HeadParts, { services }: SheetVocabulary): ServiceCode | null {
  const exact = [...head.subs.map((sub) => sub.replace(/comment$/i, '')), head.code, ...head.code.split('_')]
  for (const each of exact) {
    const service = services.get(foldText(each))
    if (service) return service
  }
  const stem = foldText(head.code)
  const all = [...services].toSorted(([a], [b]) => b.length - a.length)
  const tail = all.find(([name, service]) => name === foldText(service) && stem.endsWith(name))
  const text = foldText(`${head.text} ${head.subs.join(' ')}`)
  return (tail ?? all.find(([name]) => name.length > 3 && text.includes(name)))?.[1] ?? null
}

function itemIn(head: HeadParts, { items }: SheetVocabulary): ItemCode | null {
  const tails = itemCodes.filter((item) => {
    const end = foldText(item)
    return foldText(head.code).endsWith(end) && /[_.]/.test(head.code)
  })
  for (const each of [...head.subs, ...head.code.split('_').slice(1)]) {
    // `opening_hours` is the code of a sub-criterion, “Opening hours” the name of its criterion.
    const spelled = each.replace(/[_-]/, '.')
    if (each.includes('_') && isItemCode(spelled)) return spelled
    const item = items.get(foldText(each))
    if (item) return tails.toSorted((a, b) => b.length - a.length)[0] ?? item
  }
  return null
}

/** The number of a drawn service: `rate1[…]`, `Service 1 : …`. */
function slotIn(head: HeadParts): number | null {
  const found = /^[a-z]+_?(\d{1,2})(?:_|$)/i.exec(head.code) ?? /\bservice (?:n° ?|no\.? ?)?(\d{1,2})\b/i.exec(head.text)
  const slot = Number(found?.[1] ?? 0)
  return slot >= 1 && slot <= serviceCodes.length ? slot : null
}

const mostImportant = /comptentleplus|plusimportant|mattermost|mostimportant/

/** What is said of a service, by the question's code, then by its text; a score where an item is named and nothing else. */
function partIn(head: HeadParts, item: ItemCode | null): string | null {
  const code = foldText(head.code)
  const said = `${code} ${foldText(head.text)}`
  const byCode = parts.find(([pattern]) => pattern.test(code))?.[1]
  if (byCode) return byCode
  if (item !== null) return mostImportant.test(said) ? 'important' : 'score'
  return parts.find(([pattern]) => pattern.test(said))?.[1] ?? null
}

/** A free answer beside a question: `[comment]`, `[townHallcomment]`, `[other]`. */
function isComment({ subs }: HeadParts): boolean {
  const last = foldText(subs[0] ?? '')
  return last.endsWith('comment') || last === 'other' || last === 'autre'
}

function aboutService(head: HeadParts, vocabulary: SheetVocabulary): ColumnMeaning {
  const slot = slotIn(head)
  if (head.subs.length === 0 && slot !== null && /^(?:drawn|service|tire|svc|choisi)\d+$/.test(foldText(head.code)))
    return `drawn.${slot}`
  const target = serviceIn(head, vocabulary) ?? slot
  if (target === null) return 'ignore'
  if (isComment(head)) return `words.${target}`
  const item = itemIn(head, vocabulary)
  const part = partIn(head, item)
  const whole = [part, target, part === 'score' || part === 'important' ? item : null].filter((each) => each !== null).join('.')
  if (part === null) return 'ignore'
  return meaningParts(whole) ? whole : 'ignore'
}

function guessColumn(header: string, vocabulary: SheetVocabulary): ColumnMeaning {
  const head = headParts(header)
  const keys = [head.code, head.text].filter((key) => key !== '' && head.subs.length === 0).map(foldText)
  for (const key of keys) {
    const found = named.find(([pattern]) => pattern.test(key))
    if (found) return found[1]
  }
  const about = aboutService(head, vocabulary)
  if (about !== 'ignore') return about
  return worded.find(([pattern]) => pattern.test(foldText(head.text)))?.[1] ?? 'ignore'
}

/** Whether a head is that of the long form: one line per score. */
export function isLongHead(header: readonly string[]): boolean {
  const keys = new Set(header.map(foldText))
  return ['respondent', 'service', 'criterion', 'score'].every((key) => keys.has(key))
}

const longMeanings: Readonly<Record<string, ColumnMeaning>> = {
  respondent: 'id',
  zone: 'zone',
  service: 'service',
  criterion: 'item',
  score: 'score',
}

/**
 * What each column of a file seems to be, from its codes and names in both languages: heads of LimeSurvey in the styles code, full text, and code with text, or those of a
 * plain file. What is not understood is ignored until somebody says what it is. `most` is the number of services rated at most.
 *
 * Example: `['id', 'ipaddr', 'needs[townHall]', 'rate_townHall[delays]']` gives `id`, `never`, `need.townHall`, `score.townHall.delays`.
 */
export function guessColumns(header: readonly string[], vocabulary: SheetVocabulary, most: number): ColumnMeaning[] {
  if (isLongHead(header)) return header.map((name) => longMeanings[foldText(name)] ?? 'ignore')
  const guessed = header.map((name) => guessColumn(name, vocabulary))
  const slots = guessed.flatMap((meaning) => {
    const target = meaningParts(meaning)?.target
    return typeof target === 'number' ? [target] : []
  })
  // Numbers beyond what one person rates are no draw: they are the services in the order of the survey.
  const numbered = Math.max(0, ...slots) > most && !guessed.some((meaning) => meaning.startsWith('drawn.'))
  if (!numbered) return guessed
  return guessed.map((meaning) =>
    meaning.replace(/^(\w+)\.(\d+)/, (_, part: string, slot: string) => `${part}.${serviceCodes[Number(slot) - 1]}`),
  )
}

/** Parts without which a file brings no answer: `zone`, `answers`, or `drawn.2` for scores of a second service that no column names. */
export function missingColumns(meanings: readonly ColumnMeaning[], kind: 'elicitation' | 'satisfaction'): readonly string[] {
  const all = meanings.flatMap((meaning) => meaningParts(meaning) ?? [])
  const has = (part: string): boolean => all.some((each) => each.part === part)
  const drawn = new Set(all.filter(({ part }) => part === 'drawn').map(({ target }) => target))
  const wanted = new Set(
    all.filter(({ part, target }) => part !== 'drawn' && typeof target === 'number').map(({ target }) => target),
  )
  const long = has('service') || has('item')
  const answers = kind === 'elicitation' ? has('citation') : has('score')
  return [
    ...(has('zone') ? [] : ['zone']),
    ...(answers ? [] : [kind === 'elicitation' ? 'citation' : 'score']),
    ...(long && !(has('service') && has('item') && has('id')) ? ['long'] : []),
    ...[...wanted].filter((slot) => !drawn.has(slot)).map((slot) => `drawn.${slot}`),
  ]
}
