import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isPlan } from '#domain/imports'
import { planOf, rowsOf, take, told } from './tableTools.ts'

const administrative = (code: string) => ({ code, hierarchy: 'administrative' })

describe('lists of zones', () => {
  it('reads the official list of communes with its delegated ones and city districts', () => {
    const { plan, zones, successions, faults, skipped } = take(`TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
COM,62765,32,62,62D,625,0,SAINT OMER,Saint-Omer,Saint-Omer,6236,
COM,2A004,94,2A,20R,2A1,1,AJACCIO,Ajaccio,Ajaccio,2A99,
COM,01001,84,01,01D,012,5,ABERGEMENT CLEMENCIAT,Abergement-Clémenciat,L'Abergement-Clémenciat,0108,
ARM,75112,11,75,75C,751,0,PARIS 12,Paris 12e,Paris 12e Arrondissement,75ZZ,75056
COMD,62461,,,,,0,X,X,Le Parcq,,62447
COMD,62447,,,,,0,X,X,Hesdin-la-Forêt,,62447
COMA,62210,,,,,0,X,X,X,,62154
`)
    assert.equal(plan.kind, 'zones')
    assert.deepEqual(faults, [])
    assert.deepEqual(
      zones.map(({ code, level, name, parents }) => [code, level, name?.fr, parents]),
      [
        ['62765', 'commune', 'Saint-Omer', [administrative('62')]],
        ['2A004', 'commune', 'Ajaccio', [administrative('2A')]],
        ['01001', 'commune', 'L’Abergement-Clémenciat', [administrative('01')]],
        ['75112', 'smallArea', 'Paris 12e Arrondissement', [administrative('75056')]],
      ],
    )
    assert.deepEqual(successions, [
      { former: '62461', current: '62447' },
      { former: '62210', current: '62154' },
    ])
    assert.equal(skipped.get('row.delegated'), 1)
  })

  it('reads what communes became, and nothing from names that changed or communes restored', () => {
    const { successions, faults, skipped } =
      take(`MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,LIBELLE_AP
32,2025-01-01,COM,62461,0,A,A,COM,62447,0,B,B
32,2025-01-01,COM,62461,0,A,A,COMD,62461,0,B,B
32,2025-01-01,COM,62447,0,A,A,COM,62447,0,B,B
10,2020-01-01,COM,62001,0,A,A,COM,62001,0,B,B
21,1995-01-01,COM,62002,0,A,A,COM,62003,0,B,B
41,1969-01-01,COM,59999,0,A,A,COM,62999,0,B,B
`)
    assert.deepEqual(faults, [])
    assert.deepEqual(successions, [
      { former: '62461', current: '62447' },
      { former: '59999', current: '62999' },
    ])
    assert.equal(skipped.get('row.noSuccession'), 1)
  })

  it('reads inter-municipal bodies with their communes, each body once', () => {
    const { zones, faults } = take(`CODGEO;LIBGEO;EPCI;LIBEPCI;DEP;REG
62765;Saint-Omer;200069037;CA du Pays de Saint-Omer;62;32
62040;Arques;200069037;CA du Pays de Saint-Omer;62;32
29083;Île-de-Sein;ZZZZZZZZZ;Sans objet;29;53
`)
    assert.deepEqual(faults, [])
    assert.deepEqual(
      zones.map(({ code, level }) => `${code} ${level}`),
      ['200069037 epci', '62765 commune', '62040 commune', '29083 commune'],
    )
    assert.deepEqual(zones[1]?.parents, [administrative('62'), { code: '200069037', hierarchy: 'intercommunal' }])
    assert.deepEqual(zones[3]?.parents, [administrative('29')])
    assert.deepEqual(zones[0]?.parents, [])
    assert.equal(take('EPCI,LIBEPCI,NATURE_EPCI,NB_COM\n200069037,CA du Pays de Saint-Omer,CA,53\n').zones[0]?.level, 'epci')
  })

  it('reads départements, arrondissements and populations as INSEE spells them', () => {
    const departments = take(
      'DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n62,32,62041,2,PAS DE CALAIS,Pas-de-Calais,Pas-de-Calais\n',
    ).zones
    assert.deepEqual(departments[0]?.parents, [administrative('FR')])
    assert.equal(departments[0]?.level, 'department')
    const arrondissements = take(
      'ARR,DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n625,62,32,62765,0,SAINT OMER,Saint-Omer,Saint-Omer\n',
    ).zones
    assert.deepEqual([arrondissements[0]?.code, arrondissements[0]?.level], ['625', 'arrondissement'])
    assert.deepEqual(arrondissements[0]?.parents, [administrative('62')])
    const { zones } = take(
      'REG;Région;DEP;CODARR;CODCAN;COM;Commune;PMUN;PCAP;PTOT\n32;Hauts-de-France;62;5;36;62765;Saint-Omer;14 596;300;14 896\n',
    )
    assert.deepEqual([zones[0]?.population, zones[0]?.name?.en], [14_596, 'Saint-Omer'])
    const old = take(
      'Code département;Code commune;Nom de la commune;Population municipale\n62;765;Saint-Omer;14596\n1;4;Ambérieu;14035\n',
    ).zones
    assert.deepEqual(
      old.map(({ code }) => code),
      ['62765', '01004'],
    )
  })

  it('reads lists of one’s own, with levels, parents and positions', () => {
    const { zones, faults, warnings } = take(`code,nom,niveau,parent,latitude,longitude,habitants
audomarois,Audomarois,territoire,62,"50,7","2,2",
62765,Saint-Omer,commune,audomarois,50.75,2.26,14596
kentNorth,North Kent,territory,kent,51.4,0.4,
`)
    assert.deepEqual(faults, [])
    assert.deepEqual(warnings, [])
    assert.deepEqual(
      zones.map(({ code, level, lon, population, parents }) => [
        code,
        level,
        lon,
        population,
        parents.map((each) => `${each.code} ${each.hierarchy}`),
      ]),
      [
        ['audomarois', 'territory', 2.2, null, ['62 administrative']],
        ['62765', 'commune', 2.26, 14_596, ['62 administrative', 'audomarois territories']],
        ['kentNorth', 'territory', 0.4, null, ['kent territories']],
      ],
    )
  })

  it('takes columns as somebody chose them', () => {
    const text = 'Numéro de la commune;Comment elle s’appelle;Gens\n62765;Saint-Omer;14596\n'
    assert.equal(planOf(rowsOf(text)[0] ?? []), null)
    const refusal = planOf(rowsOf(text)[0] ?? [], { kind: 'zones' })
    assert.ok(refusal && !isPlan(refusal))
    assert.deepEqual(refusal.unmapped, ['code'])
    assert.deepEqual(told(refusal.issues), ['1 code column.missing'])
    const mapping = { code: 'Numéro de la commune', name: 'comment elle s’appelle', population: 'Gens' }
    const { zones, plan } = take(text, { kind: 'zones', mapping })
    assert.deepEqual([zones[0]?.code, zones[0]?.name?.fr, zones[0]?.population], ['62765', 'Saint-Omer', 14_596])
    assert.deepEqual(plan.mapping, { ...mapping, name: 'Comment elle s’appelle' })
    const absent = planOf(rowsOf(text)[0] ?? [], { kind: 'zones', mapping: { code: 'Nowhere' } })
    assert.ok(absent && !isPlan(absent))
    assert.deepEqual(told(absent.issues), ['1 Nowhere column.unknown'])
  })

  it('names every fault with column and value', () => {
    const { zones, faults, warnings } = take(`code,name,population
62765,Saint-Omer,14596
62765,Saint-Omer,14596
6204O,Arques,9000
62040,Arques,beaucoup
62001,Ablain,-5
,Nowhere,3
1001,L'Abergement,800
1002,L'Abergement-de-Varey,
`)
    assert.deepEqual(told(faults), [
      '3 code row.duplicate',
      '4 code code.malformed',
      '5 population value.notNumber',
      '6 population value.negative',
      '7 code value.missing',
    ])
    assert.equal(faults[0]?.expected, '2')
    assert.equal(faults[1]?.value, '6204O')
    assert.deepEqual(told(warnings), ['8 code code.leadingZero'])
    assert.equal(zones.find(({ code }) => code === '01002')?.population, null)
  })

  it('notices that codes and names were exchanged, once', () => {
    const { zones, faults } = take('code,nom\nSaint-Omer,62765\nArques,62040\nAire,62014\n')
    assert.deepEqual(told(faults), ['2 code, nom column.swapped'])
    assert.equal(zones.length, 0)
  })

  it('reads lookups of the ONS: each area once, with what it lies in', () => {
    const { plan, zones, faults } = take(`OA21CD,LSOA21CD,LSOA21NM,MSOA21CD,MSOA21NM,LAD22CD,LAD22NM,LAD22NMW,ObjectId
E00080972,E01016016,Medway 015A,E02003328,Medway 015,E06000035,Medway,,1
E00080973,E01016016,Medway 015A,E02003328,Medway 015,E06000035,Medway,,2
`)
    assert.deepEqual(faults, [])
    assert.equal(plan.source, 'ONS, Open Geography')
    assert.deepEqual(
      zones.map(({ code, level, name, parents }) => [
        code,
        level,
        name?.en ?? null,
        parents.map((each) => `${each.code} ${each.hierarchy}`),
      ]),
      [
        ['E00080972', 'outputArea', null, ['E01016016 statistical', 'E06000035 administrative']],
        ['E01016016', 'lsoa', 'Medway 015A', ['E02003328 statistical', 'E06000035 administrative']],
        ['E02003328', 'msoa', 'Medway 015', ['E06000035 administrative']],
        ['E06000035', 'epci', 'Medway', []],
        ['E00080973', 'outputArea', null, ['E01016016 statistical', 'E06000035 administrative']],
      ],
    )
    const wards = take(
      'WD22CD,WD22NM,LAD22CD,LAD22NM,CTY22CD,CTY22NM\nE05002249,Chatham Central,E07000105,Ashford,E10000016,Kent\n',
    ).zones
    assert.deepEqual(
      wards.map(({ code, level }) => `${code} ${level}`),
      ['E05002249 ward', 'E07000105 epci', 'E10000016 department'],
    )
    assert.deepEqual(told(take('OA21CD,LAD22CD\n,E06000035\nE0008,E06000035\n').faults), [
      '2 OA21CD value.missing',
      '3 OA21CD code.malformed',
    ])
  })
})
