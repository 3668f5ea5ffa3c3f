import { candidatesOf, type BuildChoice, type DroppedVariable, type SegmentBuild } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { variableReport, type VariableReport, type VariableSuggestion } from '#stats/variableReport.ts'
import type { Reader } from '#store/open.ts'
import { selectBuild } from '#store/segmentBuilds.ts'
import type { Issues } from '../regrouping/regroupingViews.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { areaSources } from './areaSources.ts'
import { loadFigures, type LoadedFigures } from './figures.ts'
import type { AreaSource, TypedChoice, VariableLine, VariablesView } from './segmentViews.ts'

type Fault = Issues[string]

const usual = { transform: 'asinh', scale: 'range', seed: '1' }
const largestSeed = 2_000_000_000

/** Areas above which correlations are taken on every second one, or third …: they change in the third digit, and the page in seconds. */
const correlated = 6000

function reportOf({ figures }: LoadedFigures): VariableReport {
  const d = figures.variables.length
  const columns = figures.variables.map(({ measure }, j) => ({
    name: measure,
    values: Float64Array.from(figures.zones, (_, i) => figures.values[i * d + j] ?? Number.NaN),
  }))
  const step = Math.ceil(figures.zones.length / correlated)
  if (step === 1) return variableReport(columns)
  const alone = columns.map((column) => variableReport([column]))
  const part = variableReport(columns.map(({ name, values }) => ({ name, values: values.filter((_, i) => i % step === 0) })))
  return {
    ...part,
    variables: alone.flatMap(({ variables }) => variables),
    suggestions: [
      ...alone.flatMap((report) => report.suggestions),
      ...part.suggestions.filter(({ reason }) => reason === 'correlated'),
    ],
  }
}

/** What speaks most against a variable: a column that cannot be used before one that need not be. */
function suggestions({ suggestions: all }: VariableReport): Map<string, VariableSuggestion> {
  const first = new Map<string, VariableSuggestion>()
  for (const each of all) if (!first.has(each.variable)) first.set(each.variable, each)
  return first
}

function closestTo(report: VariableReport, at: number): { at: number; r: number } | null {
  const row = report.correlation[at] ?? []
  let best: { at: number; r: number } | null = null
  for (const [other, r] of row.entries())
    if (other !== at && !Number.isNaN(r) && Math.abs(r) > Math.abs(best?.r ?? 0)) best = { at: other, r }
  return best
}

/** Variables that are proposed: all that vary, have every figure, and do not repeat another. */
function isProposed(missing: number, suggestion: VariableSuggestion | undefined): boolean {
  return missing === 0 && suggestion?.reason !== 'constant' && suggestion?.reason !== 'correlated'
}

function linesOf(loaded: LoadedFigures, typed: TypedChoice | null): VariableLine[] {
  const { variables } = loaded.figures
  const report = reportOf(loaded)
  const against = suggestions(report)
  const labels = new Map(variables.map(({ measure, label }) => [measure, label]))
  const chosen = typed && new Set(typed.variables)
  return variables.map(({ measure, label, theme, denominator }, at) => {
    const { mean, min, max, skew, missing } = report.variables[at] as VariableReport['variables'][number]
    const closest = closestTo(report, at)
    const found = against.get(measure)
    const other = found?.other ? { measure: found.other, label: labels.get(found.other) ?? label } : null
    return {
      measure,
      label,
      theme,
      denominator,
      mean,
      min,
      max,
      skew,
      missing,
      closest: closest && { label: variables[closest.at]?.label ?? label, r: closest.r },
      suggestion: found ? { reason: found.reason, value: found.value, other } : null,
      isChosen: chosen ? chosen.has(measure) : isProposed(missing, found),
      why: typed?.why.get(measure) ?? '',
    }
  })
}

/** What was chosen before, as the form would send it. */
function typedOf(build: SegmentBuild): TypedChoice {
  const { dataset, variables, dropped, transform, scale, seed } = build.choice
  const own = dropped.filter(({ reason, detail }) => reason === 'chosen' && detail !== null)
  return {
    build: build.id,
    dataset,
    root: build.territory,
    variables,
    why: new Map(own.map(({ measure, detail }) => [measure, detail ?? ''])),
    transform,
    scale,
    seed: String(seed),
  }
}

const nothing = { areas: 0, kind: '', from: '', date: null, variables: [] }

function formerBuild(reader: Reader, id: string | null): Promise<SegmentBuild | null> {
  return id === null ? Promise.resolve(null) : selectBuild(reader, id)
}

