/** The domains of a cube: zones made of leaves, crossed with groups. */
export interface CubeDomains {
  /** Per row: its leaf, the smallest piece of a zone, 0..leaves − 1; −1 in no zone. */
  readonly leaf: Int32Array
  readonly leaves: number
  /** Per zone: the leaves that make it up; zones may be nested or overlap. */
  readonly zones: readonly (readonly number[])[]
  /** Zone that every other is compared with, by its index; `null`: no deviations. */
  readonly whole: number | null
  /** Ways of dividing people: the category of each row (−1 unknown) and their number. Group 0 is everybody, the categories follow in order. */
  readonly dimensions: readonly CubeDimension[]
}

export interface CubeDimension {
  readonly codes: Int32Array
  readonly categories: number
}

/** Zones and groups laid out for sums by leaf and group. */
export interface CubeLattice {
  readonly leaf: Int32Array
  readonly leaves: number
  readonly zones: readonly (readonly number[])[]
  readonly whole: number | null
  /** Zones of each leaf. */
  readonly zonesOfLeaf: readonly (readonly number[])[]
  /** Per zone: its leaves that lie in the whole too. */
  readonly common: readonly (readonly number[])[]
  /** Number of groups, everybody included. */
  readonly groups: number
  /** The group of each row, first everybody, then one array per dimension (−1 unknown). */
  readonly groupsOfRows: readonly Int16Array[]
  /** leaves × leaves: 1 when rows of the two can stand in one figure, as parts of one zone or one of a zone and the other of the whole. */
  readonly meet: Uint8Array
}

function requireDomains({ leaf, leaves, zones, whole, dimensions }: CubeDomains): void {
  const wrong = leaf.findIndex((each) => !(each >= -1 && each < leaves))
  if (wrong !== -1) throw new RangeError(`Row ${wrong} lies in leaf ${leaf[wrong]}, there are ${leaves}`)
  for (const [z, own] of zones.entries()) {
    const strange = own.find((each, i) => !(each >= 0 && each < leaves) || own.indexOf(each) !== i)
    if (strange !== undefined) throw new RangeError(`Zone ${z} is made of leaf ${strange}, unknown or twice`)
  }
  if (whole !== null && !(whole in zones)) throw new RangeError(`The whole is zone ${whole}, there are ${zones.length}`)
  for (const { codes, categories } of dimensions) {
    if (codes.length !== leaf.length) throw new RangeError(`${leaf.length} rows need as many categories, got ${codes.length}`)
    const row = codes.findIndex((code) => !(code >= -1 && code < categories))
    if (row !== -1) throw new RangeError(`Row ${row} has category ${codes[row]}, the dimension has ${categories}`)
  }
}

function groupsOf(rows: number, dimensions: readonly CubeDimension[]): { groups: number; groupsOfRows: Int16Array[] } {
  let groups = 1
  const groupsOfRows = dimensions.map(({ codes, categories }) => {
    const first = groups
    groups += categories
    return Int16Array.from(codes, (code) => (code === -1 ? -1 : first + code))
  })
  return { groups, groupsOfRows: [new Int16Array(rows), ...groupsOfRows] }
}

/** Lays out zones and groups. RangeError for a leaf, zone or category that does not exist. */
export function cubeLattice(domains: CubeDomains): CubeLattice {
  requireDomains(domains)
  const { leaf, leaves, zones, whole, dimensions } = domains
  const zonesOfLeaf = Array.from({ length: leaves }, (_, each) => [...zones.keys()].filter((z) => zones[z]?.includes(each)))
  const inWhole = new Set(whole === null ? [] : zones[whole])
  const meet = new Uint8Array(leaves * leaves)
  for (const own of zones)
    for (const a of own) for (const b of [...own, ...inWhole]) meet[a * leaves + b] = meet[b * leaves + a] = 1
  return {
    leaf,
    leaves,
    zones,
    whole,
    zonesOfLeaf,
    common: zones.map((own) => own.filter((each) => inWhole.has(each))),
    meet,
    ...groupsOf(leaf.length, dimensions),
  }
}
