import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { channelCodes, serviceCodes } from '#domain/territory'
import { buildProcedures } from '#sample/procedures/index.ts'
import { buildTerritory } from '#sample/territory.ts'

const procedures = buildProcedures()
const organisations = new Map(buildTerritory().organisations.map((each) => [each.code, each]))

describe('the procedures of the sample', () => {
  it('have something for each of the 16 services on both sides', () => {
    for (const country of ['FR', 'GB'] as const) {
      const covered = new Set(procedures.filter((each) => each.country === country).map((each) => each.service))
      assert.deepEqual(
        serviceCodes.filter((code) => !covered.has(code)),
        [],
        country,
      )
    }
    assert.equal(new Set(procedures.map((each) => each.code)).size, procedures.length)
  })

  it('name a contact of their own country, known channels and at least one document', () => {
    for (const { code, country, contact, channels, documents } of procedures) {
      assert.equal(organisations.get(contact)?.country, country, `${code}: ${contact}`)
      assert.ok(channels.length > 0 && channels.every((channel) => channelCodes.includes(channel)), code)
      assert.ok(documents.length > 0, code)
    }
  })

  it('are written in both languages, with French spacing', () => {
    for (const { code, title, summary, cost, delay, documents } of procedures) {
      for (const { fr, en } of [title, summary, cost, delay, ...documents]) {
        assert.ok(fr.length > 2 && en.length > 2, code)
        assert.ok(!/['"]/.test(fr + en), `${code}: ${fr} | ${en}`)
        assert.ok(!/ [;:!?»€%]|« |[a-zé][;!?]/.test(fr), `${code}: ${fr}`)
      }
    }
  })

  it('link only to official sites', () => {
    for (const { code, url } of procedures) assert.ok(url === null || url.startsWith('https://'), code)
  })
})
