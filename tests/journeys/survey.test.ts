import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { selectSheets } from '#store/answerSheets.ts'
import { read } from '#store/open.ts'
import type { NewSurvey } from '#store/surveys.ts'
import { fieldSurvey } from '#tests/fieldSurvey.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { axeViolations, inspect, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

// A French citizen with an old phone and a letter in a hurry, who goes on at a relative's computer; an English one who follows a link.
const tongues = [
  {
    language: 'fr',
    path: 'enquete',
    list: '/fr/donner-votre-avis',
    begin: 'Commencer',
    next: 'Continuer',
    pause: 'Faire une pause',
    back: 'Retour',
    code: 'Votre code',
    codeButton: 'Continuer avec ce code',
    elsewhere: 'J’habite ailleurs',
    which: /^Laquelle/,
    used: 'Utilisé',
    gaveUp: 'J’ai renoncé',
    library: 'Bibliothèque',
    tax: 'Finances publiques',
    missing: /dites pourquoi vous avez renoncé/,
    reason: 'C’était fermé quand je pouvais y aller',
    check: 'Relisez vos réponses',
    change: 'Modifier',
    toCheck: 'Enregistrer et relire',
    age: 'De 60 à 74 ans',
    send: 'Envoyer mes réponses',
    thanks: 'Merci, vos réponses sont envoyées',
    answered: 'Quelqu’un a déjà répondu depuis cet appareil',
  },
  {
    language: 'en',
    path: 'survey',
    list: '/en/have-your-say',
    begin: 'Begin',
    next: 'Continue',
    pause: 'Take a break',
    back: 'Back',
    code: 'Your code',
    codeButton: 'Go on with this code',
    elsewhere: 'I live elsewhere',
    which: /^Which one/,
    used: 'Used',
    gaveUp: 'I gave up',
    library: 'Library',
    tax: 'Tax office',
    missing: /say why you gave up/,
    reason: 'It was closed when I could go',
    check: 'Check your answers',
    change: 'Change',
    toCheck: 'Save and check',
    age: '60 to 74',
    send: 'Send my answers',
    thanks: 'Thank you, your answers are sent',
    answered: 'Somebody has already answered on this device',
  },
] as const
type Tongue = (typeof tongues)[number]

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
/** Ticks a square: the input lies over the whole of it. */
const mark = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`input[name="${name}"][value="${value}"]`).check({ timeout: 10_000 })

async function fromStartToPause(page: Page, words: Tongue): Promise<string> {
  await press(page, words.begin)
  const code = await page.locator('.code-signs').innerText()
  await page.locator('#place').fill('aire')
  await press(page, words.next)
  await page.getByRole('group', { name: words.which }).getByText('Aire-sur-la-Lys').click()
  await press(page, words.next)
  await mark(page, 'use.library', 'used')
  await mark(page, 'use.tax', 'gaveUp')
  await press(page, words.next)
  await press(page, words.next)
  assert.match(await page.locator('.fault-summary').innerText(), words.missing)
  await page.getByText(words.reason).click()
  await press(page, words.next)
  assert.equal(await heading(page), words.library)
  await mark(page, 'score.delays', '3')
  await mark(page, 'score.welcome', '10')
  await page.locator('#words').fill('Trop de monde le samedi')
  await press(page, words.pause)
  assert.equal(await page.locator('.code-signs').innerText(), code)
  return code
}

async function fromCodeToThanks(page: Page, words: Tongue, code: string): Promise<void> {
  await page.getByLabel(words.code).fill(code.toLowerCase())
  await press(page, words.codeButton)
  // The page that was left in the middle counts as answered; going back shows all of it.
  await press(page, words.back)
  assert.equal(await heading(page), words.library)
  assert.ok(await page.locator('input[name="score.delays"][value="3"]').isChecked())
  assert.equal(await page.locator('#words').inputValue(), 'Trop de monde le samedi')
  await press(page, words.next)
  await page.getByText(words.age).click()
  await press(page, words.next)
  assert.equal(await heading(page), words.check)
  const said = await page.locator('main').innerText()
  for (const each of ['Aire-sur-la-Lys', words.library, words.tax, words.reason, words.age, 'Trop de monde le samedi'])
    assert.ok(said.includes(each), each)
  await page.getByRole('link', { name: `${words.change} – ${words.library}` }).click()
  await mark(page, 'score.delays', '4')
  await press(page, words.toCheck)
  assert.equal(await heading(page), words.check)
  await press(page, words.send)
  assert.equal(await heading(page), words.thanks)
  await page.reload()
  assert.equal(await heading(page), words.thanks)
}

