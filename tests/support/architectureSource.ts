import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/** A file as the checks see it: a path from the root of the project, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** What one file asks of another. */
export interface Import {
  /** As written; `null` when it is not a plain text and so cannot be checked. */
  readonly specifier: string | null
  readonly line: number
  readonly typeOnly: boolean
  /** Names taken as values; `*` when it may be any. */
  readonly names: readonly string[]
}

/** Something in the text itself that a rule may forbid. */
export interface Finding {
  readonly kind: 'any' | 'suppression' | 'impure' | 'environment'
  readonly what: string
  readonly line: number
}

export interface ReadSource extends SourceFile {
  readonly imports: readonly Import[]
  readonly findings: readonly Finding[]
}

/** Where an import leads: a file of the project, a module of Node, or a package. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'unknownAlias'; readonly alias: string }

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function child(node: Node, key: string): Node | undefined {
  const value = node[key]
  return isNode(value) ? value : undefined
}

function children(node: Node, key: string): readonly Node[] {
  const value = node[key]
  return Array.isArray(value) ? value.filter(isNode) : []
}

function nameOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Identifier' && typeof node['name'] === 'string') return node['name']
  return node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined
}

/** The text of a literal, also of a template without holes. */
function plainText(node: Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node?.type !== 'TemplateLiteral' || children(node, 'expressions').length > 0) return null
  const cooked = children(node, 'quasis')[0]?.['value']
  return typeof cooked === 'object' && cooked !== null && 'cooked' in cooked ? String(cooked.cooked) : null
}

type Visit = (node: Node, parent: Node | undefined, key: string) => void

function walk(node: Node, visit: Visit, parent?: Node, key = ''): void {
  visit(node, parent, key)
  for (const [name, value] of Object.entries(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) walk(each, visit, node, name)
  }
}

/** `import … from` and `export … from`. */
function fromStatement(node: Node): Omit<Import, 'line'> {
  const specifiers = children(node, 'specifiers')
  const values = specifiers.filter((each) => each['importKind'] !== 'type' && each['exportKind'] !== 'type')
  const wholeIsType = node['importKind'] === 'type' || node['exportKind'] === 'type'
  const typeOnly = wholeIsType || (specifiers.length > 0 && values.length === 0)
  const names = values.map((each) => nameOf(child(each, 'imported') ?? child(each, 'local')) ?? '*')
  const whole = values.some((each) => each.type === 'ImportNamespaceSpecifier') || node.type === 'ExportAllDeclaration'
  return { specifier: plainText(child(node, 'source')), typeOnly, names: typeOnly ? [] : whole ? ['*'] : names }
}

function isImportMeta(node: Node | undefined, property?: string): boolean {
  if (property === undefined) return node?.type === 'MetaProperty' && nameOf(child(node, 'meta')) === 'import'
  return node?.type === 'MemberExpression' && isImportMeta(child(node, 'object')) && nameOf(child(node, 'property')) === property
}

/** `require('x')`, `import.meta.resolve('x')` and `new URL('./x', import.meta.url)` reach a file as an import does. */
function fromCall(node: Node): Omit<Import, 'line'> | undefined {
  const callee = child(node, 'callee')
  const [first, second] = children(node, 'arguments')
  const found = { specifier: plainText(first), typeOnly: false, names: ['*'] }
  if (node.type === 'NewExpression') return nameOf(callee) === 'URL' && isImportMeta(second, 'url') ? found : undefined
  return nameOf(callee) === 'require' || isImportMeta(callee, 'resolve') ? found : undefined
}

function importOf(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return fromStatement(node)
    case 'ExportNamedDeclaration':
      return child(node, 'source') ? fromStatement(node) : undefined
    case 'ImportExpression':
      return { specifier: plainText(child(node, 'source')), typeOnly: false, names: ['*'] }
    case 'TSImportType':
      return { specifier: plainText(child(node, 'source')), typeOnly: true, names: [] }
    case 'TSExternalModuleReference':
      return { specifier: plainText(child(node, 'expression')), typeOnly: false, names: ['*'] }
    case 'CallExpression':
    case 'NewExpression':
      return fromCall(node)
    default:
      return undefined
  }
}

const impureGlobals = new Set(
  [
    'process',
    'console',
    'performance',
    'globalThis',
    'global',
    'fetch',
    'crypto',
    'Buffer',
    'navigator',
    'WebSocket',
    'Worker',
  ].concat([
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'require',
    'window',
    'document',
    'Temporal',
    '__dirname',
    '__filename',
  ]),
)

