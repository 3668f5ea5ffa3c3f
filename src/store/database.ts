// The tables' types, written by npm run schema from the migrated database; never edited.
import type { ColumnType, Generated } from 'kysely'

/** Read parsed; written as JSON text, since pg would take an array for an array of SQL. */
export type Json = ColumnType<unknown, string, string>
export type Numeric = ColumnType<string, number | string, number | string>
export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface AnswerSheetTable {
  territory_id: string
  survey_id: string
  id: string
  mode: string
  content: Json
}

export interface AuditEntryTable {
  id: string
  at: Timestamp
  actor_id: string | null
  actor_name: string
  action: string
  subject: string
  organisation: string | null
  details: Json
}

export interface AuthAccountTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: Timestamp | null
  refreshTokenExpiresAt: Timestamp | null
  scope: string | null
  password: string | null
  createdAt: Timestamp
  updatedAt: Timestamp
}

export interface AuthPasskeyTable {
  id: string
  name: string | null
  publicKey: string
  userId: string
  credentialID: string
  counter: number
  deviceType: string
  backedUp: boolean
  transports: string | null
  createdAt: Timestamp | null
  aaguid: string | null
}

export interface AuthRateLimitTable {
  id: string
  key: string
  count: number
  lastRequest: number
}

export interface AuthSessionTable {
  id: string
  expiresAt: Timestamp
  token: string
  createdAt: Timestamp
  updatedAt: Timestamp
  ipAddress: string | null
  userAgent: string | null
  userId: string
}

export interface AuthTwoFactorTable {
  id: string
  secret: string
  backupCodes: string
  userId: string
  verified: boolean | null
  failedVerificationCount: number | null
  lockedUntil: Timestamp | null
}

export interface AuthUserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  createdAt: Timestamp
  updatedAt: Timestamp
  twoFactorEnabled: boolean | null
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: Timestamp
  createdAt: Timestamp
  updatedAt: Timestamp
}

export interface BackupMadeTable {
  id: string
  made_at: Timestamp
  made_by_name: string | null
  bytes: number
  row_count: number
  checksum: string
  encrypted: boolean
}

export interface ChannelCostTable {
  service: string
  country: string
  channel: string
  amount: number
  currency: string
  year: number
  includes: string
  source: string
  version: Generated<number>
}

export interface CitationTable {
  territory_id: string
  survey_id: string
  respondent: number
  item: string
}

export interface ClassificationTable {
  territory_id: string
  id: string
  number: number
  zone: string
  name_fr: string
  name_en: string
  origin: string
  based_on: string | null
  state: string
  synthetic: boolean
  record: Json
  evidence: Json
  checksum: string
  made_at: Timestamp
  made_by_name: string | null
  published_at: Timestamp | null
  published_by_name: string | null
  version: Generated<number>
}

export interface ColumnNameTable {
  code: string
  table_code: string
  table_name: string
  label: string
  import_id: string | null
}

export interface ContributionTable {
  id: string
  place: string | null
  kind: string
  organisation: string
  author_id: string
  author_name: string
  author_email: string | null
  sent_at: Timestamp
  place_version: number | null
  content: Json
  text: string | null
  state: string
  reviewed_by: string | null
  reviewed_by_name: string | null
  reviewed_at: Timestamp | null
  reason: string | null
}

