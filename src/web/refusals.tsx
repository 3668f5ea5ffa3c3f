import { safeReturn } from '#app/accounts/origins.ts'
import { DomainError } from '#kernel/result.ts'
import type { Language } from '#kernel/bilingual.ts'
import { formatOf } from '#words/format.ts'
import { wordsOf, type Words } from '#words/words.ts'
import { askedOf } from './asked.ts'
import { renderShell, type Site } from './layout/render.tsx'
import { pathTo } from './paths.ts'
import { viewerOf, type WebContext } from './routing.ts'

export type Refusal =
  | { readonly kind: 'notFound' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'error'; readonly error: unknown; readonly trace: string }

interface RefusalText {
  readonly status: 401 | 403 | 404 | 409 | 422 | 429 | 500
  readonly title: string
  readonly text: string
  readonly trace: string | null
}

const missing = new Set([
  'zone.unknown',
  'service.unknown',
  'item.unknown',
  'job.unknown',
  'place.unknown',
  'import.unknown',
  'organisation.unknown',
  'person.unknown',
  'contribution.unknown',
  'invitation.unknown',
  'photo.unknown',
  'procedure.unknown',
  'grid.unknown',
  'survey.unknown',
  'wave.unknown',
  'weights.noSurvey',
  'weights.noVersion',
  'message.unknown',
  'segments.matchUnknown',
  'segments.unknown',
  'portrait.unknown',
])
const statuses: Readonly<Record<string, RefusalText['status']>> = {
  'signIn.needed': 401,
  'right.missing': 403,
  'version.changed': 409,
  'rate.limited': 429,
}

function textOf(refusal: Refusal, { refusals: words, refusalCodes: codes }: Words): RefusalText {
  if (refusal.kind === 'notFound') return { status: 404, title: words.notFoundTitle, text: words.notFound, trace: null }
  if (refusal.kind === 'forbidden') return { status: 403, title: words.forbiddenTitle, text: words.forbidden, trace: null }
  const { error, trace } = refusal
  if (!(error instanceof DomainError))
    return { status: 500, title: words.failedTitle, text: words.failed, trace: words.trace(trace) }
  const sentence = codes[error.code]
  const text = sentence ? sentence(error.params) : words.other(error.code)
  const status = statuses[error.code] ?? (missing.has(error.code) ? 404 : 422)
  return { status, title: status === 404 ? words.notFoundTitle : words.refusedTitle, text, trace: null }
}

/** Where to come back to after signing in: the page that was asked; an action is not done again by itself. */
function wayBack(c: WebContext): string | null {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? safeReturn(pathname + search) : null
}

/** A refusal as a page in the reader's language: never a stack. `onBug` is called for what is no refusal of the domain. */
export async function renderRefusal(
  c: WebContext,
  site: Site,
  language: Language,
  refusal: Refusal,
  onBug: () => void = () => {},
): Promise<Response> {
  const words = wordsOf(language)
  const { status, title, text, trace } = textOf(refusal, words)
  if (status === 500) onBug()
  const asked = askedOf(new URLSearchParams())
  const query = new URLSearchParams()
  const visit = {
    language,
    words,
    format: formatOf(language),
    asked,
    parts: {},
    query,
    portal: site.portal,
    desks: site.desks,
    viewer: viewerOf(c),
  }
  // The page must show even when the observatory behind it does not answer.
  const choices = await site.portal.territoryChoices().catch(() => [])
  const body = (
    <div class="refusal">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {trace && <p class="trace">{trace}</p>}
      <p class="actions">
        {status === 401 && (
          <a class="button" href={pathTo(language, 'signIn', asked, { more: { return: wayBack(c) } })}>
            {words.accounts.rights.signIn}
          </a>
        )}
        <a class={status === 401 ? 'button quiet' : 'button'} href={pathTo(language, 'home', asked)}>
          {words.refusals.home}
        </a>
        <a class="button quiet" href={pathTo(language, 'matrix', asked)}>
          {words.refusals.matrix}
        </a>
      </p>
    </div>
  )
  const html = renderShell(site, visit, choices, {
    key: 'home',
    current: false,
    title,
    body,
    scripts: [],
    synthetic: false,
    above: [],
    zone: null,
  })
  c.header('Cache-Control', 'no-store')
  return c.html(html, status)
}
