import { createRequire } from 'node:module'
import { Client } from 'pg'
import { indexSteps, intentsOf, searcherOf, understand, wordsOfText, type SearchEntry, type Searcher } from '#domain/search'
import { serviceCodes } from '#domain/territory'
import { random, type Random } from '#kernel/random.ts'
import { slips } from '#tests/slips.ts'
import { secondsOf, type Measurement, type Say, type Section } from '../harness.ts'
import type { BenchServer } from '../observatory.ts'

const rounds = 3
const questions = 240
const places = 100_000
const shown = 5
const percentiles = [0.5, 0.95, 0.99] as const

interface Commune {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly population?: number
}

const nowhere = { context: [], lon: null, lat: null, inhabitants: 0 } as const
const kindsOfPlace = [
  'Mairie de',
  'Bibliothèque de',
  'École de',
  'Bureau de poste de',
  'Piscine de',
  'Maison de santé de',
] as const

/** All French communes, with places in them: a mairie each, the others drawn. */
function makeEntries(dice: Random): SearchEntry[] {
  const list = createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json') as readonly Commune[]
  const zones = list
    .filter(({ type }) => type === 'commune-actuelle')
    .map(({ code, nom, population = 0 }): SearchEntry => ({
      ...nowhere,
      kind: 'zone',
      code,
      names: [nom],
      inhabitants: population,
    }))
  const made = Array.from({ length: places }, (_, i): SearchEntry => {
    const town = zones[i < zones.length ? i : dice.below(zones.length)]?.names[0] ?? ''
    const kind = i < zones.length ? kindsOfPlace[0] : kindsOfPlace[1 + dice.below(kindsOfPlace.length - 1)]
    return { ...nowhere, kind: 'place', code: `p${i}`, names: [`${kind ?? ''} ${town}`], context: [town] }
  })
  const services = serviceCodes.map((code): SearchEntry => ({ ...nowhere, kind: 'service', code, names: intentsOf(code) }))
  return [...zones, ...made, ...services]
}

interface Question {
  readonly text: string
  readonly kind: 'zone' | 'place'
  /** The name that was meant, as it is compared. */
  readonly name: string
}

const plain = (text: string): string => wordsOfText(text).join(' ')

/** Names with one slip of the pen each, three communes for a place. */
function makeQuestions(entries: readonly SearchEntry[], dice: Random): Question[] {
  const zones = entries.filter(({ kind, names }) => kind === 'zone' && (names[0]?.length ?? 0) >= 5)
  const halls = entries.filter(({ kind }) => kind === 'place')
  return Array.from({ length: questions }, (_, i): Question => {
    const from = i % 4 === 3 ? halls : zones
    const entry = from[dice.below(from.length)]
    const name = entry?.names[0] ?? ''
    return { text: slips(name, 1, dice)[0] ?? name, kind: i % 4 === 3 ? 'place' : 'zone', name: plain(name) }
  })
}

interface Made {
  readonly searcher: Searcher
  readonly seconds: number
  readonly longestStep: number
}

async function makeIndex(entries: readonly SearchEntry[]): Promise<Made> {
  const steps = indexSteps(entries)
  let made: Searcher | null = null
  let longestStep = 0
  const seconds = await secondsOf(async () => {
    while (!made) {
      const since = performance.now()
      const step = steps.next()
      longestStep = Math.max(longestStep, performance.now() - since)
      if (step.done) made = searcherOf(step.value)
    }
  })
  if (!made) throw new Error('the index was not made')
  return { searcher: made, seconds, longestStep }
}

async function fillPeer(client: Client, entries: readonly SearchEntry[]): Promise<number> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
  await client.query('CREATE TABLE entry (kind text NOT NULL, code text NOT NULL, name text NOT NULL)')
  const columns = [
    entries.map(({ kind }) => kind),
    entries.map(({ code }) => code),
    entries.map(({ names }) => plain(names[0] ?? '')),
  ]
  await client.query('INSERT INTO entry SELECT * FROM unnest($1::text[], $2::text[], $3::text[])', columns)
  const seconds = await secondsOf(() => client.query('CREATE INDEX entry_name ON entry USING gin (name gin_trgm_ops)'))
  await client.query('ANALYZE entry')
  return seconds
}