export interface CustomerProfileTable {
  territory_id: string
  id: string
  classification_id: string
  level: number
  organisation: string
  name: string
  service: string | null
  period: string
  base: string
  counts: number[]
  records: number
  placed: number
  unplaced: number
  made_at: Timestamp
  made_by_name: string
  version: Generated<number>
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

export interface FactsheetNoteTable {
  territory_id: string
  zone: string
  item: string
  language: string
  text: string
  issued: Json
  written_at: Timestamp
  written_by_name: string
  version: Generated<number>
}

export interface GeographyEditionTable {
  code: string
  name_fr: string
  name_en: string
  valid_from: string
  source: string
  licence: string
}

export interface GoldenModelTable {
  territory_id: string
  classification_id: string
  level: number
  model: Json
  made_at: Timestamp
}

export interface GridVersionTable {
  code: string
  state: string
  content: Json
  based_on: string | null
  created_at: Timestamp
  published_at: Timestamp | null
  published_by_name: string | null
  version: Generated<number>
}

export interface GroupMatchTable {
  id: string
  left_territory: string
  left_id: string
  left_level: number
  right_territory: string
  right_id: string
  right_level: number
  scaling: string
  content: Json
  published: Generated<boolean>
  made_at: Timestamp
  made_by_name: string | null
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

export interface ImportanceTable {
  territory_id: string
  survey_id: string
  respondent: number
  service: string
  criterion: string
}

export interface InvitationTable {
  id: string
  email: string
  organisation: string
  role: string
  token_hash: string
  invited_by: string
  invited_at: Timestamp
  expires_at: Timestamp
  accepted_at: Timestamp | null
  revoked_at: Timestamp | null
}

export interface JobProgressTable {
  job: string
  territory: string
  step: string
  progress: number
  updated_at: Timestamp
}

export interface JobRequestTable {
  job: string
  requested_by_name: string
  requested_at: Timestamp
}

export interface MarginTable {
  territory_id: string
  survey_id: string
  variable: string
  category: string
  total: number
  source: string
  reference_date: string | null
  brought_at: Timestamp | null
  brought_by_name: string | null
  scaled_from: number | null
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
  importance: number | null
  importance_se: number | null
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

export interface MembershipTable {
  user_id: string
  organisation: string
  role: string
  since: Timestamp
}

export interface MessageTable {
  id: string
  to_address: string
  subject: string
  body: string
  kind: string
  language: string
  queued_at: Timestamp
  state: string
  attempts: Generated<number>
  next_attempt_at: Timestamp | null
  sent_at: Timestamp | null
  failure: string | null
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
  version: Generated<number>
  active: Generated<boolean>
}

export interface PaperFormTable {
  territory_id: string
  survey_id: string
  number: number
  state: string
  first: Json | null
  first_by: string | null
  first_by_name: string | null
  second: Json | null
  second_by: string | null
  second_by_name: string | null
  fields: number | null
  differences: number | null
  version: Generated<number>
}

export interface PhotoTable {
  id: string
  contribution_id: string
  place: string
  organisation: string
  accepted: boolean
  alt_fr: string
  alt_en: string
  type: string
  content: Buffer
  width: number
  height: number
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
  brought: Json | null
}

export interface PlaceChangeTable {
  id: string
  place: string
  version: number
  at: Timestamp
  actor_id: string | null
  actor_name: string
  organisation: string | null
  kind: string
  before: Json
  after: Json
  note: string | null
  accepted_by_name: string | null
  contribution_id: string | null
}

export interface PlaceServiceTable {
  place: string
  service: string
  import_id: string | null
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

export interface PortraitPictureTable {
  territory_id: string
  classification_id: string
  level: number
  segment: number
  media_type: string
  content: Buffer
  alt_fr: string
  alt_en: string
  credit: string
  version: Generated<number>
}

export interface PortraitTextTable {
  territory_id: string
  classification_id: string
  level: number
  segment: number
  part: string
  language: string
  text: string
  figures: Json
  written_at: Timestamp
  written_by_name: string
  version: Generated<number>
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
  version: Generated<number>
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
  cluster: string | null
  mode: string | null
}

export interface SegmentTable {
  territory_id: string
  classification_id: string
  level: number
  number: number
  letter: string
  name_fr: string
  name_en: string
  parent: number | null
  areas: number
  people: number
  households: number
  centroid: number[]
  version: Generated<number>
}

export interface SegmentAreaTable {
  territory_id: string
  classification_id: string
  zone: string
  segments: number[]
  distance: number
  second: number | null
  separation: number | null
  people: number
  households: number
}

export interface SegmentBuildTable {
  id: string
  territory: string
  dataset: string
  choice: Json
  transform: string
  scale: string
  seed: number
  candidates: Json
  wish: Json | null
  work: string | null
  job: string | null
  progress: Generated<number>
  fault: Json | null
  number: number | null
  made_at: Timestamp
  made_by_name: string
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
  version: Generated<number>
}

export interface ServiceNeedTable {
  territory_id: string
  survey_id: string
  respondent: number
  service: string
  drawn: boolean
  draw_probability: number | null
  gave_up_for: string | null
  channel_used: string | null
  channel_preferred: string | null
}

export interface SettingTable {
  name: string
  value: Json
}

export interface SheetFileTable {
  id: string
  territory_id: string
  survey_id: string
  name: string
  bytes: Generated<number>
  hash: string | null
  state: string
  mapping: Json | null
  options: Json
  report: Json | null
  brought_on: string
  brought_by_name: string
  version: Generated<number>
}

export interface SheetFilePieceTable {
  file_id: string
  number: number
  content: Buffer
}

export interface SheetMappingTable {
  id: string
  signature: string
  name: string
  mapping: Json
  used_at: Timestamp
  version: Generated<number>
}

export interface SheetSourceTable {
  territory_id: string
  survey_id: string
  key: string
}

export interface SignInAttemptTable {
  key: string
  failures: number
  last_at: Timestamp
  locked_until: Timestamp | null
}

export interface StatementTable {
  territory_id: string
  survey_id: string
  respondent: number
  number: number
  text: string
  items: Generated<string[]>
  coded: Generated<boolean>
  version: Generated<number>
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
  state: Generated<string>
  questionnaire: Json | null
  plan: Json | null
  weighting_settings: Json | null
  weighting_id: string | null
  version: Generated<number>
}

export interface SurveyCodeTable {
  territory_id: string
  survey_id: string
  key: string
  begun: Generated<boolean>
}

export interface SurveyDayTable {
  territory_id: string
  survey_id: string
  day: string
  mode: string
  sheets: number
}

export interface SurveyDraftTable {
  territory_id: string
  survey_id: string
  key: string
  sealed: Buffer
  saved_on: string
  version: Generated<number>
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

export interface VerbatimTable {
  territory_id: string
  survey_id: string
  id: string
  service: string | null
  item: string | null
  language: string
  original: string
  shown: string | null
  state: string
  reason: string | null
  moderated_by_name: string | null
  moderated_on: string | null
  version: Generated<number>
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
  number: number
  name: string | null
  settings: Json | null
  made_by_name: string | null
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
  version: Generated<number>
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
  answer_sheet: AnswerSheetTable
  audit_entry: AuditEntryTable
  auth_account: AuthAccountTable
  auth_passkey: AuthPasskeyTable
  auth_rate_limit: AuthRateLimitTable
  auth_session: AuthSessionTable
  auth_two_factor: AuthTwoFactorTable
  auth_user: AuthUserTable
  auth_verification: AuthVerificationTable
  backup_made: BackupMadeTable
  channel_cost: ChannelCostTable
  citation: CitationTable
  classification: ClassificationTable
  column_name: ColumnNameTable
  contribution: ContributionTable
  customer_profile: CustomerProfileTable
  data_version: DataVersionTable
  dataset: DatasetTable
  facility_count: FacilityCountTable
  factsheet_note: FactsheetNoteTable
  geography_edition: GeographyEditionTable
  golden_model: GoldenModelTable
  grid_version: GridVersionTable
  group_match: GroupMatchTable
  import: ImportTable
  import_change: ImportChangeTable
  import_mapping: ImportMappingTable
  importance: ImportanceTable
  invitation: InvitationTable
  job_progress: JobProgressTable
  job_request: JobRequestTable
  margin: MarginTable
  matrix: MatrixTable
  matrix_cell: MatrixCellTable
  measure: MeasureTable
  measure_value: MeasureValueTable
  membership: MembershipTable
  message: MessageTable
  migration: MigrationTable
  organisation: OrganisationTable
  paper_form: PaperFormTable
  photo: PhotoTable
  place: PlaceTable
  place_change: PlaceChangeTable
  place_service: PlaceServiceTable
  population_count: PopulationCountTable
  portrait_picture: PortraitPictureTable
  portrait_text: PortraitTextTable
  postcode: PostcodeTable
  procedure: ProcedureTable
  rating: RatingTable
  respondent: RespondentTable
  segment: SegmentTable
  segment_area: SegmentAreaTable
  segment_build: SegmentBuildTable
  service: ServiceTable
  service_competence: ServiceCompetenceTable
  service_need: ServiceNeedTable
  setting: SettingTable
  sheet_file: SheetFileTable
  sheet_file_piece: SheetFilePieceTable
  sheet_mapping: SheetMappingTable
  sheet_source: SheetSourceTable
  sign_in_attempt: SignInAttemptTable
  statement: StatementTable
  survey: SurveyTable
  survey_code: SurveyCodeTable
  survey_day: SurveyDayTable
  survey_draft: SurveyDraftTable
  upload: UploadTable
  upload_piece: UploadPieceTable
  verbatim: VerbatimTable
  weight: WeightTable
  weighting: WeightingTable
  zone: ZoneTable
  zone_parent: ZoneParentTable
  zone_shape: ZoneShapeTable
  zone_succession: ZoneSuccessionTable
}
