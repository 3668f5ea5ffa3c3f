/** How much of the domain a layer may take: everything its subjects' doors offer, or their types and catalogues of codes. */
type DomainShare = 'all' | 'codes'

/** One row of the table of layers in docs/architecture.md. */
export interface Layer {
  readonly name: string
  /** Where its files lie, from the root of the project: a folder, or one file. */
  readonly path: string
  /** Layers it may import besides itself; `everything` for those that wire the others. */
  readonly layers: readonly string[] | 'everything'
  readonly domain?: DomainShare
  /** Packages it may import: exact names, or a scope ending in `/`. */
  readonly packages: readonly string[] | 'any'
  /** Modules of Node, without `node:`. */
  readonly node: readonly string[] | 'any'
  /** Neither clock, chance, console nor process: what it needs comes in as values. */
  readonly pure?: true
  /** Not there yet: an empty folder is worse than none. */
  readonly planned?: true
}

const edge = { layers: ['app', 'words', 'domain', 'kernel'], domain: 'codes', node: 'any' } as const

/** Sub-folders come before the folder that holds them: the first row that matches a path is its layer. */
export const layers: readonly Layer[] = [
  { name: 'kernel', path: 'src/kernel/', layers: [], packages: [], node: [], pure: true },
  { name: 'stats', path: 'src/stats/', layers: ['kernel'], packages: [], node: [], pure: true },
  {
    name: 'geo',
    path: 'src/geo/',
    layers: ['kernel'],
    packages: ['d3-delaunay', '@turf/', 'flatbush', 'proj4', 'topojson-client', 'geojson', '@maplibre/'],
    node: [],
    pure: true,
  },
  { name: 'domain', path: 'src/domain/', layers: ['stats', 'geo', 'kernel'], domain: 'all', packages: [], node: [], pure: true },
  {
    name: 'compute',
    path: 'src/compute/',
    layers: ['stats', 'geo', 'kernel'],
    packages: ['assemblyscript'],
    node: ['worker_threads', 'crypto', 'fs', 'os', 'path'],
  },
  {
    name: 'store',
    path: 'src/store/',
    layers: ['domain', 'kernel'],
    domain: 'codes',
    packages: ['pg', 'pg-copy-streams', 'kysely', 'pg-boss', 'zod', '@etalab/'],
    node: 'any',
  },
  {
    name: 'app',
    path: 'src/app/',
    layers: ['domain', 'compute', 'store', 'stats', 'geo', 'kernel'],
    domain: 'all',
    packages: ['zod', 'write-excel-file', 'opening_hours', 'yauzl', 'better-auth', '@better-auth/', 'jose', 'nodemailer'],
    node: ['zlib', 'stream', 'stream/promises', 'crypto', 'events', 'buffer', 'util', 'string_decoder'],
  },
  { name: 'words', path: 'src/words/', layers: ['domain', 'kernel'], domain: 'codes', packages: [], node: [], pure: true },
  {
    name: 'islands',
    path: 'src/web/islands/',
    layers: ['geo', 'words', 'domain', 'kernel'],
    domain: 'codes',
    packages: ['maplibre-gl'],
    node: [],
  },
  { name: 'web', path: 'src/web/', ...edge, packages: ['hono', '@hono/', 'zod', 'esbuild', '@fastify/busboy'] },
  { name: 'http', path: 'src/http/', ...edge, packages: ['hono', '@hono/', 'zod'], planned: true },
  { name: 'cli', path: 'src/cli/', ...edge, packages: ['zod'] },
  { name: 'config', path: 'src/config.ts', layers: ['kernel'], packages: ['zod'], node: 'any' },
  // What main is made of: main.ts understands the command, src/main/ wires the parts.
  { name: 'main', path: 'src/main/', layers: 'everything', packages: 'any', node: 'any' },
  { name: 'main', path: 'src/main.ts', layers: 'everything', packages: 'any', node: 'any' },
  { name: 'sample', path: 'sample/', layers: 'everything', domain: 'all', packages: 'any', node: 'any' },
  { name: 'bin', path: 'bin/', layers: [], packages: [], node: 'any' },
]

/** The subjects, bottom to top: each may use those before it. */
export const subjects: readonly string[] = [
  'territory',
  'search',
  'survey',
  'matrix',
  'imports',
  'segments',
  'framework',
  'reach',
  'relay',
  'opinions',
  'progress',
  'evaluation',
  'accounts',
]

/** Values that count as codes of the domain: catalogues, what recognises their members, and look-ups inside a catalogue. Types always do. */
export const codeNames =
  /^(\w+Codes|is\w+Code|levels|cellStatuses|zoneLevels|hierarchies|publicDimensions|criterionOf|subCriteriaOf)$/

/** Layers that see the environment; the others receive values. */
export const environmentReaders: readonly string[] = ['config', 'main', 'bin']

/** The only layers that may read the configuration. */
export const configReaders: readonly string[] = ['main']

/** Breaches that are allowed, one file and rule each; a test fails when one is no longer needed. */
export const exceptions: readonly { readonly path: string; readonly rule: string; readonly because: string }[] = [
  {
    path: 'src/web/assets.ts',
    rule: 'import.unreadable',
    because: 'finds style sheets, fonts and scripts from lists in the same file, to serve them; loads no code',
  },
  {
    path: 'src/store/embedded/watched.ts',
    rule: 'environment.mainOnly',
    because: 'hands the environment on to postgres, less what would change its bytes; decides nothing by it',
  },
]

export function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => (layer.path.endsWith('/') ? path.startsWith(layer.path) : path === layer.path))
}

export function subjectOf(path: string): string | undefined {
  return /^src\/domain\/([^/]+)\//.exec(path)?.[1]
}
