import type { Language } from '#kernel/bilingual.ts'
import { readOnce } from '#store/open.ts'
import type { JobQueue } from '#store/queue.ts'
import { dataStamp } from '#store/stamp.ts'
import { storedMatrixDocument } from './computeMatrix.ts'
import { matrixCsv, matrixXlsx, type Label } from './exportMatrix.ts'
import { cancelJob, jobViews, startJob } from './jobs.ts'
import { comparisonView, evidenceView, homeView, matrixView } from './matrixPages.ts'
import { methodView } from './methodPage.ts'
import type { Observatory } from './observatory.ts'
import type { ExportedFile, Portal } from './portal.ts'
import { RecentValues } from './recentValues.ts'
import { serviceView, servicesView } from './servicePages.ts'
import { territoryChoices, territoryView } from './territoryPages.ts'

type ExportQuery = Parameters<Portal['exportMatrix']>[0]

async function exportMatrix(obs: Observatory, query: ExportQuery, label: Label): Promise<ExportedFile> {
  const document = await storedMatrixDocument(obs, query)
  const name = `${query.detail ? 'matrix-detail' : 'matrix'}-${document.territory}.${query.format}`
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  if (query.format === 'csv') return { name, type: 'text/csv; charset=utf-8', body: bytes(matrixCsv(document)) }
  if (query.format === 'json') return { name, type: 'application/json', body: bytes(`${JSON.stringify(document)}\n`) }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name, type, body: await matrixXlsx(document, label) }
}

const keptViews = 60

/** The use cases wired to an observatory and its queue; `labels` brings the names of codes for workbooks. */
export function createPortal(obs: Observatory, queue: JobQueue, labels: (language: Language) => Label): Portal {
  const stamp = (): Promise<string> => readOnce(obs.db, dataStamp)
  const views = new RecentValues<unknown>(keptViews)
  // A view is the same as long as the data are: made once per state of the data and query, asked for the state every time.
  const kept =
    <Query, View>(name: string, make: (obs: Observatory, query: Query) => Promise<View>) =>
    async (query: Query): Promise<View> =>
      views.get([await stamp(), name, JSON.stringify(query)].join(' '), () => make(obs, query)) as Promise<View>
  return {
    stamp,
    territoryChoices: () => kept('choices', territoryChoices)(null),
    home: kept('home', homeView),
    matrix: kept('matrix', matrixView),
    exportMatrix: (query) => exportMatrix(obs, query, labels(query.language)),
    evidence: kept('evidence', evidenceView),
    comparison: kept('comparison', comparisonView),
    territory: kept('territory', territoryView),
    services: kept('services', servicesView),
    service: kept('service', serviceView),
    method: kept('method', methodView),
    jobs: () => jobViews(obs, queue),
    startJob: (query) => startJob(obs, queue, query),
    cancelJob: (query) => cancelJob(obs, queue, query),
  }
}
