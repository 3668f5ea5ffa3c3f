import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readOnce, write } from '#store/open.ts'
import { sql } from 'kysely'
import { selectClassifications, selectSegmentAreas, selectSegments } from '#store/segments.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'

const origin = 'http://localhost'

describe('the pages of regrouping', () => {
  let server: PortalServer
  let cookie = ''

  before(async () => {
    server = await portalServer()
    cookie = (await signedIn(server, ['analyst'], { name: 'Léa Analyste' })).cookie
  })
  after(() => server?.close())

  const ask = (path: string, body: URLSearchParams | null = null, session = cookie): Promise<Response> =>
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
  const kept = () => readOnce(server.observatory.db, (reader) => selectClassifications(reader, 'kent'))
  const names = (k: number, more: Record<string, string> = {}): URLSearchParams => {
    const groups = Array.from({ length: k }, (_, i): [string, string][] => [
      [`letter.${i}`, String.fromCodePoint(65 + i)],
      [`fr.${i}`, `Groupe ${i}`],
      [`en.${i}`, `Group ${i}`],
    ])
    const fields = { k: String(k), 'name.fr': 'Essai', 'name.en': 'Trial', ...more }
    return new URLSearchParams(
      [...Object.entries(fields), ...groups.flat()].filter(([name], i, all) => all.findIndex(([other]) => other === name) === i),
    )
  }

  it('list every version with what can be made of it, and to readers what they may read', async () => {
    const html = await page('/en/regroupings')
    assert.match(html, /Thirteen groups of Kent and Medway/)
    assert.match(html, /href="\/en\/regroupings\/kent\/1\/merge"/)
    const member = (await signedIn(server, ['officer'])).cookie
    const read = await (await ask('/en/regroupings', null, member)).text()
    assert.match(read, /\/en\/regroupings\/kent\/2\/crosswalk/)
    assert.doesNotMatch(read, /\/merge"|\/refresh"/)
  })

  it('preview a merge from the address alone, with its tree and what every service loses; nothing is kept', async () => {
    const count = (await kept()).length
    const html = await page('/en/regroupings/kent/1/merge?k=8&one=0&how=apart&two=1')
    assert.match(html, /<svg class="chart tree-chart"/)
    assert.match(html, /The 8 new groups/)
    assert.match(html, /<option value="apart" selected/)
    assert.equal((html.match(/name="letter\.\d+"/g) ?? []).length, 8)
    assert.match(html, /Customers of libraries/)
    assert.equal((await kept()).length, count)
  })

  it('tell contradictory locks, half ones and impossible numbers at the field and in a summary', async () => {
    const clash = await page('/en/regroupings/kent/1/merge?one=0&how=together&two=1&one=1&how=apart&two=0')
    assert.match(clash, /href="#locks">Two locks contradict/)
    assert.doesNotMatch(clash, /Save as a draft/)
    const half = await page('/en/regroupings/kent/1/merge?one=3&how=together&two=')
    assert.match(half, /href="#lock-0">Lock 1: choose two different types/)
    const tooMany = await page('/fr/regroupements/kent/1/fusion?k=400')
    assert.match(tooMany, /«\u202F400\u202F» groupes/)
    assert.match(tooMany, /value="400"/)
  })

  it('keep a merge as a draft with the names typed, and show them again where one is missing', async () => {
    const faulty = await ask('/en/regroupings/kent/1/merge', names(6, { 'fr.2': ' ', 'letter.3': 'A' }))
    assert.equal(faulty.status, 422)
    const html = await faulty.text()
    assert.match(html, /id="fr\.2-fault"/)
    assert.match(html, /The letter “A” is used for two groups/)
    assert.match(html, /value="Group 5"/)
    const answer = await ask('/en/regroupings/kent/1/merge', names(6, { one: '0', how: 'together', two: '31' }))
    assert.equal(answer.status, 303)
    const draft = (await kept()).find(({ name }) => name.en === 'Trial') ?? assert.fail('no draft')
    assert.deepEqual([draft.state, draft.origin, draft.madeBy], ['draft', 'merge', 'Léa Analyste'])
    const { merge } = draft.record
    assert.deepEqual(merge?.mustMerge, [[0, 31]])
    assert.equal(merge?.into[0], merge?.into[31])
    const segments = await readOnce(server.observatory.db, (reader) => selectSegments(reader, draft))
    assert.deepEqual(
      segments.map(({ name }) => name.en),
      Array.from({ length: 6 }, (_, i) => `Group ${i}`),
    )
    const areas = await readOnce(server.observatory.db, (reader) => selectSegmentAreas(reader, draft))
    assert.equal(areas.length, 1500)
  })

  it('give a crosswalk whose table adds up to everybody', async () => {
    assert.match(await page('/en/regroupings/kent/2/crosswalk'), /<svg class="chart flow-chart"/)
    const file = await ask('/en/regroupings/kent/2/crosswalk.csv?from=1')
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8')
    const [head = '', ...lines] = (await file.text()).trim().split('\r\n')
    assert.match(head, /group before,name before,group after/)
    const version = (await kept()).find(({ number }) => number === 2)
    const segments = await readOnce(server.observatory.db, (reader) => selectSegments(reader, version ?? assert.fail()))
    const people = lines.reduce((sum, line) => sum + Number(line.split(',').at(-3)), 0)
    assert.equal(
      people,
      segments.reduce((sum, each) => sum + each.people, 0),
    )
    // Every type went whole into one group.
    assert.equal(lines.length, 32)
    assert.ok(lines.every((line) => line.split(',').at(-2) === '1'))
  })

  it('refresh with the same figures and frozen centroids: as good as nobody moves, and it can be kept', async () => {
    const html = await page('/en/regroupings/kent/1/refresh?dataset=areas-kent-2026&mode=frozen')
    assert.match(html, /Adjusted Rand index/)
    const body = new URLSearchParams({ dataset: 'areas-kent-2026', mode: 'frozen', 'name.fr': 'Encore', 'name.en': 'Again' })
    assert.equal((await ask('/en/regroupings/kent/1/refresh', body)).status, 303)
    const draft = (await kept()).find(({ name }) => name.en === 'Again') ?? assert.fail('no draft')
    assert.deepEqual(draft.record.refresh, { from: 1, mode: 'frozen' })
    const built = (await kept()).find(({ number }) => number === 1) ?? assert.fail()
    const [before, after] = await readOnce(server.observatory.db, async (reader) => [
      await selectSegmentAreas(reader, built),
      await selectSegmentAreas(reader, draft),
    ])
    const moved = before.filter((area, i) => area.segments.at(-1) !== after[i]?.segments.at(-1)).length
    assert.ok(moved <= 15, `${moved} of 1500 areas moved`)
    const nameless = await ask(
      '/en/regroupings/kent/1/refresh',
      new URLSearchParams({ dataset: 'areas-kent-2026', mode: 'free' }),
    )
    assert.equal(nameless.status, 422)
    assert.match(await nameless.text(), /id="name\.fr-fault"/)
  })

  it('say what a dataset lacks, and refuse one that is not there', async () => {
    const html = await page('/en/regroupings/kent/1/refresh?dataset=nothing')
    assert.match(html, /href="#dataset">The dataset “nothing” does not exist/)
    await page('/en/regroupings/kent/99/merge', 404)
    await page('/en/regroupings/nowhere/x/refresh', 404)
  })

  it('show anybody the common groups of both countries, two of them side by side', async () => {
    const answer = await ask('/fr/groupes-communs?one=0&other=0', null, '')
    assert.equal(answer.status, 200)
    const html = await answer.text()
    assert.match(html, /Groupes qui se répondent/)
    assert.match(html, /GB A/)
    assert.match(html, /Jensen-Shannon/)
    assert.doesNotMatch(html, /Comparer autrement/)
    assert.equal((await ask('/fr/groupes-communs?one=900&other=x', null, '')).status, 200)
  })

  it('publish a comparison on another scale in the place of the one before, not of two sides of one country', async () => {
    const fields = { left: 'kent/2', right: '62/1', scaling: 'pooled' }
    const preview = await page(`/en/regroupings/common?${new URLSearchParams(fields).toString()}`)
    assert.match(preview, /value="pooled" checked/)
    const tag = (await ask('/en/common-groups', null, '')).headers.get('etag')
    const answer = await ask('/en/regroupings/common/publish', new URLSearchParams(fields))
    assert.equal(answer.status, 303)
    const shown = await ask('/en/common-groups', null, '')
    assert.notEqual(shown.headers.get('etag'), tag)
    assert.match(await shown.text(), /Absolute scale/)
    const same = await ask('/en/regroupings/common/publish', new URLSearchParams({ ...fields, right: 'kent/1' }))
    assert.equal(same.status, 422)
    assert.match(await same.text(), /Choose two classifications of different countries/)
  })

  it('say that nothing is published before anything is', async () => {
    await write(server.observatory.db, (writer) => sql`UPDATE group_match SET published = false`.execute(writer))
    assert.match(await page('/en/common-groups'), /No match has been published yet/)
    const fields = { left: 'kent/2', right: '62/1', scaling: 'within' }
    assert.equal((await ask('/en/regroupings/common/publish', new URLSearchParams(fields))).status, 303)
  })
})
