import { itemCodes, type GridContent, type ItemCode, type SubCriterionCode } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import { languages, type Language } from '#kernel/bilingual.ts'

/** Texts that a version has of an item. */
export const gridTextKinds = ['name', 'definition', 'question'] as const
export type GridTextKind = (typeof gridTextKinds)[number]

/** What differs between two versions of the grid. */
export interface GridChanges {
  readonly texts: readonly {
    readonly kind: GridTextKind
    readonly item: ItemCode
    readonly language: Language
    readonly before: string
    readonly after: string
  }[]
  /** Questions that are no longer asked of a service, or are asked again. */
  readonly mask: readonly { readonly service: ServiceCode; readonly item: SubCriterionCode; readonly masked: boolean }[]
  /** Sub-criteria that fall elsewhere in another grid; `null`: in no dimension. */
  readonly crosswalks: readonly {
    readonly crosswalk: string
    readonly item: SubCriterionCode
    readonly before: string | null
    readonly after: string | null
  }[]
}

function textOf(content: GridContent, kind: GridTextKind, item: ItemCode, language: Language): string {
  const texts = { name: content.names, definition: content.definitions, question: content.questions }[kind]
  return texts?.[item]?.[language] ?? ''
}

function textChanges(before: GridContent, after: GridContent): GridChanges['texts'] {
  return itemCodes.flatMap((item) =>
    gridTextKinds.flatMap((kind) =>
      languages.flatMap((language) => {
        const [was, is] = [textOf(before, kind, item, language), textOf(after, kind, item, language)]
        return was === is ? [] : [{ kind, item, language, before: was, after: is }]
      }),
    ),
  )
}

function maskChanges(before: GridContent, after: GridContent): GridChanges['mask'] {
  return serviceCodes.flatMap((service) => {
    const was = new Set(before.masked[service])
    const is = new Set(after.masked[service])
    const added = [...is].filter((item) => !was.has(item)).map((item) => ({ service, item, masked: true }))
    return [...added, ...[...was].filter((item) => !is.has(item)).map((item) => ({ service, item, masked: false }))]
  })
}

/** The dimension of each sub-criterion in each other grid: `crosswalk item` -> code. */
function placesIn({ crosswalks = [] }: GridContent): Map<string, string> {
  return new Map(
    crosswalks.flatMap(({ code, dimensions }) =>
      dimensions.flatMap((dimension) => dimension.items.map((item) => [`${code} ${item}`, dimension.code] as const)),
    ),
  )
}

function crosswalkChanges(before: GridContent, after: GridContent): GridChanges['crosswalks'] {
  const [was, is] = [placesIn(before), placesIn(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [crosswalk = '', item = ''] = key.split(' ')
    const change = { before: was.get(key) ?? null, after: is.get(key) ?? null }
    return change.before === change.after ? [] : [{ crosswalk, item: item as SubCriterionCode, ...change }]
  })
}

/** Everything that differs from one version of the grid to another. */
export function gridChanges(before: GridContent, after: GridContent): GridChanges {
  return {
    texts: textChanges(before, after),
    mask: maskChanges(before, after),
    crosswalks: crosswalkChanges(before, after),
  }
}
