import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import OpeningHours from 'opening_hours'
import { isPlan, type PlaceRecord } from '#domain/imports'
import { planOf, rowsOf, take, told } from './tableTools.ts'

const withoutWarnings = (text: string | null): void => {
  if (text !== null)
    assert.deepEqual(
      new OpeningHours(text, { lat: 51, lon: 0.5, address: { country_code: 'gb', state: 'England' } }).getWarnings(),
      [],
      text,
    )
}

describe('France Services', () => {
  const head =
    'id_fs,insee_dep,lib_fs,adresse,complement_adresse,insee_com,code_postal,lib_com,latitude,longitude,h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi,format_fs'

  it('reads spaces with their hours, and says which go round', () => {
    const { plan, places, faults, warnings } = take(`${head}
365,62,France services d'Étaples,Place,BP 1,62318,62630,Étaples,50.51,1.64,,09:00 - 12:00 / 14:00 - 17:30,00:00 - 00:00 / 09:00 - 12:00,matin,,,Fixe
372,62,Bus,,,,62400,Béthune,,,13:00 - 17:00,,,,,,Bus_équivalent
`)
    assert.equal(plan.kind, 'franceServices')
    assert.deepEqual(faults, [])
    assert.deepEqual(told(warnings), ['2 h_jeudi hours.malformed'])
    assert.deepEqual(
      places.map(({ code, kind, name, address, zone, position, openingHours }) => [
        code,
        kind,
        name.fr,
        address,
        zone,
        position,
        openingHours,
      ]),
      [
        [
          'fs-365',
          'franceServices',
          'France services d’Étaples',
          'Place, BP 1',
          '62318',
          'exact',
          'Tu 09:00-12:00,14:00-17:30; We 09:00-12:00',
        ],
        ['fs-372', 'franceServicesMobile', 'Bus', null, null, 'unknown', 'Mo 13:00-17:00'],
      ],
    )
    assert.deepEqual(places[0]?.services, ['familyAllowance', 'healthInsurance', 'employment', 'tax', 'postOffice'])
  })

  it('tells spaces twice, names missing, coordinates exchanged', () => {
    const { faults } = take(`${head}
1,62,A,,,62041,62000,Arras,50.2,2.7,,,,,,,Fixe
1,62,B,,,62041,62000,Arras,50.2,2.7,,,,,,,Fixe
2,62,,,,62041,62000,Arras,2.7,50.2,,,,,,,Fixe
3,62,C,,,6204,62000,Arras,2.7,50.2,,,,,,,Fixe
`)
    assert.deepEqual(told(faults), ['3 id_fs row.duplicate', '4 lib_fs value.missing', '4 latitude, longitude column.swapped'])
  })
})

describe('English libraries', () => {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const head = `Local authority,Library name,Address 1,Address 2,Postcode,Year opened,Year closed,${days.map((day) => `${day} staffed hours`).join(',')},${days.map((day) => `${day} unstaffed hours`).join(',')},URL`
  const row = (name: string, postcode: string, opened: string, closed: string, monday = '', unstaffed = ''): string =>
    `Kent County Council,${name},Castle Road,Maidstone,${postcode},${opened},${closed},${monday},,,,,,,${unstaffed},,,,,,,www.kent.gov.uk`

  it('gives stable codes, closes those that closed, and adds hours without staff', () => {
    const { plan, places, faults, warnings } = take(
      [
        head,
        row('Ashford Library', 'TN23 1AS', '2011', '2011'),
        row('Ashford Library', 'TN231AS', '2011', '', '09:00-17:00', '17:00-20:00'),
        row('Ashford Library', 'TN23 1AS', '', ''),
        row('Bockhanger Library', 'TN24 9LS', '2019', '2018', '', '08:00-20:00'),
        row('Wye Library', 'nowhere', '', 'soon'),
      ].join('\n'),
    )
    assert.equal(plan.kind, 'libraries')
    assert.deepEqual(told(faults), ['6 Year closed value.notDate'])
    assert.deepEqual(told(warnings), ['6 Postcode postcode.malformed'])
    assert.deepEqual(
      places.map(({ code, closedOn, openingHours }) => [code, closedOn, openingHours]),
      [
        ['library-kent-ashford', '2011-12-31', null],
        ['library-kent-ashford-tn23-1as', null, 'Mo 09:00-17:00, Mo 17:00-20:00 open "unstaffed"'],
        ['library-kent-ashford-tn23-1as-2', null, null],
        ['library-kent-bockhanger', null, 'Mo 08:00-20:00 open "unstaffed"'],
        ['library-kent-wye', null, null],
      ],
    )
    for (const { openingHours } of places) withoutWarnings(openingHours)
    assert.deepEqual(
      [places[1]?.postcode, places[1]?.town, places[1]?.position, places[1]?.url],
      ['TN23 1AS', 'Maidstone', 'unknown', 'https://www.kent.gov.uk'],
    )
  })
})

