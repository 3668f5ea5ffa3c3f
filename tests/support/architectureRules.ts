import {
  codeNames,
  configReaders,
  environmentReaders,
  exceptions,
  layerOf,
  layers,
  subjectOf,
  subjects,
  type Layer,
} from './architectureLayers.ts'
import { resolveImport, type Aliases, type Import, type ReadSource } from './architectureSource.ts'

/** The rules by name, each broken once on purpose by a fixture of the test. */
export const ruleNames = [
  'layer.unknown',
  'layer.forbidden',
  'alias.unknown',
  'import.unreadable',
  'package.forbidden',
  'node.forbidden',
  'domain.codesOnly',
  'subject.door',
  'subject.order',
  'subject.unknown',
  'config.mainOnly',
  'environment.mainOnly',
  'pure',
  'any',
  'suppression',
  'cycle',
  'jsx.webOnly',
] as const
export type RuleName = (typeof ruleNames)[number]

export interface Breach {
  readonly rule: RuleName
  readonly path: string
  /** Where, what and what to do instead: one sentence. */
  readonly message: string
}

type Complain = (rule: RuleName, message: string) => void

function isListed(name: string, list: readonly string[] | 'any'): boolean {
  return list === 'any' || list.some((each) => (each.endsWith('/') ? name.startsWith(each) : name === each))
}

/** Between subjects: by the door only, and downwards only. */
function checkSubjects(from: string, to: string, complain: Complain): void {
  const own = subjectOf(from)
  const other = subjectOf(to)
  if (other === undefined || own === other) return
  if (to !== `src/domain/${other}/index.ts`)
    complain('subject.door', `takes ${to}; import #domain/${other}, the subject's only door`)
  if (own === undefined) return
  if (subjects.indexOf(other) > subjects.indexOf(own)) {
    complain('subject.order', `takes ${other}, which stands above ${own}; subjects use only those below them`)
  }
}

function checkShare(layer: Layer, target: Layer, asked: Import, complain: Complain): void {
  if (target.name !== 'domain' || layer.domain !== 'codes' || asked.typeOnly) return
  const rules = asked.names.filter((name) => !codeNames.test(name))
  if (rules.length === 0) return
  complain('domain.codesOnly', `takes ${rules.join(', ')} from the domain; ${layer.name} may take types and catalogues of codes`)
}

function checkFile(layer: Layer, from: string, to: string, asked: Import, complain: Complain): void {
  if (to === 'package.json' || to.startsWith('node_modules/')) return
  const target = layerOf(to)
  if (!target) return complain('layer.unknown', `reaches ${to}, which belongs to no layer`)
  if (target.name === 'config' && layer.name !== 'config' && !configReaders.includes(layer.name)) {
    return complain('config.mainOnly', `reads the configuration; main does, and hands the values on`)
  }
  const allowed = layer.name === target.name || layer.layers === 'everything' || layer.layers.includes(target.name)
  if (!allowed) complain('layer.forbidden', `reaches ${to}; ${layer.name} may not import ${target.name}`)
  checkShare(layer, target, asked, complain)
  checkSubjects(from, to, complain)
}

function checkImport(file: ReadSource, layer: Layer, asked: Import, aliases: Aliases, complain: Complain): void {
  if (asked.specifier === null) {
    if (layer.layers === 'everything' || layer.name === 'bin') return
    return complain('import.unreadable', 'imports a module whose name is computed; write the name out, so that it can be checked')
  }
  const target = resolveImport(file.path, asked.specifier, aliases)
  switch (target.kind) {
    case 'file':
      return checkFile(layer, file.path, target.path, asked, complain)
    case 'unknownAlias':
      return complain('alias.unknown', `imports ${target.alias}, which package.json does not know`)
    case 'node':
      if (isListed(target.name, layer.node)) return
      return complain('node.forbidden', `imports node:${target.name}, which ${layer.name} may not`)
    case 'package':
      if (isListed(target.name, layer.packages)) return
      return complain('package.forbidden', `imports the package ${target.name}, which ${layer.name} may not`)
  }
}

function checkFindings(file: ReadSource, layer: Layer, breach: (line: number) => Complain): void {
  for (const { kind, what, line } of file.findings) {
    const complain = breach(line)
    if (kind === 'any') complain('any', 'says any; name the type, or unknown and look')
    if (kind === 'suppression') complain('suppression', `silences a check (${what}); mend the cause, or say why after --`)
    if (kind === 'impure' && layer.pure) complain('pure', `uses ${what}; ${layer.name} is pure, pass the value in`)
    if (kind === 'environment' && !environmentReaders.includes(layer.name)) {
      complain('environment.mainOnly', 'reads the environment; config does, and main hands the values on')
    }
  }
}

/** Files that import each other in a ring, types aside; each ring once, from its first file in order of name. */
function rings(files: readonly ReadSource[], aliases: Aliases): string[][] {
  const edges = new Map<string, string[]>()
  const known = new Set(files.map((file) => file.path))
  for (const file of files) {
    const targets = file.imports.flatMap((asked) => {
      if (asked.typeOnly || asked.specifier === null) return []
      const target = resolveImport(file.path, asked.specifier, aliases)
      return target.kind === 'file' && known.has(target.path) ? [target.path] : []
    })
    edges.set(file.path, targets)
  }
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path])
    if (at >= 0 || done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of [...known].toSorted()) visit(path, [])
  return found
}

/** Whether a breach is one of the few that are allowed, each with its reason. */
export function isExcepted(breach: Breach): boolean {
  return exceptions.some((each) => each.path === breach.path && each.rule === breach.rule)
}

/** Holds the files to the table of layers and lists every breach, file by file; the exceptions are among them. */
export function checkArchitecture(files: readonly ReadSource[], aliases: Aliases): Breach[] {
  const breaches: Breach[] = []
  for (const file of files) {
    const at =
      (line: number): Complain =>
      (rule, message) =>
        breaches.push({ rule, path: file.path, message: `${file.path}:${line} ${message} [${rule}]` })
    const layer = layerOf(file.path)
    if (!layer) {
      at(1)('layer.unknown', `belongs to no layer; the layers are ${layers.map((each) => each.path).join(', ')}`)
      continue
    }
    const subject = subjectOf(file.path)
    if (subject && !subjects.includes(subject))
      at(1)('subject.unknown', `is of no known subject; they are ${subjects.join(', ')}`)
    if (file.path.endsWith('.tsx') && layer.name !== 'web')
      at(1)('jsx.webOnly', 'holds JSX; pages and components live in src/web')
    for (const asked of file.imports) checkImport(file, layer, asked, aliases, at(asked.line))
    checkFindings(file, layer, at)
  }
  for (const ring of rings(files, aliases)) {
    breaches.push({ rule: 'cycle', path: ring[0] ?? '', message: `${ring.join(' -> ')} import each other in a ring [cycle]` })
  }
  return breaches
}
