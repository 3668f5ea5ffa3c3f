import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isPlan, type PopulationRecord } from '#domain/imports'
import { planOf, take, told } from './tableTools.ts'

const brief = ({ zone, sex, age, activity, people }: PopulationRecord): string => [zone, sex, age, activity, people].join('|')

describe('people by sex, age and activity', () => {
  it('reads INSEE’s long tables', () => {
    const { plan, population, faults, missing } = take(`"NIVGEO";"CODGEO";"LIBGEO";"SEXE";"AGEQ65";"TACTR_2";"NB"
"COM";"62765";"Saint-Omer";"1";"030";"11";"123,456789012"
"COM";"62765";"Saint-Omer";"2";"065";"21";"5"
"COM";"62765";"Saint-Omer";"2";"015";"26";"0"
"COM";"1001";"L'Abergement";"2";"015";"22";""
`)
    assert.deepEqual(faults, [])
    assert.equal(plan.kind, 'population')
    assert.equal(plan.duplicates, undefined)
    assert.deepEqual(population.map(brief), [
      '62765|male|030|employed|123.456789012',
      '62765|female|065|retired|5',
      '62765|female|015|26|0',
    ])
    assert.equal(missing, 1)
  })

  it('reads tables of one’s own and writes bands of ages as the observatory does', () => {
    const { population } = take(`zone,sexe,âge,activité,personnes
62765,Femmes,18 à 29 ans,étudiants,12
62765,h,75 ans ou plus,retraités,7
62765,Ensemble,30-44,,5
kent,F,Total,employed,3
E07000105,men,75 and over,all,2
62765,F,Y30T44,_T,1
62765,F,Y_GE75,unemployed,1
`)
    assert.deepEqual(population.map(brief), [
      '62765|female|18-29|student|12',
      '62765|male|75+|retired|7',
      '62765||30-44||5',
      'kent|female||employed|3',
      'E07000105|male|75+||2',
      '62765|female|30-44||1',
      '62765|female|75+|unemployed|1',
    ])
  })

  it('adds rows up where a table tells more than these three', () => {
    assert.equal(take('NIVGEO,CODGEO,SEXE,AGED100,TYPMR,NB\nCOM,62765,1,000,11,3\n').plan.duplicates, 'add')
    assert.equal(take('CODGEO,LIBGEO,SEXE,NB\n62765,Saint-Omer,1,3\n').plan.duplicates, undefined)
  })

  it('leaves regions and the country of a mixed table out, and says how many', () => {
    const { population, skipped, faults } = take(`GEO;GEO_OBJECT;SEX;AGE;TIME_PERIOD;OBS_VALUE
62765;COM;F;Y30T44;2021;1000
FM;FRANCE;F;Y30T44;2021;9000000
32;REG;F;Y30T44;2021;900000
`)
    assert.deepEqual(faults, [])
    assert.equal(population.length, 1)
    assert.equal(skipped.get('row.total'), 2)
  })

  it('reads the wide summary of the census', () => {
    const { population, faults, plan } = take(
      `CODGEO;P21_POP;P21_POP0014;P21_POP3044;P21_POP75P;P21_POPH;P21_H3044;P21_F75P;P15_POP;P21_POP1564;C21_POP15P
62765;14596;2400;2600,5;1700;6900;1300;1100;14000;8000;12000
`,
      { decimalComma: true, fileName: 'base-cc-evol-struct-pop-2021.csv' },
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(population.map(brief), [
      '62765||||14596',
      '62765||0-14||2400',
      '62765||30-44||2600.5',
      '62765||75+||1700',
      '62765|male|||6900',
      '62765|male|30-44||1300',
      '62765|female|75+||1100',
    ])
    assert.equal(plan.referenceDate, '2021')
  })

  it('tells faults by line, and what is missing from a head', () => {
    assert.deepEqual(told(take('zone,sex,count\n62765,F,many\n62765,M,-1\nSaint-Omer,F,2\n').faults), [
      '2 count value.notNumber',
      '3 count value.negative',
      '4 zone code.malformed',
    ])
    const refusal = planOf(['Lieu', 'Tranche', 'Effectif'], { kind: 'population' })
    assert.ok(refusal && !isPlan(refusal))
    assert.deepEqual(refusal.unmapped, ['zone', 'sex', 'age', 'activity'])
    const mapping = { zone: 'Lieu', age: 'Tranche' }
    assert.equal(take('Lieu,Tranche,Effectif\n62765,75+,3\n', { mapping }).population[0]?.age, '75+')
  })

  it('reads two hundred thousand rows in a moment', () => {
    const { plan } = take('CODGEO,SEXE,AGED100,TACTR,NB\n62765,1,000,11,3\n')
    let people = 0
    const nothing = (): void => assert.fail('a row gave something else')
    const others = { zone: nothing, succession: nothing, figures: nothing, facility: nothing, postcode: nothing, place: nothing }
    const sink = {
      ...others,
      fault: nothing,
      warning: nothing,
      missing: nothing,
      population: (record: PopulationRecord) => void (people += record.people),
    }
    const rows = Array.from({ length: 1000 }, (_, i) => [
      `62${String(100 + (i % 800))}`,
      String(1 + (i % 2)),
      String(i % 100).padStart(3, '0'),
      '11',
      '1.25',
    ])
    const began = performance.now()
    for (let i = 0; i < 200_000; i++) plan.read(rows[i % 1000] ?? [], i + 2, sink)
    const seconds = (performance.now() - began) / 1000
    assert.equal(people, 250_000)
    // A few hundredths of a second on an idle machine; a pattern or a split per cell would show.
    assert.ok(seconds < 3, `${seconds} s for 200,000 rows`)
  })
})
