import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { framesOf } from '#app/administration/backupFrames.ts'
import { checkFile, opened } from '#app/administration/backupSeal.ts'
import { recordAudit } from '#store/audit.ts'
import { readOnce, write } from '#store/open.ts'
import { queueMessage } from '#store/outbox.ts'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'

const origin = 'http://localhost'

function text(found: string): string {
  const marks = { '&#39;': `'`, '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' }
  return Object.entries(marks).reduce((made, [mark, sign]) => made.replaceAll(mark, sign), found)
}

/** Boxes of text and choices, by name. */
function boxesOf(html: string): (readonly [string, string])[] {
  const areas = [...html.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)]
  const choices = [...html.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs)]
  return [
    ...areas.map(([, name = '', body = '']) => [name, body] as const),
    ...choices.map(([, name = '', body = '']) => [name, /<option value="([^"]*)" selected/.exec(body)?.[1] ?? ''] as const),
  ]
}

/** Values of a form's inputs by name, as its page shows them. */
function inputsOf(html: string): URLSearchParams {
  const values = new URLSearchParams()
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    const ticked = !/type="checkbox"/.test(tag) || /\bchecked/.test(tag)
    if (name && ticked) values.append(name, text(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''))
  }
  for (const [name, value] of boxesOf(html)) values.append(name, text(value))
  return values
}