describe('facilities', () => {
  it('counts by commune and type, whichever layout', () => {
    const { plan, facilities, faults } = take(
      'REG,DEP,DEPCOM,DCIRIS,AN,TYPEQU,NB_EQUIP\n32,62,62765,62765_0101,2018,A203,2\n32,62,62765,62765_0102,2018,A203,1\n',
      { fileName: 'bpe-2018.csv' },
    )
    assert.deepEqual(faults, [])
    assert.equal(plan.duplicates, 'add')
    assert.equal(plan.dataset?.code, 'bpe-2018')
    assert.deepEqual(facilities, [
      { line: 2, zone: '62765', type: 'A203', facilities: 2 },
      { line: 3, zone: '62765', type: 'A203', facilities: 1 },
    ])
    assert.equal(take('AN;DEPCOM;TYPEQU;LAMBERT_X;LAMBERT_Y\n2023;62765;B101;640000;7070000\n').facilities[0]?.facilities, 1)
    const melodi = take(
      'GEO;GEO_OBJECT;FACILITY_TYPE;TIME_PERIOD;OBS_VALUE\n62765;COM;A203;2024;3\n62;DEP;A203;2024;300\n62765;COM;_T;2024;900\n',
    )
    assert.deepEqual(melodi.facilities, [{ line: 2, zone: '62765', type: 'A203', facilities: 3 }])
    assert.equal(melodi.skipped.get('row.total'), 2)
  })

  it('tells counts that are none and columns exchanged', () => {
    assert.deepEqual(told(take('DEPCOM,TYPEQU,NB_EQUIP\n62765,A203,x\n62765,A203,1.5\n62765,A203,-1\n62765,police,1\n').faults), [
      '2 NB_EQUIP value.notNumber',
      '3 NB_EQUIP value.notWhole',
      '4 NB_EQUIP value.negative',
      '5 TYPEQU code.malformed',
    ])
    assert.deepEqual(told(take('DEPCOM,TYPEQU,NB_EQUIP\nA203,62765,1\nA203,62041,1\n').faults), [
      '2 DEPCOM, TYPEQU column.swapped',
    ])
  })
})

const pick = ({ code, services, lat, lon, position, openingHours, stepFree, checkedOn, country }: PlaceRecord) => ({
  code,
  services,
  lat,
  lon,
  position,
  openingHours,
  stepFree,
  checkedOn,
  country,
})

