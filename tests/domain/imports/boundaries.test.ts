import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boundaryOf, isFileIssue, type BoundaryHints } from '#domain/imports'

function brief(properties: Record<string, unknown>, hints: BoundaryHints = {}, id: string | null = null): string {
  const read = boundaryOf({ number: 7, id, properties }, hints)
  if (isFileIssue(read)) return `${read.line} ${read.column} ${read.value} ${read.code}`
  return [
    read.code,
    read.level,
    read.name?.fr ?? '-',
    read.country,
    ...read.parents.map((each) => `${each.code}/${each.hierarchy}`),
  ].join(' ')
}

describe('what the properties of outlines tell', () => {
  it('reads French files', () => {
    assert.equal(brief({ code: '62023', nom: "L'Allouagne" }), '62023 commune L’Allouagne FR 62/administrative')
    assert.equal(
      brief({ INSEE_COM: '62765', NOM: 'Saint-Omer', SIREN_EPCI: '200069037' }),
      '62765 commune Saint-Omer FR 62/administrative 200069037/intercommunal',
    )
    assert.equal(brief({ insee: 1001, nom: 'X' }), '01001 commune X FR 01/administrative')
    assert.equal(brief({ DCOE_C_COD: '62041', DCOE_L_NOM: 'Arras' }), '62041 commune Arras FR 62/administrative')
    assert.equal(brief({ siren_epci: '200069037', nom_epci: 'CAPSO' }), '200069037 epci CAPSO FR')
    assert.equal(
      brief({ code_iris: '627650101', nom_iris: 'Centre', insee_com: '62765' }, { fileName: 'iris-62.geojson' }),
      '627650101 iris Centre FR 62765/statistical',
    )
    assert.equal(brief({ NOM: 'Lens', INSEE_ARR: '7', INSEE_DEP: '62' }), '627 arrondissement Lens FR 62/administrative')
    assert.equal(
      brief({ NOM_COM: 'Arras', NOM_IRIS: 'Centre', IRIS: '1011', CODE_IRIS: '620411011', INSEE_COM: '62041' }),
      '620411011 iris Centre FR 62041/statistical',
    )
    assert.equal(brief({ code: '62', nom: 'Pas-de-Calais' }), '62 department Pas-de-Calais FR FR/administrative')
    assert.equal(brief({ nom: 'Arras', ID: 'COMMUNE_0001', INSEE_COM: '62041' }), '62041 commune Arras FR 62/administrative')
  })

  it('knows arrondissements by their file, since their codes look like communes', () => {
    const hints = { fileName: 'arrondissements-62-pas-de-calais.geojson' }
    assert.equal(brief({ code: '62007', nom: 'Lens' }, hints), '627 arrondissement Lens FR 62/administrative')
    assert.equal(brief({ code: '627', nom: 'Lens' }), '627 arrondissement Lens FR 62/administrative')
    assert.equal(
      brief({ code: '62007', nom: 'Lens' }, { level: 'arrondissement' }),
      '627 arrondissement Lens FR 62/administrative',
    )
  })

  it('reads English files of any vintage, the narrowest area first', () => {
    assert.equal(brief({ OA11CD: 'E00080972', LAD11CD: 'E06000035' }), 'E00080972 outputArea - GB E06000035/administrative')
    assert.equal(brief({ LSOA11CD: 'E01016016', LSOA11NM: 'Medway 015A' }), 'E01016016 lsoa Medway 015A GB')
    assert.equal(
      brief({ LSOA31CD: 'E01016016', LSOA31NM: 'Medway 015A', MSOA31CD: 'E02003314' }),
      'E01016016 lsoa Medway 015A GB E02003314/statistical',
    )
    assert.equal(brief({ MSOA21CD: 'E02003314', MSOA21NM: 'Medway 001' }), 'E02003314 msoa Medway 001 GB')
    assert.equal(
      brief({ WD13CD: 'E05002249', WD13CDO: '00LCNN', WD13NM: 'Chatham Central', WD13NMW: null }),
      'E05002249 ward Chatham Central GB',
    )
    assert.equal(brief({ LAD13CD: 'E07000105', LAD13NM: 'Ashford' }), 'E07000105 epci Ashford GB')
  })

  it('takes the feature’s own id where no property has a code, and tells those without any', () => {
    assert.equal(brief({ name: 'Medway 001' }, {}, 'E02003314'), 'E02003314 msoa Medway 001 GB')
    assert.equal(brief({ colour: 'red' }), '7 code colour zone.noCode')
    assert.equal(brief({ code: 'Arras' }), '7 code Arras code.malformed')
    assert.equal(brief({ code: null }), '7 code code zone.noCode')
  })
})
