import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { selectSheets } from '#store/answerSheets.ts'
import { read } from '#store/open.ts'
import type { NewSurvey } from '#store/surveys.ts'
import { fieldSurvey } from '#tests/fieldSurvey.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { axeViolations, launchBrowser, noBrowser, overflow, visit } from '#tests/visit.ts'

const words = {
  fr: {
    base: '/fr/enquetes',
    paper: 'papier',
    files: 'fichiers',
    number: 'Numéro imprimé en haut du formulaire',
    toRatings: 'Aux notes',
    save: 'Enregistrer ce formulaire',
    once: /première saisie enregistrée/,
    settle: 'Trancher et enregistrer',
    settled: /écarts tranchés, la réponse est enregistrée/,
    unreadable: /«\s44\s» ne dit rien/,
    send: 'Lire et vérifier',
    again: 'Relire avec ces choix',
    band: '30 à 44 ans',
    confirm: 'Faire entrer 1 réponses',
    taken: /1 réponses de ce fichier sont dans l’enquête/,
  },
  en: {
    base: '/en/surveys',
    paper: 'paper',
    files: 'files',
    number: 'Number printed at the top of the form',
    toRatings: 'On to the scores',
    save: 'Save this form',
    once: /first key saved/,
    settle: 'Settle and save',
    settled: /differences settled, the answer is kept/,
    unreadable: /“44” says nothing/,
    send: 'Read and check',
    again: 'Read again with these choices',
    band: '30 to 44',
    confirm: 'Take 1 answers in',
    taken: /1 answers of this file are in the survey/,
  },
} as const

/** Types into whatever has the focus, from field to field, as one does with a form beside the keyboard. */
async function typeOn(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
}

