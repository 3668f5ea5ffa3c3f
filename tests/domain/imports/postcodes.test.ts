import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { planOf, take, told } from './tableTools.ts'

describe('directories of postcodes', () => {
  it('reads the ONS’s: terminated ones are left out, a latitude of 99.999999 is no position', () => {
    const { plan, postcodes, faults, skipped } = take(`pcd,pcds,dointr,doterm,oseast1m,osnrth1m,laua,oa11,oa21,lat,long
ME160PR,ME16 0PR,198001,,574000,156000,E07000110,E00124100,E00190000,51.277,0.497
ME160QQ,ME16 0QQ,198001,200312,574000,156000,E07000110,E00124100,E00190000,51.277,0.497
JE2 3AB,JE2 3AB,198001,,,,L99999999,L99999999,L99999999,99.999999,0.000000
ME169ZZ,ME16 9ZZ,201001,,,,E07000110,E00124100,,99.999999,0.000000
`)
    assert.deepEqual(faults, [])
    assert.equal(plan.source, 'ONS Postcode Directory')
    assert.deepEqual(postcodes, [
      { line: 2, postcode: 'ME16 0PR', zone: 'E00190000', lon: 0.497, lat: 51.277 },
      { line: 5, postcode: 'ME16 9ZZ', zone: 'E00124100', lon: null, lat: null },
    ])
    assert.deepEqual(
      [...skipped],
      [
        ['postcode.terminated', 1],
        ['postcode.nowhere', 1],
      ],
    )
  })

  it('reads La Poste’s: a commune a row, hamlets once', () => {
    const { plan, postcodes, faults, skipped } =
      take(`#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5
01001;L ABERGEMENT CLEMENCIAT;1400;L ABERGEMENT CLEMENCIAT;
62765;ST OMER;62500;ST OMER;
62765;ST OMER;62500;ST OMER;LE HAUT PONT
`)
    assert.deepEqual(faults, [])
    assert.equal(plan.licence, 'Licence Ouverte 2.0')
    assert.deepEqual(
      postcodes.map(({ postcode, zone }) => `${postcode} ${zone}`),
      ['01400 01001', '62500 62765'],
    )
    assert.equal(skipped.get('postcode.again'), 1)
    const located = take(
      'Code_commune_INSEE;Nom_commune;Code_postal;Libelle_acheminement;Ligne_5;coordonnees_geographiques\n62765;ST OMER;62500;ST OMER;;50.75,2.26\n',
    )
    assert.deepEqual([located.postcodes[0]?.lat, located.postcodes[0]?.lon], [50.75, 2.26])
  })

  it('tells faults, exchanged coordinates once, and what a list of one’s own lacks', () => {
    const asked = { kind: 'postcodes' } as const
    assert.deepEqual(
      told(
        take('postcode,lat,lon\nME16,51.2,0.5\nME16 0PR,0.5,51.2\nME16 0PS,0.5,51.2\nME16 0PT,991,0.5\nME16 0PU,x,0.5\n', asked)
          .faults,
      ),
      ['2 postcode postcode.malformed', '3 lat, lon column.swapped', '5 lat, lon geo.outOfRange', '6 lat value.notNumber'],
    )
    const refusal = planOf(['postcode', 'remarks'], asked)
    assert.ok(refusal && 'unmapped' in refusal)
    assert.deepEqual(refusal.unmapped, ['zone', 'lat', 'lon'])
  })
})
