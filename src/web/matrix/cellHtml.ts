import type { MatrixCell, Rule } from '#domain/matrix'
import { escapeHtml } from '../parts/escapeHtml.ts'
import { sideText } from '../parts/ruleWords.ts'
import { levelSymbol, sideSymbol } from '../parts/symbols.ts'
import type { Visit } from '../page.ts'
import { deviationBar } from './deviationBar.ts'

/** A level is weak everywhere when it is to watch and the comparison too lies under the threshold. */
export function isWeakEverywhere(cell: MatrixCell, rule: Rule): boolean {
  return (
    rule.by === 'deviation' && cell.level === 'watch' && cell.againstScore !== null && cell.againstScore < rule.scoreThreshold
  )
}

export function isSignificantlyBelow(cell: MatrixCell, rule: Rule): boolean {
  return cell.belowAdjusted !== null && cell.belowAdjusted <= rule.falseDiscovery
}

/** What a cell says aloud after its score: verdict, sureness, side, deviation, marks. */
function spoken(cell: MatrixCell, rule: Rule, visit: Visit): string {
  const { words, format } = visit
  const { matrix } = words
  const said = [matrix.outOfTen]
  if (cell.level && cell.sureness) said.push(`${words.levels[cell.level]}, ${words.sureness[cell.sureness]}`)
  else said.push(matrix.noVerdict)
  if (cell.side) said.push(sideText(words, rule, cell.side))
  if (cell.deviation !== null) said.push(matrix.deviation(format.signed(cell.deviation)))
  if (isSignificantlyBelow(cell, rule)) said.push(matrix.significantlyBelow)
  if (isWeakEverywhere(cell, rule)) said.push(matrix.weakEverywhere)
  return said.join(', ')
}

function emptyCell(cell: MatrixCell, visit: Visit, address: string): string {
  const { mark, meaning } = visit.words.statuses[cell.status]
  const text = `<span aria-hidden="true">${escapeHtml(mark)}</span><span class="vh">${escapeHtml(meaning)}</span>`
  if (cell.status === 'notApplicable') return `<td class="none">${text}</td>`
  return `<td class="none"><a href="${escapeHtml(address)}">${text}</a></td>`
}

/** A score without a verdict, as of the zone that all are compared with. */
function plainCell(cell: MatrixCell, score: number, rule: Rule, visit: Visit, address: string): string {
  const said = `<span class="vh"> ${escapeHtml(spoken(cell, rule, visit))}</span>`
  return `<td class="plain"><a href="${escapeHtml(address)}"><b>${escapeHtml(visit.format.decimal(score))}</b>${said}</a></td>`
}

/** One cell of the matrix as markup: lean, because a page holds 176 of them. */
export function cellHtml(cell: MatrixCell, rule: Rule, visit: Visit, address: string, part: boolean): string {
  const { score, level, sureness, side, deviation } = cell
  if (score === null || cell.status !== 'ok') return emptyCell(cell, visit, address)
  if (level === null || sureness === null) return plainCell(cell, score, rule, visit, address)
  const symbol = sureness === 'uncertain' ? (side ? sideSymbol(side) : '') : levelSymbol(level) + (side ? sideSymbol(side) : '')
  const everywhere = isWeakEverywhere(cell, rule) && sureness !== 'uncertain' ? '<i aria-hidden="true">=</i>' : ''
  const bar = deviation === null ? '' : deviationBar(deviation, isSignificantlyBelow(cell, rule))
  const value = escapeHtml(visit.format.decimal(score))
  return (
    `<td class="${level} ${sureness}${part ? ' part' : ''}"><a href="${escapeHtml(address)}">${symbol}<b>${value}</b>${everywhere}` +
    `<span class="vh"> ${escapeHtml(spoken(cell, rule, visit))}</span>${bar}</a></td>`
  )
}