describe('the administration', () => {
  let server: PortalServer
  let cookie = ''

  before(async () => {
    server = await portalServer()
    cookie = (await signedIn(server, ['administrator'], { name: 'Ada Administrator' })).cookie
  })
  after(() => server?.close())

  const ask = async (path: string, form: URLSearchParams | Record<string, string> | null = null): Promise<Response> => {
    const headers = { cookie, ...(form && { origin }) }
    return server.app.request(origin + path, { headers, ...(form && { method: 'POST', body: new URLSearchParams(form) }) })
  }
  const page = async (path: string): Promise<string> => {
    const answer = await ask(path)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }

  const territoryMembers = (code: string) =>
    readOnce(server.observatory.db, (reader) =>
      reader
        .selectFrom('zone_parent')
        .innerJoin('zone', (join) =>
          join.onRef('zone.code', '=', 'zone_parent.parent').onRef('zone.edition', '=', 'zone_parent.edition'),
        )
        .select(['zone_parent.child', 'zone.population'])
        .where('zone_parent.parent', '=', code)
        .orderBy('zone_parent.child')
        .execute(),
    )

  it('shows each of its pages in both languages to an administrator, and to nobody else', async () => {
    const analyst = (await signedIn(server, ['analyst'])).cookie
    const asked = server.app.routes
      .filter(({ method, path }) => method === 'GET' && /\/administration/.test(path) && !path.includes(':'))
      .map(({ path }) => path)
    assert.equal(asked.length, 2 * 13)
    for (const path of asked) {
      assert.equal((await ask(path)).status, 200, path)
      assert.equal((await server.app.request(origin + path)).status, 401, path)
      assert.equal((await server.app.request(origin + path, { headers: { cookie: analyst } })).status, 403, path)
    }
  })

  it('adds an organisation, mends its faults, and tells the second of two editors', async () => {
    const path = '/en/administration/new-organisation'
    const given = {
      code: 'centre-social-arques',
      nameFr: 'Centre social <Arques>',
      nameEn: '',
      kind: 'association',
      country: 'FR',
      zone: 'nowhere',
      url: 'arques',
    }
    const faulty = await ask(path, given)
    assert.equal(faulty.status, 422)
    const html = await faulty.text()
    for (const field of ['nameEn', 'zone', 'url']) assert.match(html, new RegExp(`href="#${field}"`))
    assert.match(html, /value="Centre social &lt;Arques&gt;"/)
    const done = await ask(path, { ...given, nameEn: 'Arques social centre', zone: 'audomarois', url: '' })
    assert.equal(done.status, 303)
    const where = new URL(done.headers.get('location') ?? '', origin).pathname
    const read = inputsOf(await page(where))
    assert.equal(read.get('nameFr'), 'Centre social <Arques>')

    assert.equal((await ask(where, { ...Object.fromEntries(read), nameEn: 'The first editor' })).status, 303)
    const second = await ask(where, { ...Object.fromEntries(read), nameEn: 'The second editor' })
    assert.equal(second.status, 409)
    const conflict = await second.text()
    assert.match(conflict, /Somebody else changed this record/)
    assert.match(conflict, /value="The second editor"/)
    assert.equal(inputsOf(await page(where)).get('nameEn'), 'The first editor')
    // Told, the second may save all the same.
    assert.equal((await ask(where, inputsOf(conflict))).status, 303)
    assert.equal(inputsOf(await page(where)).get('nameEn'), 'The second editor')
    assert.equal((await ask(path, { ...given, nameEn: 'x', zone: '62', url: '' })).status, 422)
    assert.match(await page('/fr/administration/organisations?q=ARQUÉS'), /centre-social-arques/)
  })

  it('gives and takes roles, ends sessions and closes an account', async () => {
    const { person, cookie: theirs } = await signedIn(server, ['officer'])
    const own = `/en/administration/people/${person.id}`
    const knows = async (): Promise<number> =>
      (await server.app.request(`${origin}/en/account`, { headers: { cookie: theirs } })).status
    assert.match(await page(`/en/administration/people?q=${person.email}`), new RegExp(person.id))
    assert.equal((await ask(`${own}/give`, { role: 'moderator', organisation: 'caf-62' })).status, 303)
    assert.match(await page(own), /Moderator, /)
    assert.equal((await ask(`${own}/give`, { role: 'moderator', organisation: 'caf-62' })).status, 422)
    assert.equal((await ask(`${own}/give`, { role: 'king', organisation: 'caf-62' })).status, 422)
    assert.equal((await ask(`${own}/take`, { role: 'moderator', organisation: 'caf-62' })).status, 303)
    assert.doesNotMatch(await page(own), /Take away: Moderator/)
    assert.equal(await knows(), 200)
    assert.equal((await ask(`${own}/close`, {})).status, 303)
    assert.equal(await knows(), 401)
    assert.match(await page(own), /None: this account cannot sign in/)
    assert.equal((await ask('/en/administration/people/none')).status, 404)
  })

  it('does not close the own account', async () => {
    const people = await page('/en/administration/people?q=Ada')
    const id = /people\/([0-9a-f-]{36})/.exec(people)?.[1] ?? assert.fail(people)
    assert.equal((await ask(`/en/administration/people/${id}/close`, {})).status, 422)
    assert.match(await page(`/en/administration/people/${id}`), /your own account/)
  })

  it('composes a territory, which the matrix then compares', async () => {
    const form = new URLSearchParams({ code: 'littoral', nameFr: 'Littoral', nameEn: 'Coast', root: '62' })
    assert.equal((await ask('/en/administration/new-territory', form)).status, 422)
    form.append('members', '200069037')
    form.append('members', 'E07000105')
    assert.equal((await ask('/en/administration/new-territory', form)).status, 303)
    const html = await page('/en/administration/territories/littoral')
    // A district of Kent is no part of a territory of the Pas-de-Calais.
    assert.deepEqual(inputsOf(html).getAll('members'), ['200069037'])
    assert.match(await page('/en/territory?territory=littoral'), /Coast/)
    // As the sample's: whole bodies first, no commune of theirs listed beside them.
    const audomarois = inputsOf(await page('/en/administration/territories/audomarois'))
    assert.deepEqual(audomarois.getAll('members').toSorted(), ['200069037', '246201016'])
    const before = await territoryMembers('audomarois')
    assert.equal((await ask('/en/administration/territories/audomarois', audomarois)).status, 303)
    assert.deepEqual(await territoryMembers('audomarois'), before)
    assert.equal((await ask('/en/administration/new-territory', form)).status, 422)
  })

  it('keeps who is competent with what a contact costs, whole or not at all', async () => {
    const path = '/en/administration/services/tax?side=GB'
    const form = inputsOf(await page(path))
    form.set('cost.phone.amount', '2,83')
    const faulty = await ask(path, form)
    assert.equal(faulty.status, 422)
    assert.match(await faulty.text(), /href="#cost.phone.source"/)
    form.set('cost.phone.year', '2024')
    form.set('cost.phone.includes', 'staff <and> line')
    form.set('cost.phone.source', 'Sector survey')
    assert.equal((await ask(path, form)).status, 303)
    const kept = inputsOf(await page(path))
    assert.equal(kept.get('cost.phone.amount'), '2.83')
    assert.equal(kept.get('cost.phone.includes'), 'staff <and> line')
    assert.equal((await ask(path, form)).status, 409)
  })

  it('edits a procedure in both languages', async () => {
    const list = await page('/fr/administration/demarches')
    const path = /\/fr\/administration\/demarches\/[^"]+/.exec(list)?.[0] ?? assert.fail()
    const form = inputsOf(await page(path))
    form.set('documentsFr', `${form.get('documentsFr')}\nUne lettre`)
    assert.equal((await ask(path, form)).status, 422)
    form.set('documentsEn', `${form.get('documentsEn')}\nA letter`)
    form.set('titleFr', 'Un titre « neuf »')
    assert.equal((await ask(path, form)).status, 303)
    assert.match(await page('/fr/administration/demarches'), /Un titre « neuf »/)
  })

  it('hands messages over by hand where there is no mail server', async () => {
    const db = server.observatory.db
    const message = { to: 'bea@example.org', subject: 'Invitation', text: 'https://example.org/<secret>', kind: 'invitation' }
    const id = await write(db, (writer) => queueMessage(writer, message))
    assert.match(await page('/en/administration'), /1 message to hand over/)
    const path = `/en/administration/messages/${id}`
    const hidden = await page(path)
    assert.match(hidden, /https:\/\/example.org\/…/)
    assert.doesNotMatch(hidden, /secret/)
    const notedAs = async () => (await ask('/en/administration/audit.csv?action=message.shown')).text()
    assert.doesNotMatch(await notedAs(), new RegExp(id))
    assert.equal((await ask(`${path}/show`)).status, 404)
    const shown = await ask(`${path}/show`, {})
    assert.match(shown.headers.get('cache-control') ?? '', /no-store/)
    assert.match(await shown.text(), /https:\/\/example.org\/&lt;secret&gt;/)
    assert.match(await notedAs(), new RegExp(`Ada Administrator,message.shown,${id}`))
    assert.equal((await ask(`${path}/handed-over`, {})).status, 303)
    assert.doesNotMatch(await page(path), /secret/)
    assert.equal((await ask(`${path}/withdraw`, {})).status, 422)
    assert.equal((await ask('/en/administration/messages/1')).status, 404)
    assert.match(await page('/en/administration/messages?state=sent'), /bea@example.org/)
  })

  it('searches the audit log and writes it as a file that no spreadsheet runs', async () => {
    await write(server.observatory.db, (writer) =>
      recordAudit(writer, {
        actor: { userId: null, name: '=cmd|calc' },
        action: 'test.done',
        subject: '@x',
        details: { a: '100 %_' },
      }),
    )
    assert.match(await page('/en/administration/audit?text=100+%25_'), /test\.done/)
    assert.doesNotMatch(await page('/en/administration/audit?text=100+%25_&to=2020-01-01'), /<td[^>]*>.*test\.done/)
    assert.match(await page('/en/administration/audit?from=yesterday&page=x'), /Ada Administrator/)
    const file = await ask('/en/administration/audit.csv?action=test.done')
    assert.match(file.headers.get('content-disposition') ?? '', /attachment/)
    const [head, line, ...more] = (await file.text()).trim().split('\r\n')
    assert.equal(head, 'at,actor,action,subject,organisation,details')
    assert.match(line ?? '', /^[^,]+,'=cmd\|calc,test\.done,'@x,,"\{""a"":""100 %_""\}"$/)
    assert.deepEqual(more, [])
  })

  it('gives a backup that its passphrase opens, and notes it', async () => {
    assert.equal((await ask('/en/administration/backup', { passphrase: 'short' })).status, 422)
    const answer = await ask('/en/administration/backup', { passphrase: 'mist over the canal' })
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream')
    const file = new Uint8Array(await answer.arrayBuffer())
    const source = async function* (): AsyncGenerator<Uint8Array> {
      yield file
    }
    assert.deepEqual((await checkFile(source())).encrypted, true)
    let inside = 0
    for await (const frame of framesOf(opened(source(), 'mist over the canal'))) inside += frame.payload.length
    assert.ok(inside > 5_000_000)
    assert.match(await page('/en/administration/backup'), /by Ada Administrator\..* Encrypted\./s)
    assert.match(await page('/en/administration/audit?action=backup.made'), /backup made/)
  })

  it('shows settings without secrets', async () => {
    const html = await page('/en/administration/settings')
    assert.match(html, /not set/)
    assert.doesNotMatch(html, /thirty-two bytes/)
  })

  it('runs a job again for those who may, and says who asked', async () => {
    assert.equal((await ask('/en/calculations?territory=62', {})).status, 303)
    const html = await page('/en/calculations?territory=62')
    assert.match(html, /Asked for by Ada Administrator/)
    const id = /calculations\/([0-9a-f-]{36})\/cancel/.exec(html)?.[1]
    if (id) {
      await ask(`/en/calculations/${id}/cancel`, {})
      assert.equal((await ask(`/en/calculations/${id}/retry`, {})).status, 303)
    }
    assert.equal((await ask('/en/calculations/00000000-0000-0000-0000-000000000000/retry', {})).status, 404)
    const officer = (await signedIn(server, ['officer'])).cookie
    const seen = await (await server.app.request(`${origin}/en/calculations`, { headers: { cookie: officer } })).text()
    assert.doesNotMatch(seen, /Asked for by/)
  })
})
