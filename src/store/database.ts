// The tables' types, written by npm run schema from the migrated database; never edited.
import type { ColumnType, Generated } from 'kysely'

/** Read parsed; written as JSON text, since pg would take an array for an array of SQL. */
export type Json = ColumnType<unknown, string, string>
export type Numeric = ColumnType<string, number | string, number | string>
export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface CitationTable {
  territory_id: string
  survey_id: string
  respondent: number
  item: string
}

export interface DataVersionTable {
  scope: string
  version: number
}

export interface DatasetTable {
  code: string
  kind: string
  title_fr: string
  title_en: string
  source: string
  licence: string | null
  reference_date: string | null
  import_id: string | null
}

export interface FacilityCountTable {
  territory_id: string
  dataset: string
  zone: string
  type: string
  facilities: number
  import_id: string | null
}

export interface GeographyEditionTable {
  code: string
  name_fr: string
  name_en: string
  valid_from: string
  source: string
  licence: string
}

export interface ImportTable {
  id: string
  kind: string
  file_name: string
  checksum: string
  bytes: number
  source: string | null
  licence: string | null
  reference_date: string | null
  imported_at: Timestamp
  imported_by: string | null
  imported_by_name: string | null
  record_count: number
  added: number
  changed: number
  unchanged: number
  missing_values: number
  report: Json
  undone_at: Timestamp | null
  undone_by_name: string | null
}

export interface ImportChangeTable {
  import_id: string
  relation: string
  key: Json
  before: Json
}

export interface ImportMappingTable {
  header_checksum: string
  kind: string
  mapping: Json
  remembered_at: Timestamp
}

export interface JobProgressTable {
  job: string
  territory: string
  step: string
  progress: number
  updated_at: Timestamp
}

export interface MarginTable {
  territory_id: string
  survey_id: string
  variable: string
  category: string
  total: number
  source: string
}

export interface MatrixTable {
  territory_id: string
  id: string
  weighting_id: string
  zone: string
  against: string
  rule: string
  made_at: Timestamp
  expected_wrong: number
}

export interface MatrixCellTable {
  territory_id: string
  matrix_id: string
  service: string
  item: string
  status: string
  n: number | null
  effective_n: number | null
  score: number | null
  se: number | null
  lower: number | null
  upper: number | null
  against_score: number | null
  deviation: number | null
  deviation_se: number | null
  deviation_lower: number | null
  deviation_upper: number | null
  below_p: number | null
  below_adjusted: number | null
  level: string | null
  sureness: string | null
  probability: number | null
  side: string | null
  giving_up: number | null
}

export interface MeasureTable {
  dataset: string
  position: number
  code: string
  label_fr: string
  label_en: string
  unit: string
  denominator: string | null
  import_id: string | null
}

export interface MeasureValueTable {
  territory_id: string
  dataset: string
  zone: string
  figures: number[]
  import_id: string | null
}

export interface MigrationTable {
  number: number
  name: string
  checksum: string
  applied_at: Generated<Timestamp>
}

export interface OrganisationTable {
  code: string
  name_fr: string
  name_en: string
  kind: string
  country: string
  zone: string
  url: string | null
}

export interface PlaceTable {
  code: string
  name_fr: string
  name_en: string
  zone: string | null
  root: string | null
  lon: number | null
  lat: number | null
  organisation: string | null
  opening_hours: string | null
  phone: string | null
  email: string | null
  step_free: boolean | null
  parking: boolean | null
  synthetic: boolean
  position: Generated<string>
  address: string | null
  postcode: string | null
  town: string | null
  url: string | null
  kind: string | null
  source: string | null
  source_code: string | null
  checked_on: string | null
  closed_on: string | null
  merged_into: string | null
  version: Generated<number>
  updated_at: Timestamp | null
  import_id: string | null
}

export interface PlaceServiceTable {
  place: string
  service: string
}

