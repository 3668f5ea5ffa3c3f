import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { portalServer, type PortalServer } from '#tests/portalServer.ts'
import { signedIn } from '#tests/signedIn.ts'
import { axeViolations, launchBrowser, overflow } from '#tests/visit.ts'

describe('shots', () => {
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
  it('takes', async () => {
    const admin = await signedIn(server, [{ organisation: 'commune-62765', role: 'coordinator' }], { name: 'Colette Marquant' })
    const officer = await signedIn(server, [{ organisation: 'commune-62765', role: 'officer' }], { name: 'Odile Duhamel' })
    const v = officer.viewer
    await server.desks.contributions.send(v, { kind: 'wrongData', place: 'mairie-62757', typed: { fields: ['phone', 'address', 'zone'], phone: ['03 21 95 00 00'], address: ['12 place de la Mairie'], zone: ['62765'], text: ['Vu sur la porte hier.'] }, photo: null })
    await server.desks.places.save(v, { code: 'mairie-62765', version: 1, typed: { fields: ['phone'], phone: ['03 21 98 40 88'] }, checked: true, note: 'Nouveau standard' })
    const { contributions } = await server.desks.contributions.queue(admin.viewer)
    const id = contributions[0]?.id ?? ''
    const shots: [string, string, string][] = []
    for (const [l, g] of [['fr', ['/fr/gestion/lieux?text=saint-omer', '/fr/lieux/mairie-62765/modifier', '/fr/lieux/mairie-62765/historique', '/fr/gestion/lieux/doublons', '/fr/gestion/lieux/fusion?first=mairie-62765&second=mairie-62757', `/fr/signalements/${id}/examen`, '/fr/signalements/a-examiner', '/fr/signalements/nouveau?place=mairie-62765', '/fr/signalements/nouveau?place=mairie-62765&kind=photo', '/fr/signalements/nouveau?place=mairie-62765&kind=wrongHours']], ['en', ['/en/manage/places?gap=unchecked', '/en/places/mairie-62765/edit', '/en/manage/places/new', `/en/reports/${id}/review`]]] as const)
      for (const [i, path] of g.entries()) shots.push([`c-${l}-${i}`, path, admin.cookie])
    shots.push(['o-fr-edit', '/fr/lieux/mairie-62765/modifier', officer.cookie], ['o-en-other', '/en/places/mairie-62757/edit', officer.cookie], ['o-fr-mine', '/fr/signalements', officer.cookie])
    for (const [name, path, cookie] of shots)
      for (const width of [360, 1280]) {
        const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, colorScheme: name.startsWith('o') ? 'dark' : 'light' })
        await context.addCookies(cookie.split('; ').map((pair) => ({ name: pair.split('=')[0] ?? '', value: pair.slice(pair.indexOf('=') + 1), url: server.url })))
        const page = await context.newPage()
        const answer = await page.goto(server.url + path)
        await page.screenshot({ path: `/tmp/h6/${name}-${width}.png`, fullPage: true })
        const faults = [...(await axeViolations(page)), `${await overflow(page)}`].filter((t) => t !== '0')
        console.log(name, width, path, answer?.status(), faults.join('\n   '))
        await context.close()
      }
  })
})
