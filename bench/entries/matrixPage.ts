import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storedMatrixDocument } from '#app/computeMatrix.ts'
import { startProgram } from '../commands.ts'
import { interleave, type Say, type Section } from '../harness.ts'
import { askOnce, requestsPerSecond } from '../load.ts'
import { withObservatory, type BenchServer } from '../observatory.ts'

const page = '/en/matrix?territory=audomarois'
const plan = { connections: 8, seconds: 4, most: 4000 }
const rounds = 5

const oneDecimal = (value: number | null): string => (value === null ? '' : value.toFixed(1))

/** The cells of the page with what it shows of each, for the peer. */
async function writeRows(url: string, file: string): Promise<number> {
  const query = { territory: 'audomarois', language: 'en', detail: false } as const
  const { rows } = await withObservatory(url, (obs) => storedMatrixDocument(obs, query))
  const shown = rows.map(({ service, criterion, score, deviation, level, sureness, side, givingUp, status }) => ({
    service,
    criterion,
    address: `/en/matrix/${service}/${criterion}?territory=audomarois&against=62`,
    score: oneDecimal(score),
    deviation: oneDecimal(deviation),
    givingUp: givingUp === null ? '' : `${Math.round(givingUp * 100)}%`,
    level,
    sureness,
    side,
    status,
  }))
  writeFileSync(file, JSON.stringify(shown))
  return shown.length
}

/** The matrix page as served against a bare `node:http` server that sets the same cells in a plain table; its 304 apart. */
export async function matrixPage(server: BenchServer, say: Say): Promise<Section> {
  const url = await server.sample()
  const file = join(tmpdir(), `passerelle-bench-rows-${process.pid}.json`)
  const rows = await writeRows(url, file)
  const programs = join(import.meta.dirname, '..', 'programs')
  const bare = await startProgram(join(programs, 'bareServer.ts'), [file])
  const portal = await startProgram(join(programs, 'portalServer.ts'), [url])
  try {
    const own = await askOnce(portal.port, page)
    const peer = await askOnce(bare.port, page)
    if (own.status !== 200) throw new Error(`${page} answered ${own.status}`)
    const tag = String(own.headers['etag'] ?? '')
    const asks = (port: number) => () => requestsPerSecond({ ...plan, port, path: page, status: 200 })
    const again = () =>
      requestsPerSecond({ ...plan, port: portal.port, path: page, headers: { 'If-None-Match': tag }, status: 304 })
    const contenders = [
      { name: 'bare `node:http`, plain table', run: asks(bare.port) },
      { name: 'Passerelle, whole page', run: asks(portal.port) },
      { name: 'Passerelle, 304 to a browser that holds it', run: again },
    ]
    for (const { run } of contenders) await run()
    const measurements = await interleave(contenders, rounds, say)
    return {
      title: 'Matrix page',
      about: `Requests per second over ${plan.connections} kept connections on loopback, each server in a process of its own, without compression; warmed up, then ${rounds} rounds of at most ${plan.seconds} s or ${plan.most.toLocaleString('en')} requests. The peer escapes and sets the same ${rows} cells, each with the ten fields that the page shows, in a plain table from memory; ours asks the database for the state of the data at every request, keeps what it read under that state, and sets the whole page: header, filters, legend, words, symbols, bars.`,
      tables: [{ unit: 'requests/s', measurements }],
      notes: [`Bytes per page: ours ${own.bytes.toLocaleString('en')}, the peer ${peer.bytes.toLocaleString('en')}.`],
    }
  } finally {
    await portal.stop()
    await bare.stop()
    rmSync(file, { force: true })
  }
}
