import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { undoImport } from '#app/imports/undoImport.ts'
import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { lastImport } from '#store/imports/ledger.ts'
import { readOnce, write } from '#store/open.ts'
import { bring, fingerprint, numberOf, onSample } from '#tests/importing.ts'
import { fileOf } from '#tests/sourceFiles.ts'

const administrator: Viewer = {
  userId: 'somebody',
  name: 'Ada',
  email: null,
  memberships: [{ organisation: 'x', role: 'administrator' }],
}
const count = (what: ReturnType<typeof sql>) => sql<{ n: number }>`SELECT count(*)::int AS n FROM ${what}`

const places = (hours: string): string =>
  `name;services;code commune;lat;lon;opening hours;phone\nMairie annexe;townHall;62765;50,7487;2,2523;${hours};+33 3 21 00 00 00\n`

describe('importing files', () => {
  it('reads Latin-1, semicolons and decimal commas, and says how columns were understood', () =>
    onSample(async (obs, db) => {
      const text = 'Code INSEE;Libellé;Population\n62765;Saint-Omer-sur-l’Aa;14 164\n'.replace('’', "'")
      const document = await bring(obs, [fileOf('communes.csv', Buffer.from(text, 'latin1'))])
      assert.deepEqual(document.files[0]?.errors, [])
      assert.equal(document.committed, true)
      const name = count(sql`zone WHERE code = '62765' AND population = 14164`)
      assert.equal(await numberOf(db, name), 1)
    }))

  it('changes nothing at all for one fault in one of several files, and names line, column, value and remedy', () =>
    onSample(async (obs, db) => {
      const before = await fingerprint(db)
      const good = fileOf('lieux.csv', places('Mo-Fr 09:00-12:00'))
      const bad = fileOf('filosofi.csv', 'CODGEO,LIBGEO,MED16\n62765,Saint-Omer,18500\n62160,Calais,dix-huit mille\n')
      const document = await bring(obs, [good, bad])
      assert.equal(document.committed, false)
      const [, file] = document.files
      assert.deepEqual([file?.kind, file?.rows, file?.errorCount, file?.rejected], ['filosofi', 2, 1, 1])
      const told = file?.errors.map(({ message, ...error }) => ({ ...error, explained: message.length > 20 }))
      const expected = { line: 3, column: 'MED16', value: 'dix-huit mille', code: 'value.notNumber', explained: true }
      assert.deepEqual(told, [expected])
      assert.equal(await fingerprint(db), before)
    }))

  it('does in a trial run everything but save', () =>
    onSample(async (obs, db) => {
      const before = await fingerprint(db)
      const document = await bring(obs, [fileOf('lieux.csv', places('Mo-Fr 09:00-12:00'))], { dryRun: true })
      assert.deepEqual([document.files[0]?.added, document.committed], [1, false])
      assert.equal(await fingerprint(db), before)
    }))

  it('keeps what people corrected when the same source comes again, and takes what the source itself changed', () =>
    onSample(async (obs, db) => {
      await bring(obs, [fileOf('lieux.csv', places('Mo-Fr 09:00-12:00'))])
      const code = (
        await readOnce(db, (reader) =>
          reader.selectFrom('place').select('code').where('name_fr', '=', 'Mairie annexe').executeTakeFirstOrThrow(),
        )
      ).code
      await write(db, (writer) =>
        writer
          .updateTable('place')
          .set((eb) => ({ phone: '+33 3 99 99 99 99', version: eb('version', '+', 1) }))
          .where('code', '=', code)
          .execute(),
      )
      const again = await bring(obs, [fileOf('lieux.csv', places('Mo-Fr 09:00-12:00'))])
      assert.equal(again.files[0]?.unchanged, 1)
      const later = await bring(obs, [fileOf('lieux.csv', places('Mo-Fr 10:00-12:00'))])
      assert.equal(later.files[0]?.changed, 1)
      const row = await readOnce(db, (reader) =>
        reader.selectFrom('place').select(['phone', 'opening_hours']).where('code', '=', code).executeTakeFirstOrThrow(),
      )
      assert.deepEqual(row, { phone: '+33 3 99 99 99 99', opening_hours: 'Mo-Fr 10:00-12:00' })
    }))

  it('undoes the last import to the byte, and refuses to undo what would lose somebody’s correction', () =>
    onSample(async (obs, db) => {
      const rows = async () => {
        const lines = (await fingerprint(db)).split('\n')
        return lines.filter((line) => !/^(import|place) /.test(line)).join('\n')
      }
      const before = await rows()
      const figures = 'CODGEO,LIBGEO,MED16\n62765,Saint-Omer,18500\n59350,Lille,19000\n'
      await bring(obs, [fileOf('filosofi.csv', figures)])
      const first = await readOnce(db, lastImport)
      assert.ok(first)
      await bring(obs, [fileOf('lieux.csv', places('Mo-Fr 09:00-12:00'))])
      const second = await readOnce(db, lastImport)
      assert.ok(second)
      const refused = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code
      await assert.rejects(undoImport(obs, administrator, first.id), refused('import.notLast'))
      await undoImport(obs, administrator, second.id)
      await undoImport(obs, administrator, first.id)
      assert.equal(await rows(), before)
      await bring(obs, [fileOf('lieux.csv', places('Mo-Fr 09:00-12:00'))])
      const third = await readOnce(db, lastImport)
      await write(db, (writer) =>
        writer.updateTable('place').set({ version: 7 }).where('name_fr', '=', 'Mairie annexe').execute(),
      )
      await assert.rejects(undoImport(obs, administrator, third?.id ?? ''), refused('import.editedSince'))
    }))

  it('adds communes of another département from the official list, with their département and body', () =>
    onSample(async (obs, db) => {
      const document = await bring(obs, [fileOf('filosofi.csv', 'CODGEO,LIBGEO,MED16\n02691,Saint-Quentin,17000\n')])
      assert.equal(document.committed, true)
      assert.deepEqual(
        document.files[0]?.warnings.map(({ code }) => code),
        ['zone.fromOfficialList'],
      )
      const parents = count(sql`zone_parent WHERE child = '02691'`)
      assert.deepEqual(
        [await numberOf(db, parents), await numberOf(db, count(sql`zone WHERE code = '02' AND level = 'department'`))],
        [2, 1],
      )
    }))

  it('keeps figures under their own name when another file of the dataset orders, lacks or adds columns', () =>
    onSample(async (obs, db) => {
      const known = (await readOnce(db, (reader) => reader.selectFrom('dataset').select('code').execute())).map(
        ({ code }) => code,
      )
      const file = (text: string) => bring(obs, [fileOf('filosofi.csv', text)])
      await file('CODGEO,LIBGEO,MED16,NBMENFISC16\n62765,Saint-Omer,18500,7000\n')
      await file('CODGEO,LIBGEO,TP6016,NBMENFISC16\n62765,Saint-Omer,21,7001\n62160,Calais,29,31000\n')
      const { rows } = await readOnce(db, (reader) =>
        sql<{ zone: string; code: string; value: number }>`
          SELECT zone, code, figures[position + 1] AS value FROM measure_value JOIN measure USING (dataset)
          WHERE figures[position + 1] IS NOT NULL AND dataset <> ALL(${known}) ORDER BY zone, code`.execute(reader),
      )
      assert.deepEqual(
        rows.map(({ zone, code, value }) => `${zone} ${code} ${value}`),
        ['62160 NBMENFISC16 31000', '62160 TP6016 29', '62765 MED16 18500', '62765 NBMENFISC16 7001', '62765 TP6016 21'],
      )
      const again = await file('CODGEO,LIBGEO,MED16,NBMENFISC16\n62765,Saint-Omer,18500,7001\n')
      assert.equal(again.files[0]?.unchanged, 1)
    }))

  it('takes a list without names whose zones are partly known', () =>
    onSample(async (obs) => {
      const first = 'oa11,lad,ladnm\nE00155000,E07000207,Elmbridge\n'
      await bring(obs, [fileOf('a.csv', first)])
      const document = await bring(obs, [fileOf('b.csv', `${first}E00155001,E07000207,Elmbridge\n`)])
      assert.deepEqual([document.committed, document.files[0]?.added, document.files[0]?.unchanged], [true, 1, 1])
    }))

  it('never lets a feature without an outline stand for one', () =>
    onSample(async (obs, db) => {
      const before = await fingerprint(db)
      const feature = (geometry: unknown) => ({ type: 'Feature', properties: { code: '62041', nom: 'Arras' }, geometry })
      for (const geometry of [null, { type: 'Polygon', coordinates: [] }, { type: 'Point', coordinates: [2.77, 50.29] }]) {
        const text = JSON.stringify({ type: 'FeatureCollection', features: [feature(geometry)] })
        const document = await bring(obs, [fileOf('a.geojson', text)])
        assert.equal(document.committed, false, JSON.stringify(geometry))
        assert.ok(document.files[0]?.errors[0]?.code.startsWith('geo.'), JSON.stringify(document.files[0]))
      }
      assert.equal(await fingerprint(db), before)
    }))

  it('does not take the figures of an IRIS for its commune’s, nor a head alone for a table', () =>
    onSample(async (obs, db) => {
      const before = await fingerprint(db)
      const iris = await bring(obs, [fileOf('a.csv', 'IRIS;COM;P20_POP\n620410101;62041;2300\n')])
      assert.equal(
        await numberOf(db, count(sql`zone WHERE code = '62041' AND population = 2300`)),
        0,
        JSON.stringify(iris.files[0]),
      )
      const head = await bring(obs, [fileOf('b.csv', 'CODGEO,LIBGEO,MED16\n')])
      assert.deepEqual([head.committed, head.files[0]?.errors[0]?.code], [false, 'file.empty'])
      if (!iris.committed) assert.equal(await fingerprint(db), before)
    }))

  it('refuses a second row for one zone, naming the line of the first', () =>
    onSample(async (obs) => {
      const text = 'CODGEO,LIBGEO,MED16\n62765,Saint-Omer,18500\n62160,Calais,17000\n62765,Saint-Omer,18600\n'
      const document = await bring(obs, [fileOf('filosofi.csv', text)])
      const [error] = document.files[0]?.errors ?? []
      assert.deepEqual([document.committed, error?.code, error?.line], [false, 'row.duplicate', 4])
    }))

  it('names the lines of a row that comes twice in a long table of a new dataset', () =>
    onSample(async (obs, db) => {
      const before = await fingerprint(db)
      const rows = Array.from({ length: 5000 }, (_, i) => `62765,female,a${i},employed,${i}`)
      const text = `zone,sex,age,activity,count\n${rows.join('\n')}\n62765,female,a17,employed,3\n`
      const document = await bring(obs, [fileOf('population.csv', text)], { kind: 'population' })
      const [error] = document.files[0]?.errors ?? []
      assert.deepEqual(
        [document.committed, error?.code, error?.line, error?.message.includes('19')],
        [false, 'row.duplicate', 5002, true],
      )
      assert.equal(await fingerprint(db), before)
    }))

  it('asks which column gives what, and remembers the answer for the next file with this head', () =>
    onSample(async (obs) => {
      const text = 'mon code,mon nom,combien\n62765,Saint-Omer,14000\n'
      const first = await bring(obs, [fileOf('a.csv', text)], { kind: 'zones' })
      assert.deepEqual([first.committed, first.files[0]?.unmapped.includes('code')], [false, true])
      const mapping = { code: 'mon code', name: 'mon nom', population: 'combien' }
      const told = await bring(obs, [fileOf('a.csv', text)], { kind: 'zones', answers: { mapping } })
      assert.deepEqual(told.files[0]?.errors, [])
      const later = await bring(obs, [fileOf('b.csv', text.replace('14000', '15000'))], { kind: 'zones' })
      assert.deepEqual([later.committed, later.files[0]?.changed], [true, 1])
    }))

  it('refuses a gzip bomb, a picture and an empty file in words', () =>
    onSample(async (obs, db) => {
      const before = await fingerprint(db)
      const bomb = gzipSync(
        Buffer.concat([Buffer.from('CODGEO,LIBGEO,MED16\n'), Buffer.alloc(70 * 1024 * 1024, `${' '.repeat(9999)}\n`)]),
      )
      const codes = []
      for (const file of [
        fileOf('bomb.csv.gz', bomb),
        fileOf('x.csv', Buffer.from([137, 80, 78, 71, 0, 0])),
        fileOf('e.csv', ''),
      ]) {
        const document = await bring(obs, [file])
        codes.push(document.files[0]?.errors[0]?.code)
      }
      assert.deepEqual(codes, ['file.bomb', 'file.notText', 'file.empty'])
      assert.equal(await fingerprint(db), before)
    }))

  it('keeps answers beside the survey in force, whose figures stay', () =>
    onSample(async (obs, db) => {
      const text =
        'respondent,zone,service,criterion,score\na,62765,townHall,delays,7\nb,62765,townHall,delays,4\nb,62765,library,opening,\n'
      const document = await bring(obs, [fileOf('answers.csv', text)])
      assert.deepEqual([document.files[0]?.kind, document.files[0]?.added, document.files[0]?.missingValues], ['answers', 3, 1])
      assert.equal(await numberOf(db, count(sql`survey WHERE kind = 'brought'`)), 1)
      const again = await bring(obs, [fileOf('answers.csv', text)])
      assert.deepEqual([again.files[0]?.added, again.files[0]?.unchanged], [0, 3])
    }))
})
