import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const chromiumPath = '/usr/bin/chromium'

/** Why journeys cannot run here, or `false` when they can: given to `describe` as `skip`, so that the reason is printed. */
export const noBrowser: string | false =
  process.env['PASSERELLE_NO_BROWSER'] === '1'
    ? 'PASSERELLE_NO_BROWSER is 1'
    : existsSync(chromiumPath)
      ? false
      : `${chromiumPath} is absent: install the package chromium`

export function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet
  return chromium.launch({ executablePath: chromiumPath, args })
}

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** Runs axe in the page as it stands; the page's own policy forbids injected scripts, so its context must bypass it. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axeSource })
  const result = await page.evaluate<AxeResult>('axe.run(document, { resultTypes: ["violations"] })')
  return result.violations.map(
    ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
  )
}

/** Pixels by which a page is wider than its window: 0 unless a reader must scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** What went wrong unseen: messages on the console, requests that failed. A page's own refusal status is no fault of it. */
function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of 4'))
      faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? ''
    // Going on to the next page before fonts and icon have come drops them: no fault of the page's. What the server or the policy refuses fails otherwise.
    const dropped = failure === 'net::ERR_ABORTED'
    if (!dropped) faults.push(`request: ${request.url()} ${failure}`)
  })
}

export interface VisitOptions {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  readonly javaScript?: boolean
  /** A session, as `signedIn` gives it. */
  readonly cookie?: string
}

function contextOptions(options: VisitOptions): BrowserContextOptions {
  return {
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.scheme ?? 'light',
    javaScriptEnabled: options.javaScript ?? true,
  }
}

/** Opens a page as a reader does, does something with it, and fails on any error of the console or the network. */
export async function visit(
  browser: Browser,
  url: string,
  options: VisitOptions,
  act: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const context = await browser.newContext(contextOptions(options))
  const faults: string[] = []
  const [name = '', ...value] = (options.cookie ?? '').split('=')
  if (name !== '') await context.addCookies([{ name, value: value.join('='), url: new URL(url).origin }])
  try {
    const page = await context.newPage()
    watch(page, faults)
    await page.goto(url)
    await act(page)
    assert.deepEqual(faults, [], url)
  } finally {
    await context.close()
  }
}

/** Opens pages in one theme, under a session where one is given, and gives what axe finds in each, and how far it overflows at 360 and 1280 pixels. */
export async function inspect(
  browser: Browser,
  urls: readonly string[],
  scheme: 'light' | 'dark',
  cookie = '',
): Promise<{ readonly url: string; readonly violations: readonly string[]; readonly overflow: readonly number[] }[]> {
  const context = await browser.newContext({ ...contextOptions({ scheme }), bypassCSP: true })
  const found = []
  const [name = '', ...value] = cookie.split('=')
  const [first] = urls
  if (name !== '' && first) await context.addCookies([{ name, value: value.join('='), url: new URL(first).origin }])
  try {
    const page = await context.newPage()
    for (const url of urls) {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(url)
      const narrow = await overflow(page)
      // One theme is enough on a phone: colours do not depend on the width.
      const onPhone = scheme === 'light' ? await axeViolations(page) : []
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(url)
      const wide = await overflow(page)
      found.push({ url, violations: [...onPhone, ...(await axeViolations(page))], overflow: [narrow, wide] })
    }
  } finally {
    await context.close()
  }
  return found
}
