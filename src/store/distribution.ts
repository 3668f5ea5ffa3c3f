/**
 * Where each table of `public` lives on Citus; every table is in exactly one list (a test sees to it).
 * Distributed: spread by `territory_id`, the root territory, which is in every key. Reference: whole on every node. Local: on the coordinator.
 */
export const distributed: readonly string[] = [
  'citation',
  'facility_count',
  'margin',
  'matrix',
  'matrix_cell',
  'measure_value',
  'population_count',
  'rating',
  'respondent',
  'service_need',
  'survey',
  'weight',
  'weighting',
]

export const reference: readonly string[] = [
  'dataset',
  'geography_edition',
  'measure',
  'organisation',
  'place',
  'place_service',
  'postcode',
  'procedure',
  'service',
  'service_competence',
  'zone',
  'zone_parent',
  'zone_shape',
  'zone_succession',
]

export const local: readonly string[] = [
  'data_version',
  'import',
  'import_change',
  'import_mapping',
  'job_progress',
  'migration',
  'setting',
  'upload',
  'upload_piece',
]
