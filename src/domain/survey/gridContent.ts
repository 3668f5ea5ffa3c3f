import type { ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { isCriterionCode, subCriteriaOf, type ItemCode, type SubCriterionCode } from './grid.ts'

/** How the grid's sub-criteria fall into the dimensions of another grid, such as the seven of the CGET in 2015. */
export interface Crosswalk {
  readonly code: string
  readonly name: Bilingual
  /** Where the dimensions come from, and whose reading the correspondence is. */
  readonly source: Bilingual
  readonly dimensions: readonly { readonly code: string; readonly name: Bilingual; readonly items: readonly SubCriterionCode[] }[]
}

/** What a version of the grid says. */
export interface GridContent {
  readonly names: Readonly<Record<ItemCode, Bilingual>>
  /** What an item means, for factsheets and analysts. */
  readonly definitions?: Readonly<Partial<Record<ItemCode, Bilingual>>>
  /** The question as it is asked, where it differs from the name. */
  readonly questions?: Readonly<Partial<Record<ItemCode, Bilingual>>>
  /** Questions that make no sense of a service. */
  readonly masked: Readonly<Partial<Record<ServiceCode, readonly SubCriterionCode[]>>>
  readonly crosswalks?: readonly Crosswalk[]
}

/** Whether a question makes no sense of a service, under a version of the grid: nobody is asked it, and its cell does not apply. */
export type Mask = (service: ServiceCode, item: ItemCode) => boolean

/** The mask of a version: a criterion is masked where all its sub-criteria are. */
export function maskOf(content: Pick<GridContent, 'masked'>): Mask {
  return (service, item) => {
    const codes = content.masked[service] ?? []
    return isCriterionCode(item) ? subCriteriaOf(item).every((code) => codes.includes(code)) : codes.includes(item)
  }
}
