import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCells } from '#sample/cells.ts'
import { loadSample } from '#sample/load.ts'
import { buildPlaces } from '#sample/places.ts'
import { buildProcedures } from '#sample/procedures/index.ts'
import { buildCompetences } from '#sample/services.ts'
import { buildSurveys } from '#sample/surveys/buildSurveys.ts'
import { buildTerritory } from '#sample/territory.ts'
import { random } from '#kernel/random.ts'
import { write } from '#store/open.ts'
import { insertServices } from '#store/services.ts'
import { insertSurvey } from '#store/survey.ts'
import { insertTerritory } from '#store/territory.ts'
import { answerOf, runCommand } from '../commands.ts'
import { interleave, secondsOf, type Contender, type Say, type Section } from '../harness.ts'
import { newId, withObservatory, type BenchServer } from '../observatory.ts'

const rounds = 5

/** In an order that foreign keys allow. */
const tables = [
  'geography_edition',
  'zone',
  'zone_parent',
  'zone_shape',
  'organisation',
  'service',
  'service_competence',
  'procedure',
].concat(['place', 'place_service', 'survey', 'respondent', 'service_need', 'rating', 'citation', 'margin'])

/** The sample made beforehand, and its insertion as a first load does it: one transaction. */
function preparedLoad(): (url: string) => Promise<void> {
  const territory = buildTerritory()
  const cells = buildCells(territory.zones)
  const services = { competences: buildCompetences(), procedures: buildProcedures(), places: buildPlaces(random(1), territory) }
  const surveys = buildSurveys(territory, 1)
  return (url) =>
    withObservatory(url, (obs) =>
      write(obs.db, async (writer) => {
        await insertTerritory(writer, territory, cells)
        await insertServices(writer, services)
        for (const survey of surveys) await insertSurvey(writer, { ...survey, id: newId() }, survey)
      }),
    )
}

const psql = (url: string, input: string): Promise<string> =>
  runCommand('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-At', '-d', url], input)

async function countRows(url: string): Promise<number> {
  return withObservatory(url, async (obs) => {
    const counts = tables.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')
    const { rows } = await obs.db.pool.query<{ n: number }>(`SELECT ${counts} AS n`)
    return rows[0]?.n ?? 0
  })
}

/** `\copy` of the same rows from files into the same tables, in one transaction. */
async function peerOf(folder: string, loaded: string): Promise<((url: string) => Promise<unknown>) | null> {
  if ((await answerOf('psql', ['--version'])) === null) return null
  const lines = (direction: 'TO' | 'FROM'): string =>
    tables.map((table) => `\\copy ${table} ${direction} '${join(folder, table)}'`).join('\n')
  await psql(loaded, lines('TO'))
  return (url) => psql(url, `BEGIN;\n${lines('FROM')}\nCOMMIT;\n`)
}

/** The first load's rows per second, against psql's \copy of the same rows into the same tables. */
export async function firstLoad(server: BenchServer, say: Say): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    const load = preparedLoad()
    const loaded = await server.fresh()
    await load(loaded)
    const rows = await countRows(loaded)
    const copy = await peerOf(folder, loaded)
    const timed = (name: string, work: (url: string) => Promise<unknown>): Contender => ({
      name,
      run: async () => {
        const url = await server.fresh()
        const seconds = await secondsOf(() => work(url))
        const written = await countRows(url)
        await server.drop(url)
        return written / seconds
      },
    })
    const contenders = [
      ...(copy ? [timed('psql `\\copy` from files', copy)] : []),
      timed('Passerelle, rows in memory', load),
      timed('Passerelle, with the making of the sample', (url) => withObservatory(url, (obs) => loadSample(obs))),
    ]
    return {
      title: 'First load',
      about: `Rows per second of the sample observatory into a fresh database with all its keys, in one transaction, fsync on: ${rows.toLocaleString('en')} rows in ${tables.length} tables.`,
      tables: [{ unit: 'rows/s', measurements: await interleave(contenders, rounds, say) }],
      notes: copy ? [] : ['Peer skipped: psql is not installed.'],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
