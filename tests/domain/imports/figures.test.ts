import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isColumnNamesHead, isPlan, readColumnNames } from '#domain/imports'
import { planOf, rowsOf, take, told } from './tableTools.ts'

const metadata = `Table_Name,Variable_Name,Type,new_names,Table_ID,old_names
Residence type,Total,Value,ts0010001,ts001,Residence type: Total; measures: Value
Residence type,Lives in a household,Value,ts0010002,ts001,Residence type: Lives in a household; measures: Value
Number of rooms (VOA),Number of rooms (VOA): Total: All households,NA,ts0510001,ts051,Number of rooms (VOA): Total: All households
`

describe('tables of the English census', () => {
  const [header = [], ...rows] = rowsOf(metadata)
  const columnNames = readColumnNames(header, rows)

  it('reads the names of columns', () => {
    assert.ok(isColumnNamesHead(header))
    assert.equal(columnNames.count, 3)
    assert.deepEqual(columnNames.find('ts0010002'), { table: 'Residence type', label: 'Lives in a household' })
    assert.deepEqual(columnNames.find('Residence type: Total; measures: Value'), { table: 'Residence type', label: 'Total' })
    assert.equal(columnNames.find('ts0510001')?.label, 'Total: All households')
    assert.equal(columnNames.find('ts9990001'), undefined)
    const plan = planOf(header)
    assert.ok(isPlan(plan))
    assert.deepEqual([plan.kind, plan.namesColumns, plan.dataset], ['census', true, null])
  })

  it('makes a table of figures with totals as denominators', () => {
    const text = 'OA,ts0010001,ts0010002,ts0010003\nE00080972,300,298,2\nE00080973,"1,200",,..\n'
    const { plan, figures, faults, missing } = take(text, { columnNames, decimalComma: false })
    assert.deepEqual(faults, [])
    assert.equal(plan.dataset?.code, 'ts001')
    assert.equal(plan.dataset.title.en, 'Residence type')
    assert.deepEqual(
      plan.dataset.measures.map(({ code, label, unit, denominator }) => [code, label.en, unit, denominator]),
      [
        ['ts0010001', 'Total', 'people', null],
        ['ts0010002', 'Lives in a household', 'people', 'ts0010001'],
        ['ts0010003', 'ts0010003', 'people', 'ts0010001'],
      ],
    )
    assert.deepEqual(figures, [
      { line: 2, zone: 'E00080972', figures: [300, 298, 2] },
      { line: 3, zone: 'E00080973', figures: [1200, null, null] },
    ])
    assert.equal(missing, 2)
  })

  it('knows households and densities by their table', () => {
    const unit = (column: string): string | undefined => take(`OA,${column}\nE00080972,3\n`).plan.dataset?.measures[0]?.unit
    assert.deepEqual(['ts0110001', 'ts0410001', 'ts0060001', 'ts0680001', 'ts007a0001'].map(unit), [
      'households',
      'households',
      'perKm2',
      'people',
      'people',
    ])
  })

  it('reads the spelling of Nomis', () => {
    const text = `date,geography,geography code,"Tenure of household: Total: All households; measures: Value","Tenure of household: Owned; measures: Value"
2021,E00080972,E00080972,120,80
`
    const { plan, figures } = take(text, { fileName: 'census2021-ts054-oa.csv' })
    assert.deepEqual(
      plan.dataset?.measures.map(({ code, label, denominator }) => [code, label.en, denominator]),
      [
        ['ts0540001', 'Total: All households', null],
        ['ts0540002', 'Owned', 'ts0540001'],
      ],
    )
    assert.deepEqual(figures, [{ line: 2, zone: 'E00080972', figures: [120, 80] }])
    const unnamed = take(text, { fileName: 'download.csv' }).plan.dataset
    assert.deepEqual(
      [unnamed?.code, unnamed?.title.en, unnamed?.measures[1]?.unit],
      ['tenure-of-household', 'Tenure of household', 'households'],
    )
  })

  it('tells what is wrong, and two rows of one area', () => {
    const { faults } = take('OA,ts0010001\nE00080972,12abc\nE00080972,4\nE0008,4\nE00080974,-4\n')
    assert.deepEqual(told(faults), [
      '2 ts0010001 value.notNumber',
      '3 OA row.duplicate',
      '4 OA code.malformed',
      '5 ts0010001 value.negative',
    ])
    const refusal = planOf(['Area', 'ts0010001'], { kind: 'census' })
    assert.ok(refusal && !isPlan(refusal))
    assert.deepEqual(refusal.unmapped, ['zone'])
    assert.match(refusal.issues[0]?.expected ?? '', /oa21cd/)
  })
})

describe('Filosofi', () => {
  it('keeps what secrecy withholds as missing, never as zero', () => {
    const { plan, figures, missing, faults } = take(
      `CODGEO;LIBGEO;NBMENFISC16;MED16;TP6016;PIMPOT16;D916
62001;Ablain-Saint-Nazaire;731;23375,7142857143;NA;-15,6;ns
62002;Ablainzevelle;85;;s;N/A - secret statistique;nd
62003;Acheville;0;20000;0;0;0
`,
      { decimalComma: true },
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(
      figures.map((each) => each.figures),
      [
        [731, 23_375.7142857143, null, -15.6, null],
        [85, null, null, null, null],
        [0, 20_000, 0, 0, 0],
      ],
    )
    assert.equal(missing, 6)
    assert.equal(plan.dataset?.code, 'filosofi-2016')
    assert.equal(plan.referenceDate, '2016')
    assert.deepEqual(
      plan.dataset.measures.map(({ code, unit }) => `${code} ${unit}`),
      ['NBMENFISC16 households', 'MED16 euros', 'TP6016 percent', 'PIMPOT16 percent', 'D916 euros'],
    )
    assert.deepEqual(plan.dataset.measures[1]?.label, { fr: 'Niveau de vie médian', en: 'Median living standard' })
  })

  it('reads files by IRIS, of any year', () => {
    const { plan, figures } = take('IRIS,LIBIRIS,COM,DISP_MED20,DISP_TP6020,DISP_NOTE20\n627650101,Centre,62765,"19,5",20,0\n', {
      decimalComma: true,
    })
    assert.equal(plan.dataset?.code, 'filosofi-2020-iris')
    assert.deepEqual(figures, [{ line: 2, zone: '627650101', figures: [19.5, 20] }])
  })

  it('tells shares that cannot be, exchanged columns and a head without indicators', () => {
    assert.deepEqual(told(take('CODGEO,MED16,TP6016\n62001,20000,130\n62002,20000,12.5.1\n').faults), [
      '2 TP6016 value.outOfRange',
      '3 TP6016 value.notNumber',
    ])
    assert.deepEqual(told(take('CODGEO,LIBGEO,MED16,TP6016\nArras,62041,1,2\nLens,62498,1,2\n').faults), [
      '2 CODGEO, LIBGEO column.swapped',
    ])
    const refusal = planOf(['CODGEO', 'LIBGEO'], { kind: 'filosofi' })
    assert.ok(refusal && !isPlan(refusal))
    assert.deepEqual(told(refusal.issues), ['1 MED column.missing'])
  })
})
