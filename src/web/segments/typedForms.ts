import type { Issues } from '#app/regrouping/regroupingViews.ts'
import type { TypedChoice, TypedName, TypedWish } from '#app/segments/segmentViews.ts'
import type { SegmentBuild } from '#domain/segments'
import type { Visit } from '../page.ts'
import { faultsFrom, type Faults } from '../parts/form.tsx'

const whyPrefix = 'why.'
/** As many groups as any classification has: more names are not read. */
const mostNames = 1000

/** What was chosen in the first step. */
export function readChoice(form: URLSearchParams): TypedChoice {
  const text = (name: string): string => form.get(name) ?? ''
  const why = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith(whyPrefix) && value.trim() !== '' ? [[name.slice(whyPrefix.length), value.trim()]] : [],
  )
  return {
    build: text('build') === '' ? null : text('build'),
    dataset: text('dataset'),
    root: text('root'),
    variables: form.getAll('use'),
    why: new Map(why),
    transform: text('transform'),
    scale: text('scale'),
    seed: text('seed'),
  }
}

/** What was asked for in the second step. */
export function readWish(form: URLSearchParams): TypedWish {
  const text = (name: string): string => (form.get(name) ?? '').trim()
  return {
    nameFr: text('name.fr'),
    nameEn: text('name.en'),
    levels: [1, 2, 3].map((level) => text(`level.${level}`)),
    restarts: text('restarts'),
  }
}

/** Names by level and number, each in both languages, with the version they were read at. */
export function readNames(form: URLSearchParams): { readonly names: readonly TypedName[]; readonly version: number } {
  const names: TypedName[] = []
  for (const [field, fr] of form) {
    const [, level, number] = /^fr\.(\d{1,2})\.(\d{1,4})$/.exec(field) ?? []
    if (level === undefined || number === undefined || names.length === mostNames) continue
    const en = form.get(`en.${level}.${number}`) ?? ''
    names.push({ level: Number(level), number: Number(number), fr: fr.trim(), en: en.trim() })
  }
  const version = form.get('version') ?? ''
  return { names, version: /^\d{1,9}$/.test(version) ? Number(version) : 0 }
}

/** The sentence of something that is wrong. */
export function sentenceOf({ words }: Visit, { code, params }: NonNullable<SegmentBuild['fault']>): string {
  const { issues, otherIssue } = words.segments
  return issues[code]?.(params) ?? otherIssue(code)
}

/** The sentences of what is wrong, by field. */
export function faultsOf({ words }: Visit, issues: Issues): Faults {
  const { issues: sentences, otherIssue } = words.segments
  return faultsFrom(issues, sentences, otherIssue)
}

/** The name of a theme of variables, or its code. */
export function themeName({ words }: Visit, theme: string): string {
  return words.segments.themes[theme] ?? theme
}
