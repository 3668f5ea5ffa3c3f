import type { Child } from 'hono/jsx'
import type { Desks } from '#app/desks.ts'
import type { Portal } from '#app/portal.ts'
import type { UseCase } from '#app/rights.ts'
import type { ZoneName } from '#app/views.ts'
import type { Viewer } from '#domain/accounts'
import type { Language } from '#kernel/bilingual.ts'
import type { Format } from '#words/format.ts'
import type { Words } from '#words/words.ts'
import type { Asked } from './asked.ts'
import type { PageKey } from './paths.ts'

/** What a request asks for, ready for pages. */
export interface Visit {
  readonly language: Language
  readonly words: Words
  readonly format: Format
  readonly asked: Asked
  /** Parts of the address, such as `service`. */
  readonly parts: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly portal: Portal
  readonly desks: Desks
  /** Who looks; pages offer what this viewer may do, and use cases refuse the rest. */
  readonly viewer: Viewer
}

/** Scripts that enhance a page; every page is whole without them. */
export type Script = 'htmx' | 'sheet' | 'passkey' | 'map'

/** A page is data and a few functions. */
export interface Page<Data> {
  readonly key: PageKey
  /** The right to see it; what is published is for anybody. */
  readonly needs?: UseCase
  readonly load: (visit: Visit) => Promise<Data>
  readonly title: (visit: Visit, data: Data) => string
  readonly view: (visit: Visit, data: Data) => Child
  /** The zone in view, for the choice at the top when its list does not hold it, as of a commune. */
  readonly zone?: (data: Data) => ZoneName
  /** Names of the pages above this one, for the breadcrumb below two levels. */
  readonly above?: readonly PageKey[]
  /** The name of what this page is about, for the end of the breadcrumb; else the page's own name. */
  readonly crumb?: (visit: Visit, data: Data) => string
  readonly scripts?: readonly Script[]
  /** The page shows what no stamp of the data tells, such as a job's progress. */
  readonly live?: true
  /** The page shows what is for the bearer of its address alone: kept by nobody, whoever asks. */
  readonly secret?: true
  /** Whether the figures shown come from a synthetic survey, to be said at the top. */
  readonly synthetic: (data: Data) => boolean
}

/** A page whose data an action brings: what showing it asks for. */
export type Shown<Data> = Omit<Page<Data>, 'load'>