export interface PopulationCountTable {
  territory_id: string
  dataset: string
  zone: string
  sex: string
  age: string
  activity: string
  people: number
  import_id: string | null
}

export interface PostcodeTable {
  postcode: string
  zone: string
  share: number | null
  lon: number | null
  lat: number | null
  import_id: string | null
}

export interface ProcedureTable {
  code: string
  service: string
  country: string
  contact: string
  content: Json
  channels: Json
  url: string | null
}

export interface RatingTable {
  territory_id: string
  survey_id: string
  respondent: number
  service: string
  item: string
  score: number
}

export interface RespondentTable {
  territory_id: string
  survey_id: string
  number: number
  zone: string
  stratum: string
  design_weight: number
  sex: string | null
  age: string | null
  family: string | null
  activity: string | null
  digital: string | null
}

export interface ServiceTable {
  code: string
  position: number
}

export interface ServiceCompetenceTable {
  service: string
  country: string
  competent: string
  channels: Json
}

export interface ServiceNeedTable {
  territory_id: string
  survey_id: string
  respondent: number
  service: string
  drawn: boolean
  draw_probability: number | null
  gave_up_for: string | null
}

export interface SettingTable {
  name: string
  value: Json
}

export interface SurveyTable {
  territory_id: string
  id: string
  code: string
  kind: string
  grid: string
  title_fr: string
  title_en: string
  field_start: string
  field_end: string
  source_fr: string
  source_en: string
  synthetic: boolean
}

export interface UploadTable {
  id: string
  file_name: string
  bytes: number
  brought_by: string | null
  brought_by_name: string | null
  brought_at: Timestamp
  state: string
  kind: string | null
  options: Json
  preview: Json | null
  progress: Generated<number>
  failure: string | null
}

export interface UploadPieceTable {
  upload_id: string
  number: number
  content: Buffer
}

export interface WeightTable {
  territory_id: string
  weighting_id: string
  respondent: number
  weight: number
}

export interface WeightingTable {
  territory_id: string
  id: string
  survey_id: string
  method: string
  made_at: Timestamp
  diagnostics: Json
}

export interface ZoneTable {
  edition: string
  code: string
  level: string
  name_fr: string
  name_en: string
  lon: number | null
  lat: number | null
  population: number | null
  country: string
  root: string | null
  source: string
  import_id: string | null
}

export interface ZoneParentTable {
  edition: string
  child: string
  parent: string
  hierarchy: string
  import_id: string | null
}

export interface ZoneShapeTable {
  edition: string
  code: string
  rings: Json
  schematic: boolean
  polygons: Json | null
  derived: Generated<boolean>
  import_id: string | null
}

export interface ZoneSuccessionTable {
  former: string
  current: string
  source: string
  import_id: string | null
}

export interface DB {
  citation: CitationTable
  data_version: DataVersionTable
  dataset: DatasetTable
  facility_count: FacilityCountTable
  geography_edition: GeographyEditionTable
  import: ImportTable
  import_change: ImportChangeTable
  import_mapping: ImportMappingTable
  job_progress: JobProgressTable
  margin: MarginTable
  matrix: MatrixTable
  matrix_cell: MatrixCellTable
  measure: MeasureTable
  measure_value: MeasureValueTable
  migration: MigrationTable
  organisation: OrganisationTable
  place: PlaceTable
  place_service: PlaceServiceTable
  population_count: PopulationCountTable
  postcode: PostcodeTable
  procedure: ProcedureTable
  rating: RatingTable
  respondent: RespondentTable
  service: ServiceTable
  service_competence: ServiceCompetenceTable
  service_need: ServiceNeedTable
  setting: SettingTable
  survey: SurveyTable
  upload: UploadTable
  upload_piece: UploadPieceTable
  weight: WeightTable
  weighting: WeightingTable
  zone: ZoneTable
  zone_parent: ZoneParentTable
  zone_shape: ZoneShapeTable
  zone_succession: ZoneSuccessionTable
}
