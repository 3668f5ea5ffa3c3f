import type { Level, Side } from '#domain/matrix'

/** One drawing per level, on a field of 10 by 10: filled and hollow triangles, half and full discs, so that none relies on its colour. */
export const levelShapes: Readonly<Record<Level, string>> = {
  rethink: '<path d="M.5 1.2h9L5 9z"/>',
  watch: '<path class="hollow" d="M1.3 1.7h7.4L5 8z"/>',
  fineTune: '<circle class="hollow" cx="5" cy="5" r="3.9"/><path d="M5 1.1a3.9 3.9 0 0 0 0 7.8z"/>',
  maintain: '<circle cx="5" cy="5" r="4.4"/>',
}

/** An arrow on the axis of the side that is established: up and down for scores, left and right as the bar of deviations. */
const sideShapes: Readonly<Record<Side, string>> = {
  scoreLow: '<path d="M5 9.5 1.8 5.6h2.4V.8h1.6v4.8h2.4z"/>',
  scoreHigh: '<path d="M5 .5 8.2 4.4H5.8v4.8H4.2V4.4H1.8z"/>',
  below: '<path d="M.5 5 4.4 1.8v2.4h4.8v1.6H4.4v2.4z"/>',
  notBelow: '<path d="M9.5 5 5.6 8.2V5.8H.8V4.2h4.8V1.8z"/>',
}

export function levelSymbol(level: Level): string {
  return `<svg class="sym ${level}" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">${levelShapes[level]}</svg>`
}

export function sideSymbol(side: Side): string {
  return `<svg class="sym side" viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">${sideShapes[side]}</svg>`
}
