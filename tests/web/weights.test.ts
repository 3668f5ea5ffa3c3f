import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readOnce } from '#store/open.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'

const origin = 'http://localhost'

describe('the pages of weights', () => {
  let server: PortalServer
  let cookie = ''
  let base = ''

  before(async () => {
    server = await portalServer()
    const analyst = await signedIn(server, ['analyst'], { name: 'Léa Analyste' })
    cookie = analyst.cookie
    const lines = await server.desks.weights.list(analyst.viewer)
    const code = lines.find(({ survey }) => survey.root.code === 'kent')?.survey.code ?? ''
    base = `/en/weights/kent/${code}`
  })
  after(() => server?.close())

  const ask = (path: string, body: BodyInit | null = null, session = cookie): Promise<Response> =>
    Promise.resolve(
      server.app.request(origin + path, {
        headers: { cookie: session, ...(body && { origin }) },
        ...(body && { method: 'POST', body }),
      }),
    )
  const page = async (path: string, status = 200): Promise<string> => {
    const answer = await ask(path)
    assert.equal(answer.status, status, path)
    return answer.text()
  }
  const weightings = async (): Promise<number> =>
    (await readOnce(server.observatory.db, (reader) => reader.selectFrom('weighting').select('id').execute())).length

  const settings = { method: 'raking', lower: '', upper: '' }
  const asked = (more: Record<string, string> = {}): URLSearchParams =>
    new URLSearchParams([...Object.entries({ ...settings, ...more }), ['variable', 'stratum'], ['variable', 'sexAge']])

  it('try settings from the address alone: nothing is saved, what was chosen stands in the form', async () => {
    const count = await weightings()
    const html = await page(`${base}/try?${asked({ method: 'logit', lower: '0.3', upper: '4' }).toString()}`)
    assert.match(html, /What this gives/)
    assert.match(html, /value="logit" checked/)
    assert.match(html, /name="lower"[^>]*value="0\.3"/)
    assert.match(html, /name="variable" value="activity"(?! checked)/)
    assert.match(html, /name="variable" value="sexAge" checked/)
    assert.match(html, /<svg class="chart histogram"/)
    assert.equal(await weightings(), count)
  })

  it('tell faults of settings at the field and in a summary, and what no weights can meet with its remedy', async () => {
    const faulty = await page(`${base}/try?method=logit&lower=2&upper=x`)
    for (const field of ['lower', 'upper', 'variables']) assert.match(faulty, new RegExp(`href="#${field}"`))
    assert.match(faulty, /id="lower-fault"/)
    const tight = await page(`${base}/try?${asked({ method: 'logit', lower: '0.99', upper: '1.01' }).toString()}`)
    assert.match(tight, /are too tight\. The margin furthest off is/)
    assert.doesNotMatch(tight, /Freeze as a version/)
  })

  it('freeze under a name, ask for it where it is missing, and put in force', async () => {
    const nameless = await ask(`${base}/try`, asked({ name: ' ' }))
    assert.equal(nameless.status, 422)
    const html = await nameless.text()
    assert.match(html, /Give this version a name/)
    assert.match(html, /name="variable" value="stratum" checked/)
    const frozen = await ask(`${base}/try`, asked({ name: 'Without activity <b>' }))
    assert.equal(frozen.status, 303)
    const where = frozen.headers.get('location') ?? ''
    const version = await page(where)
    assert.match(version, /Version 2: Without activity &lt;b&gt;/)
    assert.match(version, /No published figure has changed/)
    const number = /name="version" value="(\d+)"/.exec(version)?.[1] ?? ''
    const stale = await ask(`${base}/versions/2/in-force`, new URLSearchParams({ version: String(Number(number) + 5) }))
    assert.equal(stale.status, 409)
    const forced = await ask(`${base}/versions/2/in-force`, new URLSearchParams({ version: number }))
    assert.equal(forced.status, 303)
    const survey = await page(forced.headers.get('location') ?? '')
    assert.match(survey, /Version 2, “Without activity &lt;b&gt;” is in force/)
    const publicPage = await Promise.resolve(server.app.request(`${origin}/en/method?territory=kent`))
    assert.match(await publicPage.text(), /Weights in force: version 2, “Without activity/)
    assert.match(await page(`${base}/differences?from=1&to=2`), /Of the \d+ scores/)
    assert.match(await page(`${base}/differences?from=1&to=77`, 404), /no version 77/)
  })

  it('show the lines of a table that cannot be used, and keep what was typed', async () => {
    const form = new FormData()
    form.set('typed', 'variable,category,total\nsex,femme,1200\nsex,male,<i>\n')
    form.set('source', '')
    form.set('referenceDate', '2021')
    const answer = await ask(`${base}/margins`, form)
    assert.equal(answer.status, 422)
    const html = await answer.text()
    assert.match(html, /Unknown category of this variable\. Write one of: female, male\./)
    assert.match(html, /sex,male,&lt;i&gt;/)
    assert.match(html, /href="#lines"/)
    assert.match(html, /id="source-fault"/)
    assert.match(html, /value="2021"/)
    const file = new FormData()
    file.set('file', new File(['variable,category,total\nsex,female,6\nsex,male,4\n'], 'margins.csv', { type: 'text/csv' }))
    file.set('typed', 'ignored')
    file.set('source', 'ONS')
    file.set('referenceDate', '2021')
    file.set('scaleTo', '')
    const differing = await ask(`${base}/margins`, file)
    assert.equal(differing.status, 422)
    assert.match(await differing.text(), /Totals differ from one variable to another/)
    file.set('scaleTo', 'stratum')
    assert.equal((await ask(`${base}/margins`, file)).status, 303)
    assert.match(await page(`${base}/margins?done=1`), /10 in the source, scaled to/)
  })

  it('are read by a coordinator, who changes nothing, and by no visitor', async () => {
    const coordinator = (await signedIn(server, ['coordinator'])).cookie
    const html = await (await ask(`${base}/try?${asked().toString()}`, null, coordinator)).text()
    assert.match(html, /What this gives/)
    assert.doesNotMatch(html, /Freeze as a version/)
    assert.equal((await ask(`${base}/try`, asked({ name: 'x' }), coordinator)).status, 403)
    assert.equal((await ask(base, null, '')).status, 401)
    assert.equal((await ask('/fr/poids/62/nothing')).status, 404)
  })
})
