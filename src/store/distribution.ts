/**
 * Where each table of `public` lives on Citus; every table is in exactly one list (a test sees to it).
 * Distributed: spread by `territory_id`, the root territory, which is in every key. Reference: whole on every node. Local: on the coordinator.
 */
export const distributed: readonly string[] = [
  'citation',
  'margin',
  'matrix',
  'matrix_cell',
  'rating',
  'respondent',
  'service_need',
  'survey',
  'weight',
  'weighting',
]

export const reference: readonly string[] = [
  'geography_edition',
  'organisation',
  'place',
  'place_service',
  'procedure',
  'service',
  'service_competence',
  'zone',
  'zone_parent',
  'zone_shape',
]

export const local: readonly string[] = ['job_progress', 'migration']
