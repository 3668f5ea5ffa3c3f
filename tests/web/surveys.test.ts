import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { insertSheet } from '#store/answerSheets.ts'
import { readOnce, write } from '#store/open.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'

const origin = 'http://localhost'

function unescaped(text: string): string {
  const marks = { '&#39;': `'`, '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' }
  return Object.entries(marks).reduce((made, [mark, sign]) => made.replaceAll(mark, sign), text)
}

/** The addresses that forms of a page are sent to. */
function actionsOf(html: string): string[] {
  return [...html.matchAll(/<form method="post" action="([^"]*)"/g)].map(([, action = '']) => unescaped(action))
}

/** The value of a hidden or typed input. */
function valueOf(html: string, name: string): string {
  const [tag = ''] = new RegExp(`<input[^>]*name="${name.replaceAll('.', String.raw`\.`)}"[^>]*>`).exec(html) ?? []
  return unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
}

const typed = {
  titleFr: 'Besoins des habitants',
  titleEn: 'What residents need',
  kind: 'satisfaction',
  territory: '62',
  grid: 'grid/1',
  fieldStart: '2026-11-02',
  fieldEnd: '2027-01-31',
  sourceFr: 'Le Département',
  sourceEn: 'The Département',
  mostServices: '4',
  subCriteriaOneIn: '3',
}

