/** A group's part in a neighbourhood. */
export interface MixPart {
  readonly group: number
  /** Of the people counted, 0-1. */
  readonly share: number
  /** 100 where the share is that of the whole territory; `null` where the territory has nobody in the group. */
  readonly index: number | null
}

/**
 * The mix of groups among some areas, by their weights (people), against that of the whole territory; the largest first, groups without anybody left out.
 *
 * Example: areas of groups 0 and 1 with 30 and 10 people, where the territory is half and half, give shares .75 and .25, indices 150 and 50.
 */
export function groupMix(
  parts: readonly { readonly group: number; readonly weight: number }[],
  territory: readonly number[],
): MixPart[] {
  const sums = territory.map(() => 0)
  for (const { group, weight } of parts) if (group in sums && weight > 0) sums[group] = (sums[group] ?? 0) + weight
  const total = sums.reduce((sum, each) => sum + each, 0)
  const everybody = territory.reduce((sum, each) => sum + each, 0)
  return sums
    .map((sum, group): MixPart => {
      const share = total > 0 ? sum / total : 0
      const all = (territory[group] ?? 0) / everybody
      return { group, share, index: all > 0 ? (100 * share) / all : null }
    })
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share || a.group - b.group)
}