/** A name that refers to a variable, not the name of a property, a key, a label or a type. */
function isReference(node: Node, parent: Node | undefined, key: string): boolean {
  if (node.type !== 'Identifier' || !parent) return false
  if (key === 'property' || key === 'key') return parent['computed'] === true
  if (key === 'typeName' || key === 'label' || key === 'imported' || key === 'exported') return false
  return !/^TS(PropertySignature|MethodSignature|QualifiedName|ImportType)/.test(parent.type)
}

/** Uses of Date and Math that read neither clock nor chance. */
function isHarmless(name: string, parent: Node, key: string): boolean {
  const member = parent.type === 'MemberExpression' && key === 'object' && parent['computed'] === false
  const property = member ? nameOf(child(parent, 'property')) : undefined
  if (name === 'Math') return property !== undefined && property !== 'random'
  if (parent.type === 'NewExpression') return children(parent, 'arguments').length > 0
  return property === 'UTC' || property === 'parse' || parent.type === 'BinaryExpression'
}

function impureUse(node: Node, parent: Node | undefined, key: string): string | undefined {
  if (node.type === 'MetaProperty' && isImportMeta(node)) return 'import.meta'
  const name = isReference(node, parent, key) ? nameOf(node) : undefined
  if (name === undefined || !parent) return undefined
  if (impureGlobals.has(name)) return name
  return (name === 'Date' || name === 'Math') && !isHarmless(name, parent, key) ? name : undefined
}

function findingsIn(node: Node, parent: Node | undefined, key: string): Omit<Finding, 'line'>[] {
  const found: Omit<Finding, 'line'>[] = []
  if (node.type === 'TSAnyKeyword') found.push({ kind: 'any', what: 'any' })
  const impure = impureUse(node, parent, key)
  if (impure) found.push({ kind: 'impure', what: impure })
  const isEnvironment = node.type === 'MemberExpression' && nameOf(child(node, 'property')) === 'env'
  const holder = isEnvironment ? child(node, 'object') : undefined
  if (nameOf(holder) === 'process' || isImportMeta(holder)) found.push({ kind: 'environment', what: 'process.env' })
  return found
}

/** A comment that silences the compiler, or the linter without saying why after `--`. */
function suppression(comment: string): string | undefined {
  const compiler = /^[\s*/]*@ts-(ignore|nocheck|expect-error)/.exec(comment)
  if (compiler) return `@ts-${compiler[1]}`
  return /^[\s*]*(oxlint|eslint)-disable(?!.* -- \S)/.test(comment) ? comment.trim() : undefined
}

/** Parses a file and lists what it imports, in every way there is, and what in it a rule may forbid. */
export function readSource(file: SourceFile): ReadSource {
  const parsed = parseSync(file.path, file.text)
  const fault = parsed.errors[0]
  if (fault) throw new Error(`${file.path} cannot be parsed: ${fault.message}`)
  const lineAt = (offset: number): number => file.text.slice(0, offset).split('\n').length
  const imports: Import[] = []
  const findings: Finding[] = []
  walk(parsed.program as unknown as Node, (node, parent, key) => {
    const found = importOf(node)
    if (found) imports.push({ ...found, line: lineAt(node.start) })
    for (const each of findingsIn(node, parent, key)) findings.push({ ...each, line: lineAt(node.start) })
  })
  for (const comment of parsed.comments) {
    const what = suppression(comment.value)
    if (what) findings.push({ kind: 'suppression', what, line: lineAt(comment.start) })
  }
  return { ...file, imports, findings }
}

/** Aliases as package.json writes them under `imports`: `#kernel/*` to `./src/kernel/*`. */
export type Aliases = Readonly<Record<string, string>>

function throughAlias(specifier: string, aliases: Aliases): Target {
  for (const [pattern, target] of Object.entries(aliases)) {
    const [before = '', after] = pattern.split('*')
    if (after === undefined ? specifier !== pattern : !specifier.startsWith(before) || !specifier.endsWith(after)) continue
    const middle = after === undefined ? '' : specifier.slice(before.length, specifier.length - after.length)
    return { kind: 'file', path: posix.normalize(target.replace('*', middle)) }
  }
  return { kind: 'unknownAlias', alias: specifier }
}

export function resolveImport(from: string, specifier: string, aliases: Aliases): Target {
  if (specifier.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), specifier) }
  if (specifier.startsWith('#')) return throughAlias(specifier, aliases)
  if (isBuiltin(specifier)) return { kind: 'node', name: specifier.replace(/^node:/, '').split('/')[0] ?? '' }
  const parts = specifier.split('/')
  return { kind: 'package', name: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') }
}