describe('entering answers', { skip: noBrowser }, () => {
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

  const sheetsOf = (survey: NewSurvey) => read(server.observatory.db, (reader) => selectSheets(reader, survey))

  /** Keys form 12 in both parts, with `delays` as the one score that may differ. */
  async function keyForm(page: Page, language: 'fr' | 'en', delays: string): Promise<void> {
    const text = words[language]
    await page.getByLabel(text.number).fill('12')
    await page.keyboard.press('Enter')
    await page.locator('[name="zone"]').fill('Saint-Omer')
    await page.locator('[name="needs.tax"]').fill('0')
    await page.locator('[name="needs.library"]').fill('44')
    await page.getByRole('button', { name: text.toRatings }).click()
    await page.getByRole('alert').getByText(text.unreadable).waitFor()
    assert.equal(await page.locator('[name="zone"]').inputValue(), 'Saint-Omer')
    assert.equal(await overflow(page), 0)
    await page.locator('[name="needs.library"]').fill('3')
    await page.getByRole('button', { name: text.toRatings }).click()
    await page.locator('[name="services.tax.information"]').focus()
    await typeOn(page, '10', '0', delays, '7')
    assert.equal(await page.locator('[name="services.tax.opening"]').inputValue(), '7')
    await page.locator('[name="services.tax.important"]').fill('3 1')
    assert.equal(await overflow(page), 0)
    await page.getByRole('button', { name: text.save }).click()
  }

  for (const language of ['fr', 'en'] as const)
    for (const [width, javaScript] of [
      [360, false],
      [1280, true],
    ] as const)
      it(`on paper: keyed twice, settled, ${language}, ${width} pixels, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
        const text = words[language]
        const survey = await fieldSurvey(server.observatory)
        const [odile, omar] = [await signedIn(server, ['officer']), await signedIn(server, ['officer'])]
        const list = `${server.url}${text.base}/${survey.code}/${text.paper}`
        await visit(browser, list, { cookie: odile.cookie, width, javaScript }, async (page) => {
          await keyForm(page, language, '4')
          await page.getByText(text.once).waitFor()
          assert.equal(await overflow(page), 0)
        })
        await visit(browser, list, { cookie: omar.cookie, width, javaScript }, async (page) => {
          await keyForm(page, language, '5')
          await page.getByRole('button', { name: text.settle }).waitFor()
          assert.equal(await overflow(page), 0)
          await page.locator('[name="pick.services.tax.delays"][value="second"]').check()
          await page.getByRole('button', { name: text.settle }).click()
          await page.getByText(text.settled).waitFor()
        })
        const [sheet] = await sheetsOf(survey)
        assert.deepEqual(sheet?.content.services[0]?.scores, { information: 10, contact: 0, delays: 5, opening: 7 })
        assert.deepEqual(sheet?.content.services[0]?.important, ['information', 'delays'])
        assert.deepEqual(sheet?.content.needs.find(({ service }) => service === 'library')?.gaveUpFor, 'delays')
      })

  for (const language of ['fr', 'en'] as const)
    it(`in a file: a value is given its meaning, then the answers come in, ${language}`, async () => {
      const text = words[language]
      const survey = await fieldSurvey(server.observatory)
      const { cookie } = await signedIn(server, ['analyst'])
      const list = `${server.url}${text.base}/${survey.code}/${text.files}`
      const file = 'id,token,zone,age,rate_tax[delays]\n1,SECRET,62765,25-34,7\n'
      await visit(
        browser,
        list,
        { cookie, width: language === 'fr' ? 360 : 1280, javaScript: language === 'en' },
        async (page) => {
          await page.locator('#file').setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
          await page.getByRole('button', { name: text.send }).click()
          await page.getByLabel('25-34').selectOption({ label: text.band })
          assert.equal(await overflow(page), 0)
          assert.doesNotMatch(await page.content(), /SECRET/)
          await page.getByRole('button', { name: text.again }).click()
          await page.getByRole('button', { name: text.confirm }).click()
          await page.getByText(text.taken).waitFor()
        },
      )
      assert.equal((await sheetsOf(survey))[0]?.content.publics.age, '30-44')
    })

  it('has pages that everybody can use', async () => {
    const survey = await fieldSurvey(server.observatory)
    const { cookie, viewer } = await signedIn(server, ['administrator'])
    const asked = { survey: survey.code, territory: '62' }
    const one = { language: 'fr', zone: '62765', 'needs.tax': '0', 'services.tax.delays': '4' }
    const key = { number: 1, part: 2, check: true } as const
    await server.desks.entry.keep(viewer, asked, { ...key, version: 0, typed: one })
    await server.desks.entry.keep(viewer, asked, { ...key, version: 1, typed: { ...one, 'services.tax.delays': '5', sex: '1' } })
    const content = (async function* () {
      yield Buffer.from('id,ipaddr,zone,age,rate_tax[delays]\n1,192.0.2.1,Atlantis,25-34,x\n')
    })()
    const received = { fileName: 'a.csv', kind: null, crs: null, content, isCut: () => false }
    const id = await server.desks.entry.receiveAnswers(viewer, asked, received, 'fr')
    const context = await browser.newContext({ bypassCSP: true })
    const [name = '', ...value] = cookie.split('=')
    await context.addCookies([{ name, value: value.join('='), url: server.url }])
    try {
      const page = await context.newPage()
      for (const language of ['fr', 'en'] as const) {
        const { base, paper, files } = words[language]
        const own = `${server.url}${base}/${survey.code}`
        const ends = language === 'fr' ? ['2/saisie', '1/ecarts', '3'] : ['2/key', '1/differences', '3']
        for (const url of [
          `${own}/${paper}`,
          ...ends.map((end) => `${own}/${paper}/${end}`),
          `${own}/${files}`,
          `${own}/${files}/${id}`,
        ])
          for (const width of [360, 1280]) {
            await page.setViewportSize({ width, height: 900 })
            const answer = await page.goto(url)
            assert.equal(answer?.status(), 200, url)
            assert.deepEqual(await axeViolations(page), [], url)
            assert.equal(await overflow(page), 0, `${url} at ${width}`)
            await page.screenshot({
              path: `/tmp/entry/${url.split('/').slice(-2).join('_').slice(-30)}-${width}.png`,
              fullPage: true,
            })
          }
      }
    } finally {
      await context.close()
    }
  })
})