/** The report of variables: of a build that is changed, of a dataset that was asked for, or the choice of one. What was typed is shown as typed. */
export function variablesView(
  obs: Observatory,
  asked: { readonly build: string | null; readonly dataset: string | null; readonly root: string | null },
  typedNow: TypedChoice | null,
  issues: Issues,
): Promise<VariablesView> {
  return withAtlas(obs, async (reader, atlas) => {
    const build = await formerBuild(reader, asked.build)
    const sources = await areaSources(reader, atlas)
    const typed = typedNow ?? (build && typedOf(build))
    const [code, root] = [typed?.dataset ?? asked.dataset, typed?.root ?? asked.root]
    const source = sources.find((each) => each.dataset === code && each.root.code === root) ?? null
    const head = { build: build?.id ?? null, sources, source, typed: typed ?? usual, issues }
    if (!source) return { ...head, ...nothing }
    const loaded = await loadFigures(reader, source.dataset, source.root.code)
    const { kind, source: from, date } = loaded.dataset
    return { ...head, areas: loaded.figures.zones.length, kind, from, date, variables: linesOf(loaded, typed) }
  })
}

function faultOf({ missing, min, max, measure }: VariableLine, firstZone: string): Fault | null {
  if (missing > 0) return { code: 'segments.missing', params: { measure, areas: missing, zone: firstZone } }
  if (min === max) return { code: 'segments.constant', params: { measure, value: min } }
  return null
}

function firstMissing({ figures }: LoadedFigures, measure: string): string {
  const d = figures.variables.length
  const j = figures.variables.findIndex((variable) => variable.measure === measure)
  return figures.zones.find((_, i) => !Number.isFinite(figures.values[i * d + j] ?? Number.NaN)) ?? ''
}

function spaceFaults(typed: TypedChoice): Issues {
  const faults: Record<string, Fault> = {}
  if (typed.transform !== 'asinh' && typed.transform !== 'none') faults['transform'] = { code: 'choose', params: {} }
  if (!['range', 'z', 'none'].includes(typed.scale)) faults['scale'] = { code: 'choose', params: {} }
  if (!/^\d{1,10}$/.test(typed.seed.trim()) || Number(typed.seed) > largestSeed)
    faults['seed'] = { code: 'seed.wrong', params: { seed: typed.seed } }
  return faults
}

/** Faults of the chosen variables, each at its own field. */
function faultsOf(loaded: LoadedFigures, lines: readonly VariableLine[], typed: TypedChoice): Issues {
  const faults: Record<string, Fault> = {}
  const areas = loaded.figures.zones.length
  if (areas < 2) faults['variables'] = { code: 'segments.oneArea', params: { zone: loaded.figures.zones[0] ?? '' } }
  else if (candidatesOf(areas).length === 0) faults['variables'] = { code: 'segments.fewAreas', params: { areas } }
  if (!lines.some(({ isChosen }) => isChosen)) faults['variables'] = { code: 'segments.noVariables', params: {} }
  for (const line of lines.filter(({ isChosen }) => isChosen)) {
    const fault = faultOf(line, firstMissing(loaded, line.measure))
    if (fault) faults[`use.${line.measure}`] = fault
  }
  Object.assign(faults, spaceFaults(typed))
  for (const [measure, why] of typed.why)
    if (why.length > 300) faults[`why.${measure}`] = { code: 'why.tooLong', params: { most: 300 } }
  return faults
}

const reasonOf: Readonly<Record<VariableSuggestion['reason'], DroppedVariable['reason']>> = {
  constant: 'constant',
  nearlyConstant: 'constant',
  missing: 'missing',
  correlated: 'correlated',
  skewed: 'skewed',
}

/** The analyst's words if there are any, else what the report said against the variable. */
function droppedOf({ measure, why, suggestion }: VariableLine): DroppedVariable {
  if (why.trim() !== '') return { measure, reason: 'chosen', detail: why.trim() }
  if (!suggestion) return { measure, reason: 'chosen', detail: null }
  return { measure, reason: reasonOf[suggestion.reason], detail: suggestion.other?.measure ?? null }
}

/** The choice of variables out of what was typed, or what is wrong with it. Refuses `segments.datasetUnknown` for a dataset that has no areas there. */
export async function choiceOf(
  reader: Reader,
  sources: readonly AreaSource[],
  typed: TypedChoice,
): Promise<{ readonly choice: BuildChoice } | { readonly issues: Issues }> {
  const source = sources.find(({ dataset, root }) => dataset === typed.dataset && root.code === typed.root)
  if (!source) throw new DomainError('segments.datasetUnknown', { dataset: typed.dataset })
  const loaded = await loadFigures(reader, source.dataset, source.root.code)
  const lines = linesOf(loaded, typed)
  const issues = faultsOf(loaded, lines, typed)
  if (Object.keys(issues).length > 0) return { issues }
  const choice: BuildChoice = {
    dataset: typed.dataset,
    variables: lines.filter(({ isChosen }) => isChosen).map(({ measure }) => measure),
    dropped: lines.filter(({ isChosen }) => !isChosen).map(droppedOf),
    transform: typed.transform === 'none' ? 'none' : 'asinh',
    scale: typed.scale === 'none' ? 'none' : typed.scale === 'z' ? 'z' : 'range',
    seed: Number(typed.seed),
  }
  return { choice }
}