describe('the pages of surveys', () => {
  let server: PortalServer
  let cookie = ''

  before(async () => {
    server = await portalServer()
    cookie = (await signedIn(server, ['analyst'], { name: 'Ana Lyst' })).cookie
  })
  after(() => server?.close())

  const ask = async (path: string, form: readonly (readonly [string, string])[] | Record<string, string> | null = null) => {
    const body = form && new URLSearchParams(form as Record<string, string>)
    const headers = { cookie, ...(form && { origin }) }
    return server.app.request(origin + path, { headers, ...(body && { method: 'POST', body }) })
  }
  const page = async (path: string): Promise<string> => {
    const answer = await ask(path)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }
  const create = async (given: Partial<typeof typed> = {}): Promise<string> => {
    const options = ['importance', 'verbatims', 'openLink'].map((name) => ['options', name] as const)
    const answer = await ask('/en/new-survey', [...Object.entries({ ...typed, ...given }), ...options])
    assert.equal(answer.status, 303, await answer.text())
    return new URL(answer.headers.get('location') ?? '', origin).pathname
  }

  it('lead from an idea to a closed field', async () => {
    const path = await create()
    assert.match(path, /^\/en\/surveys\/besoins-des-habitants-2026(-\d+)?$/)
    const draft = await page(`${path}?territory=62`)
    assert.match(draft, /aria-current="step"[^>]*>in preparation/)
    const plan = await page(`${path}/sample?territory=62&n=2500&min=60&deff=1,3&rate=40&share=root`)
    assert.match(plan, /CA du Pays de Saint-Omer|Pays de Saint-Omer/)
    const kept = await ask(`${path}/sample?territory=62`, {
      n: '2500',
      min: '60',
      deff: '1.3',
      rate: '40',
      share: 'root',
      version: valueOf(plan, 'version'),
    })
    assert.equal(kept.status, 303)
    assert.match(await page(`${path}/sample?territory=62`), /This is the plan that was kept/)
    assert.equal((await ask(`${path}/open?territory=62`, {})).status, 303)
    const letters = await ask(`${path}/letters?territory=62`, { count: '5', as: 'csv' })
    assert.equal(letters.headers.get('cache-control'), 'private, no-store')
    const lines = (await letters.text()).trim().split('\r\n')
    assert.equal(lines.length, 6)
    assert.match(lines[1] ?? '', /^[0-9A-Z]{5}-[0-9A-Z]{5},http:\/\/localhost\/en\/survey\//)
    const printed = await ask(`${path}/letters?territory=62`, { count: '3', as: 'print' })
    assert.equal(printed.status, 200)
    assert.equal([...(await printed.text()).matchAll(/<b>[0-9A-Z]{5}-[0-9A-Z]{5}<\/b>/g)].length, 3)
    assert.match(await page(`${path}/poster?territory=62`), /lang="fr"[\s\S]*votre avis compte[\s\S]*your view counts/)
    assert.match(await page(`${path}/closing?territory=62`), /nothing to close/)
    await answered(path.split('/').at(-1) ?? '')
    assert.match(await page(`${path}/field?territory=62`), /1 answer received/)
    const closing = await page(`${path}/closing?territory=62`)
    assert.match(closing, /Fewer than 30 answers/)
    assert.equal((await ask(`${path}/closing?territory=62`, {})).status, 303)
    assert.match(await page(`${path}?territory=62`), /aria-current="step"[^>]*>closed/)
    assert.equal((await ask(`${path}/closing?territory=62`)).status, 422)
  })

  /** One answer from a commune, as the questionnaire sends it. */
  const answered = async (code: string): Promise<void> => {
    const { db } = server.observatory
    const survey = await readOnce(db, (reader) =>
      reader.selectFrom('survey').select(['id', 'territory_id']).where('code', '=', code).executeTakeFirstOrThrow(),
    )
    const publics = { sex: 'female', age: '30-44', family: null, activity: null, digital: null }
    const content = { zone: '62765', publics, needs: [], services: [], citations: [], language: 'fr' } as const
    const key = { id: survey.id, territory: survey.territory_id }
    await write(db, (writer) => insertSheet(writer, key, { id: randomUUID(), mode: 'web', content }, '2026-11-20'))
  }

  it('keep what was typed where something is wrong, and warn of a long interview', async () => {
    const faulty = await ask('/fr/nouvelle-enquete', { ...typed, titleEn: '', fieldEnd: '2026-13-01' })
    assert.equal(faulty.status, 422)
    const html = await faulty.text()
    for (const field of ['titleEn', 'fieldEnd']) assert.match(html, new RegExp(`href="#${field}"`))
    assert.equal(valueOf(html, 'titleFr'), typed.titleFr)
    const long = await ask('/en/new-survey', { ...typed, mostServices: '8', subCriteriaOneIn: '1', check: '1' })
    assert.equal(long.status, 200)
    assert.match(await long.text(), /Beyond 12 minutes/)
    const path = await create()
    const version = valueOf(await page(`${path}/edit?territory=62`), 'version')
    assert.equal((await ask(`${path}/edit?territory=62`, { ...typed, titleEn: 'First', version })).status, 303)
    const second = await ask(`${path}/edit?territory=62`, { ...typed, titleEn: 'Second', version })
    assert.equal(second.status, 409)
    assert.equal(valueOf(await second.text(), 'titleEn'), 'Second')
    assert.equal((await ask(`${path}/delete?territory=62`, {})).status, 303)
    assert.equal((await ask(`${path}?territory=62`)).status, 404)
  })

  it('show their links and forms to those who may use them', async () => {
    const officer = (await signedIn(server, ['officer'])).cookie
    const path = await create()
    const of = async (address: string): Promise<string> =>
      (await server.app.request(origin + address, { headers: { cookie: officer } })).text()
    assert.deepEqual(
      actionsOf(await of(`${path}?territory=62`)).filter((action) => action.includes('/surveys/')),
      [],
    )
    assert.match(await of(`${path}?territory=62`), /In short/)
    assert.doesNotMatch(await of('/en/surveys'), /Prepare a survey/)
    assert.match(await page('/en/surveys'), /href="\/en\/new-survey/)
  })

  it('say of a plan with a number that cannot be what was done instead', async () => {
    const path = await create()
    const html = await page(`${path}/sample?territory=62&n=minus&deff=0.2`)
    assert.match(html, /outside its limits/)
    assert.match(html, /<input id="deff"[^>]* value="1\.3"/)
  })

  it('draft a grid part by part, compare it, publish it, and never change what is published', async () => {
    assert.match(await page('/fr/grilles/grid%2F1'), /sept dimensions du CGET/)
    assert.match(await page('/en/grids/grid%2F1'), /Somebody picks up the phone/)
    const drafted = await ask('/en/grids', { basedOn: 'grid/1' })
    const path = new URL(drafted.headers.get('location') ?? '', origin).pathname
    assert.match(path, /^\/en\/grids\/grid%2F\d+$/)
    const items = ['cost', 'cost.price', 'cost.payment', 'cost.fairness']
    const texts = async (): Promise<Record<string, string>> => {
      const html = await page(`${path}/texts/cost`)
      const names = items.flatMap((item) => ['name', 'question'].flatMap((kind) => [`${kind}.${item}.fr`, `${kind}.${item}.en`]))
      return { ...Object.fromEntries(names.map((name) => [name, valueOf(html, name)])), version: valueOf(html, 'version') }
    }
    const given = await texts()
    const faulty = await ask(`${path}/texts/cost`, { ...given, 'name.cost.price.en': '' })
    assert.equal(faulty.status, 422)
    assert.match(await faulty.text(), /href="#name\.cost\.price\.en"/)
    assert.equal((await ask(`${path}/texts/cost`, { ...given, 'name.cost.price.en': 'how dear it is' })).status, 303)
    assert.equal((await ask(`${path}/texts/cost`, given)).status, 409)
    const version = valueOf(await page(`${path}/not-applicable`), 'version')
    assert.equal((await ask(`${path}/not-applicable`, { mask: 'library cost.price', version })).status, 303)
    const crosswalk = await page(`${path}/crosswalks/cget2015`)
    const moved = { sourceFr: 'Nous', sourceEn: 'Us', 'place.cost.price': 'choice', version: valueOf(crosswalk, 'version') }
    assert.equal((await ask(`${path}/crosswalks/cget2015`, moved)).status, 303)
    const changed = await page(path)
    for (const said of [/how dear it is/, /no longer asked/, /from cost and price to choice/]) assert.match(changed, said)
    const last = valueOf(changed, 'version')
    assert.equal((await ask(`${path}/publish`, { version: '1' })).status, 409)
    assert.equal((await ask(`${path}/publish`, { version: last })).status, 303)
    assert.match(await page(path), /never changes/)
    assert.equal((await ask(`${path}/texts/cost`, { ...given, version: String(Number(last) + 1) })).status, 409)
    assert.equal((await ask(`${path}/discard`, {})).status, 404)
    assert.match(await page('/en/new-survey'), new RegExp(`<option value="${decodeURIComponent(path.split('/').at(-1) ?? '')}"`))
  })
})
