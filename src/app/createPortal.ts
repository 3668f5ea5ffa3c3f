import type { Language } from '#kernel/bilingual.ts'
import { read } from '#store/open.ts'
import type { JobQueue } from '#store/queue.ts'
import { dataStamp } from '#store/stamp.ts'
import { storedMatrixDocument } from './computeMatrix.ts'
import { matrixCsv, matrixXlsx, type Label } from './exportMatrix.ts'
import { cancelJob, jobViews, startJob } from './jobs.ts'
import { comparisonView, evidenceView, homeView, matrixView } from './matrixPages.ts'
import { methodView } from './methodPage.ts'
import type { Observatory } from './observatory.ts'
import type { ExportedFile, Portal } from './portal.ts'
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

/** The use cases wired to an observatory and its queue; `labels` brings the names of codes for workbooks. */
export function createPortal(obs: Observatory, queue: JobQueue, labels: (language: Language) => Label): Portal {
  return {
    stamp: () => read(obs.db, dataStamp),
    territoryChoices: () => territoryChoices(obs),
    home: (query) => homeView(obs, query),
    matrix: (query) => matrixView(obs, query),
    exportMatrix: (query) => exportMatrix(obs, query, labels(query.language)),
    evidence: (query) => evidenceView(obs, query),
    comparison: (query) => comparisonView(obs, query),
    territory: (query) => territoryView(obs, query),
    services: (query) => servicesView(obs, query),
    service: (query) => serviceView(obs, query),
    method: (query) => methodView(obs, query),
    jobs: () => jobViews(obs, queue),
    startJob: (query) => startJob(obs, queue, query),
    cancelJob: (query) => cancelJob(obs, queue, query),
  }
}