type Ask = (question: Question) => Promise<readonly string[]>

interface Way {
  readonly name: string
  readonly ask: Ask
  readonly times: number[][]
  found: number
}

async function askAll(way: Way, asked: readonly Question[]): Promise<void> {
  const times: number[] = []
  way.found = 0
  for (const question of asked) {
    let names: readonly string[] = []
    times.push(1000 * (await secondsOf(async () => (names = await way.ask(question)))))
    if (names.includes(question.name)) way.found++
  }
  way.times.push(times.sort((a, b) => a - b))
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN

/** What stands on a page of results: service and town recognised, then each kind of entry. */
function wholeQuestion(searcher: Searcher, text: string): void {
  const around = { lon: 2.26, lat: 50.75 }
  understand(searcher, text, around)
  for (const kind of ['zone', 'place', 'service', 'procedure'] as const) searcher.search({ text, kind, around, most: 8 })
}

/** Trigram similarity as its manual advises: the operator finds by the index, the function sorts. */
function peerAsks(client: Client): Ask {
  const query = 'SELECT name FROM entry WHERE kind = $2 AND name % $1 ORDER BY similarity(name, $1) DESC, code LIMIT 5'
  return async ({ text, kind }) => (await client.query<{ name: string }>(query, [plain(text), kind])).rows.map(({ name }) => name)
}

/** Each way has a searcher of its own: what one was asked, the other must not remember. */
function ownWays({ index }: Searcher): Way[] {
  const [searcher, other] = [searcherOf(index), searcherOf(index)]
  const names: Ask = async ({ text, kind }) =>
    searcher.search({ text, kind, around: null, most: shown }).map(({ entry }) => plain(entry.names[0] ?? ''))
  const whole: Ask = async ({ text }) => {
    wholeQuestion(other, text)
    return []
  }
  return [
    { name: 'Passerelle, same kind of entries', ask: names, times: [], found: 0 },
    { name: 'Passerelle, whole question: service, town, four kinds', ask: whole, times: [], found: 0 },
  ]
}

/** Search with slips over 35,000 communes and 100,000 places, against PostgreSQL's trigrams. */
export async function search(server: BenchServer, say: Say): Promise<Section> {
  const dice = random(35_000)
  const entries = makeEntries(dice)
  const asked = makeQuestions(entries, dice)
  const url = await server.fresh()
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const peerSeconds = await fillPeer(client, entries)
    const { searcher, seconds, longestStep } = await makeIndex(entries)
    const ways: Way[] = [{ name: 'PostgreSQL `pg_trgm`, GIN', ask: peerAsks(client), times: [], found: 0 }, ...ownWays(searcher)]
    for (let round = 0; round < rounds; round++) {
      for (let turn = 0; turn < ways.length; turn++) {
        const way = ways[(round + turn) % ways.length]
        if (!way) continue
        say(`  round ${round + 1} of ${rounds}: ${way.name}`)
        // A new set every round: what was asked before is remembered.
        await askAll(way, makeQuestions(entries, random(round + 1)))
      }
    }
    const at = (share: number): Measurement[] =>
      ways.map(({ name, times }) => ({ name, values: times.map((sorted) => quantile(sorted, share)) }))
    const found = ways.slice(0, 2).map(({ name, found }) => `${name}: ${found}`)
    return {
      title: 'Search',
      about: `${asked.length} names with one slip of the pen, three communes for a place, over ${entries.length.toLocaleString('en')} entries; milliseconds to the first five. The peer gets the same names with accents and abbreviations already removed; the last row is all that a page of results asks, which the peer has no way to say.`,
      tables: [
        ...percentiles.map((share) => ({ unit: `ms, ${share * 100}th percentile`, measurements: at(share) })),
        {
          unit: 's to make the index',
          measurements: [
            { name: 'PostgreSQL `pg_trgm`, GIN', values: [peerSeconds] },
            { name: 'Passerelle', values: [seconds] },
          ],
        },
      ],
      notes: [
        `Name meant among the first five, of ${questions} in the last round: ${found.join('; ')}.`,
        `The longest step of making the index took ${longestStep.toFixed(0)} ms; other requests are served between steps.`,
      ],
    }
  } finally {
    await client.end()
    await server.drop(url)
  }
}
