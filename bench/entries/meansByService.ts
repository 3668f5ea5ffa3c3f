import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { random } from '#kernel/random.ts'
import { cube, type Cube, type CubeRequest } from '#stats/cube.ts'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { varianceFrame } from '#stats/sparseVariance.ts'
import { interleave, secondsOf, type Say, type Section } from '../harness.ts'
import { peerOfSurvey, peerSkipped, relative } from '../peerOfSurvey.ts'

const rows = 1_000_000
const services = 16
const scores = 36
const strata = 20
const peerRounds = 3
const rounds = 7
const script = join(import.meta.dirname, '..', 'programs', 'meansByService.R')

interface Table {
  readonly columns: readonly Uint8Array[]
  readonly service: Int32Array
  readonly person: Int32Array
  readonly stratum: Int32Array
  readonly weights: Float64Array
}

/** A row per person and service used, four each, with 36 scores from 0 to 10. */
function tableOf(): Table {
  const { next: chance } = random(36)
  const person = Int32Array.from({ length: rows }, (_, i) => i >> 2)
  const ofPerson = Float64Array.from({ length: rows >> 2 }, () => 20 + 60 * chance())
  const first = Int32Array.from({ length: rows >> 2 }, () => Math.floor(chance() * services))
  return {
    person,
    stratum: person.map((p) => p % strata),
    service: Int32Array.from(person, (p, i) => ((first[p] as number) + (i & 3) * 5) % services),
    weights: Float64Array.from(person, (p) => ofPerson[p] as number),
    columns: Array.from({ length: scores }, () => Uint8Array.from({ length: rows }, () => Math.floor(Math.sqrt(chance()) * 11))),
  }
}

function requestOf({ columns, service, person, stratum, weights }: Table): CubeRequest {
  const design = sampleDesign({ unit: person, stratum })
  const zones = Array.from({ length: services }, (_, s) => [s])
  return {
    cells: columns.map((column) => ({ row: null, value: Float64Array.from(column), factor: null })),
    weights,
    frame: varianceFrame(design, weights),
    domains: { leaf: service, leaves: services, zones, whole: null, dimensions: [] },
  }
}

function writeFiles(folder: string, { columns, service, person, stratum, weights }: Table): void {
  writeFileSync(join(folder, 'scores.bin'), Buffer.concat(columns))
  writeFileSync(join(folder, 'service.bin'), Uint8Array.from(service))
  writeFileSync(join(folder, 'stratum.bin'), Uint8Array.from(stratum))
  writeFileSync(join(folder, 'person.bin'), person)
  writeFileSync(join(folder, 'weights.bin'), weights)
}

/** Greatest relative differences of means and errors to the peer's, over all 576. */
function largestDifference(folder: string, own: Cube): { means: number; errors: number; compared: number } {
  const lines = readFileSync(join(folder, 'estimates.csv'), 'utf8').trim().split('\n').slice(1)
  const found = { means: 0, errors: 0, compared: lines.length }
  for (const line of lines) {
    const [service = 0, score = 0, mean = Number.NaN, se = Number.NaN] = line.split(',').map(Number)
    const at = (score - 1) * services + service
    found.means = Math.max(found.means, relative(own.mean[at] ?? Number.NaN, mean))
    found.errors = Math.max(found.errors, relative(own.se[at] ?? Number.NaN, se))
  }
  return found
}

/** Means with standard errors of 36 scores by 16 services over a million rows, against R's `svyby`. */
export async function meansByService(say: Say): Promise<Section> {
  const table = tableOf()
  const request = requestOf(table)
  const own = cube(request)
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    const peer = await peerOfSurvey('R `survey`, `svyby(…, svymean)`', script, [folder, String(rows)])
    if (peer) writeFiles(folder, table)
    const ours = { name: 'Passerelle', run: () => secondsOf(() => cube(request)) }
    const measurements = peer ? await interleave([peer, ours], peerRounds, say) : await interleave([ours], rounds, say)
    const same = peer ? largestDifference(folder, own) : null
    return {
      title: 'Means by service',
      about: `Seconds from columns and a design in memory to ${scores * services} means with their standard errors: ${scores} scores by ${services} services over ${rows.toLocaleString('en')} rows (person and service used, all ${scores} scores given), ${(rows / 4).toLocaleString('en')} people as sampling units in ${strata} strata. Counted for the peer is \`svyby\` alone.`,
      tables: [{ unit: 'seconds', measurements }],
      notes: [
        same
          ? `Same result over ${same.compared} means: they differ by at most ${same.means.toExponential(1)} of themselves, standard errors by ${same.errors.toExponential(1)}.`
          : peerSkipped,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
