import { gridVersion, isMasked, itemCodes, subCriterionCodes, type GridContent } from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { selectGrids, type GridVersion } from '#store/gridVersions.ts'
import type { Reader } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'

/** The grid that the program came with. */
export function builtInGrid(tools: Pick<DeskTools, 'labels'>): Omit<GridVersion, 'version'> {
  const [fr, en] = [tools.labels('fr'), tools.labels('en')]
  const names = Object.fromEntries(itemCodes.map((item) => [item, { fr: fr('item', item), en: en('item', item) }]))
  const masked = serviceCodes.map((service) => [service, subCriterionCodes.filter((item) => isMasked(service, item))])
  const content = { names, masked: Object.fromEntries(masked) } as unknown as GridContent
  const born = new Date('2026-01-01T00:00:00Z')
  return { code: gridVersion, state: 'published', content, basedOn: null, createdAt: born, publishedAt: born, publishedBy: null }
}

/** What a version of the grid says, by its code; `grid.unknown` where there is none. */
export async function gridOf(tools: Pick<DeskTools, 'labels'>, reader: Reader, code: string): Promise<GridContent> {
  const kept = (await selectGrids(reader)).find((grid) => grid.code === code)
  if (kept) return kept.content
  if (code === gridVersion) return builtInGrid(tools).content
  throw new DomainError('grid.unknown', { code })
}