describe('a survey that a citizen answers', { skip: noBrowser }, () => {
  let server: PortalServer
  let browser: Browser

  before(async () => {
    server = await portalServer()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  const addressOf = (words: Tongue, survey: NewSurvey): string => `${server.url}/${words.language}/${words.path}/${survey.code}`

  for (const words of tongues)
    for (const javaScript of [false, true])
      it(`goes from a phone to another device by its code, ${words.language}, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
        const survey = await fieldSurvey(server.observatory)
        const address = addressOf(words, survey)
        let code = ''
        await visit(browser, address, { width: 360, javaScript }, async (page) => {
          code = await fromStartToPause(page, words)
        })
        await visit(browser, address, { width: 1280, javaScript }, async (page) => {
          await fromCodeToThanks(page, words, code)
          await page.goto(address)
          assert.match(await page.locator('main').innerText(), new RegExp(words.answered))
        })
        const sheets = await read(server.observatory.db, (reader) => selectSheets(reader, survey))
        const [only] = sheets
        assert.equal(sheets.length, 1)
        assert.equal(only?.content.zone, '62014')
        assert.deepEqual(only?.content.services[0]?.scores, { delays: 4, welcome: 10 })
        assert.equal(only?.content.language, words.language)
      })

  it('shows every page without a barrier that axe knows, as wide as the phone, its squares large enough for a thumb', async () => {
    const [words] = tongues
    const survey = await fieldSurvey(server.observatory)
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    try {
      const page = await context.newPage()
      const look = async (): Promise<void> => {
        assert.deepEqual(await axeViolations(page), [], page.url())
        assert.equal(await overflow(page), 0, page.url())
      }
      await page.goto(addressOf(words, survey))
      await look()
      await press(page, words.begin)
      await press(page, words.next)
      await look()
      await page.locator('#place').fill('aire')
      await press(page, words.next)
      await look()
      await page.getByText(words.elsewhere).click()
      await press(page, words.next)
      await look()
      await mark(page, 'use.library', 'used')
      await mark(page, 'use.tax', 'gaveUp')
      await press(page, words.next)
      await look()
      await page.getByText(words.reason).click()
      await press(page, words.next)
      await look()
      for (const square of await page.locator('.marks label').all()) {
        const box = (await square.isVisible()) ? await square.boundingBox() : null
        assert.ok(box === null || (box.width >= 44 && box.height >= 44), JSON.stringify(box))
      }
      await press(page, words.next)
      await look()
      await press(page, words.pause)
      await look()
      await page.goto(`${addressOf(words, survey)}/etape/check`)
      await look()
    } finally {
      await context.close()
    }
  })

  it('is reached from the foot of every page, and its public pages bear both themes', async () => {
    const survey = await fieldSurvey(server.observatory, { kind: 'elicitation' })
    await visit(browser, `${server.url}/en`, { width: 360 }, async (page) => {
      await page.locator('.bottom').getByRole('link', { name: 'Have your say' }).click()
      await page.locator(`a[href^="/en/survey/${survey.code}"]`).click()
      assert.equal(await heading(page), 'Your services, your view')
    })
    const urls = tongues.flatMap((words) => [server.url + words.list, addressOf(words, survey)])
    for (const scheme of ['light', 'dark'] as const)
      for (const { url, violations, overflow: over } of await inspect(browser, urls, scheme)) {
        assert.deepEqual(violations, [], url)
        assert.deepEqual(over, [0, 0], url)
      }
  })
})
