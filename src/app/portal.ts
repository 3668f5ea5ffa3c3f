import type { Language } from '#kernel/bilingual.ts'
import type {
  ComparisonView,
  EvidenceView,
  HomeView,
  JobView,
  MatrixView,
  MethodView,
  ServicesView,
  ServiceView,
  TerritoryChoice,
  TerritoryView,
} from './views.ts'

/** What a matrix is asked with; absent or `null` parts take their defaults (the root to compare with, everybody, the first rule). */
export interface MatrixQuery {
  readonly territory: string
  readonly against?: string | null
  readonly group?: string | null
  readonly rule?: string | null
}

export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array
}

/** The use cases that the pages call. Codes come as text from an address; an unknown one is refused with a DomainError (`zone.unknown`, `group.unknown`, …). */
export interface Portal {
  /** Changes whenever a figure on a page can have changed; equal stamps mean equal pages. Jobs are not in it. */
  stamp(): Promise<string>
  territoryChoices(): Promise<readonly TerritoryChoice[]>
  home(query: { territory: string }): Promise<HomeView>
  matrix(query: MatrixQuery): Promise<MatrixView>
  exportMatrix(
    query: MatrixQuery & { detail: boolean; format: 'csv' | 'xlsx' | 'json'; language: Language },
  ): Promise<ExportedFile>
  evidence(query: MatrixQuery & { service: string; item: string }): Promise<EvidenceView>
  comparison(query: { territory: string; service: string | null }): Promise<ComparisonView>
  territory(query: { territory: string }): Promise<TerritoryView>
  services(query: { territory: string }): Promise<ServicesView>
  service(query: { territory: string; service: string }): Promise<ServiceView>
  method(query: { territory: string }): Promise<MethodView>
  jobs(): Promise<readonly JobView[]>
  /** Asks for the main job of a territory's root; a job already waiting or running is given back instead of a second one. */
  startJob(query: { territory: string }): Promise<JobView>
  cancelJob(query: { id: string }): Promise<JobView>
}