describe('places of one’s own', () => {
  it('reads names, services, hours and contacts in both languages', () => {
    const { plan, places, faults, warnings } =
      take(`Nom;Services;Adresse;Code postal;Commune;Latitude;Longitude;Lundi;Mardi;Téléphone;Courriel;Site;Accessible PMR;Vérifié le
Médiathèque d'Arques;Médiathèque, culture;1 place Roger Salengro;62510;Arques;50,735;2,305;9h-12h;fermé;03 21 00 00 00;m@arques.example;javascript:alert(1);oui;31/03/2026
Mairie d'Aire;mairie;;62120;Aire-sur-la-Lys;;;;;;;;peut-être;
`)
    assert.equal(plan.kind, 'places')
    assert.deepEqual(faults, [])
    assert.deepEqual(told(warnings), ['2 Site value.notUrl', '3 Accessible PMR value.notYesNo'])
    const [library, hall] = places.map((place) => Object.values(pick(place)))
    assert.deepEqual(library, [
      'place-mediatheque-d-arques-62510',
      ['library', 'culture'],
      50.735,
      2.305,
      'exact',
      'Mo 09:00-12:00',
      true,
      '2026-03-31',
      'FR',
    ])
    assert.deepEqual(hall, ['place-mairie-d-aire-62120', ['townHall'], null, null, 'unknown', null, null, null, 'FR'])
  })

  it('knows English postcodes and names of services', () => {
    const text =
      'name,service,town,postcode,opening hours,step-free access\nDover Gateway,council|library,Dover,ct161ph,Mo-Fr 09:00-17:00,yes\n'
    const [place] = take(text).places
    assert.ok(place)
    assert.deepEqual(
      [place.country, place.postcode, place.openingHours, place.services],
      ['GB', 'CT16 1PH', 'Mo-Fr 09:00-17:00', ['townHall', 'library']],
    )
  })

  it('keeps codes that the file gives, and tells two rows of one place', () => {
    const { places, faults } = take(
      'id,name,service,address\nA 1,Hall,townHall,x\nA 1,Hall,townHall,x\n,Hall,townHall,x\n,Hall,townHall,x\n',
    )
    assert.deepEqual(
      places.map(({ code, sourceCode }) => `${code} ${sourceCode}`),
      ['place-a-1 A 1', 'place-hall place-hall'],
    )
    assert.deepEqual(told(faults), ['3 id row.duplicate', '5 name row.duplicate'])
  })

  it('tells unknown services, bad dates and columns exchanged', () => {
    assert.deepEqual(told(take('name,service,address,closed on\nHall,juggling,x,tomorrow\n').faults), [
      '2 service service.unknown',
      '2 closed on value.notDate',
    ])
    assert.deepEqual(told(take('name,service,address\nmairie,Aire-sur-la-Lys,x\nposte,Arques,y\n').faults), [
      '2 name, service column.swapped',
    ])
    const refusal = planOf(['Nom', 'Adresse', 'Téléphone'])
    assert.ok(refusal && !isPlan(refusal))
    assert.deepEqual([refusal.kind, refusal.unmapped], ['places', ['services']])
  })
})

describe('answers to a survey', () => {
  it('are recognised and left to the survey’s reader', () => {
    const plan = planOf(rowsOf('respondent,zone,service,criterion,score,weight\n')[0] ?? [])
    assert.ok(plan && isPlan(plan))
    assert.deepEqual([plan.kind, plan.dataset, plan.mapping['weight']], ['answers', null, 'weight'])
  })
})

describe('heads', () => {
  it('are understood whatever their case, accents, marks, spaces, quotes and order', () => {
    const heads = [
      ['\uFEFFCODGEO', 'LIBGEO', 'MED16', 'TP6016'],
      ['tp6016', ' Med16 ', '"libgeo"', "'CodGeo'"],
    ]
    for (const head of heads) {
      const plan = planOf(head)
      assert.ok(plan && isPlan(plan))
      assert.equal(plan.kind, 'filosofi')
    }
    assert.equal(planOf(['a', 'b', 'c']), null)
    assert.equal(planOf([]), null)
    const twice = planOf(['OA', 'OA', 'ts0010001'])
    assert.ok(twice && !isPlan(twice))
    assert.deepEqual(told(twice.issues), ['1 OA column.twice'])
    const drawn = planOf(['code', 'nom'], { kind: 'boundaries' })
    assert.ok(drawn && !isPlan(drawn))
    assert.equal(drawn.issues[0]?.code, 'file.unknownKind')
  })
})
