import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { importFiles } from '#app/imports/importFiles.ts'
import { officialList } from '#store/officialList.ts'
import { answerOf, runCommand } from '../commands.ts'
import { interleave, secondsOf, type Contender, type Say, type Section } from '../harness.ts'
import { withObservatory, type BenchServer } from '../observatory.ts'

const rounds = 3
const sizes = [100_000, 1_000_000]
const ages = ['15-19', '20-24', '25-39', '40-54', '55-64', '65-79', '80+'] as const
const activities = ['employed', 'unemployed', 'retired', 'student', 'atHome'] as const

/** A long table of people by commune, sex, age and activity, and the same rows as `\copy` takes them into the table itself. */
async function writeFiles(folder: string, rows: number): Promise<{ file: string; copied: string }> {
  const file = join(folder, `population-${rows}.csv`)
  const copied = join(folder, `copy-${rows}.csv`)
  const [csv, raw] = [createWriteStream(file), createWriteStream(copied)]
  csv.write('zone,sex,age,activity,count\n')
  const communes = [...officialList().communes.values()]
  let written = 0
  for (const commune of communes) {
    for (const sex of ['female', 'male']) {
      for (const age of ages) {
        for (const activity of activities) {
          if (written++ >= rows) break
          const people = (written * 37) % 911
          csv.write(`${commune.code},${sex},${age},${activity},${people}\n`)
          raw.write(`${commune.departement},p,${commune.code},${sex},${age},${activity},${people},\n`)
        }
      }
    }
    if (csv.writableNeedDrain) await once(csv, 'drain')
    if (raw.writableNeedDrain) await once(raw, 'drain')
  }
  await Promise.all([new Promise<void>((resolve) => csv.end(resolve)), new Promise<void>((resolve) => raw.end(resolve))])
  return { file, copied }
}

async function importOnce(url: string, file: string): Promise<void> {
  await withObservatory(url, async (obs) => {
    const source = {
      name: 'population.csv',
      size: statSync(file).size,
      open: () => createReadStream(file, { highWaterMark: 1 << 18 }),
    }
    const words = (issue: { code: string }): string => issue.code
    const document = await importFiles(obs, { files: [source], kind: 'population', dryRun: false, answers: {}, by: null, words })
    if (!document.committed) throw new Error(`the import was refused: ${JSON.stringify(document.files[0]?.errors[0])}`)
  })
}

function contendersOf(server: BenchServer, rows: number, files: { file: string; copied: string }, hasPsql: boolean): Contender[] {
  const timed = (name: string, work: (url: string) => Promise<unknown>): Contender => ({
    name,
    run: async () => {
      const url = await server.fresh()
      const seconds = await secondsOf(() => work(url))
      await server.drop(url)
      return rows / seconds
    },
  })
  const copy = `\\copy population_count FROM '${files.copied}' WITH (FORMAT csv)\n`
  const psql = (url: string): Promise<string> => runCommand('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url], copy)
  return [
    ...(hasPsql ? [timed('psql `\\copy` into the table with its key', psql)] : []),
    timed('Passerelle import: read, checked, compared, kept with its source', (url) => importOnce(url, files.file)),
  ]
}

/** Rows per second of a population table through the whole import, against psql's \copy of rows that are ready for the table. */
export async function importPopulation(server: BenchServer, say: Say): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    const hasPsql = (await answerOf('psql', ['--version'])) !== null
    const tables = []
    for (const rows of sizes) {
      const files = await writeFiles(folder, rows)
      const measurements = await interleave(contendersOf(server, rows, files, hasPsql), rounds, say)
      tables.push({ unit: `rows/s of ${rows.toLocaleString('en')}`, measurements })
    }
    return {
      title: 'Import of a population',
      about:
        'Rows per second of people by commune, sex, age and activity into a fresh database: the import recognises the file, reads it twice (checksum, rows), checks every value, adds the communes it names from the official list, and records what it changed.',
      tables,
      notes: hasPsql ? [] : ['Peer skipped: psql is not installed.'],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
