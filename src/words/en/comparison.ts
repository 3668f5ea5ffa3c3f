import type { comparison as fr } from '../fr/comparison.ts'

export const comparison: typeof fr = {
  title: (service, inZone) => `${service}: how do zones differ ${inZone}?`,
  context: (root) => `Eleven criteria, one line per zone. Each zone is compared ${root}.`,
  service: 'Service',
  show: 'Show',
  chart: (criterion) => `${criterion}: score and interval by zone`,
  tableTitle: 'All scores and their levels',
  criterion: 'Criterion',
  zone: 'Zone',
  figures: 'Charts by criterion',
  threshold: (score) => `Vertical line: threshold of a high score, ${score}.`,
}
