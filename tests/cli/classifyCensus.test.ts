import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  classificationFolder,
  hasCensus,
  publishedFormulas,
  publishedSupergroups,
  standIns,
  writeVariables,
} from '#tests/censusVariables.ts'
import { runToolbox } from '#tests/toolbox.ts'

const skip = hasCensus ? false : 'the census tables of ../shared/data are not at hand'
const centroids = join(classificationFolder, 'supergroup-centroids-size-withinss.csv')
const scaling = join(classificationFolder, 'ranges-england-wales.csv')

/** Share of areas whose cluster is the published supergroup. */
function agreement(folder: string, keep: (area: string) => boolean = () => true): number {
  const published = publishedSupergroups()
  const [, ...rows] = readFileSync(join(folder, 'assignments.csv'), 'utf8').trim().split('\n')
  const judged = rows.map((row) => row.split(',')).filter(([area = '']) => published.has(area) && keep(area))
  return judged.filter(([area = '', cluster]) => published.get(area) === cluster).length / judged.length
}

describe('classify puts Kent’s output areas into the published supergroups', { skip }, () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passerelle-census-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const assign = async (formulas: ReadonlyMap<string, string>, name: string, ...more: string[]): Promise<string> => {
    const [areas, out] = [join(folder, `${name}.csv`), join(folder, name)]
    writeVariables(areas, formulas)
    const options = ['--id', 'OA', '--centroids', centroids, '--assign-only', '--scaling', scaling, '--out', out]
    const { code, stderr } = await runToolbox(['classify', areas, ...options, ...more])
    assert.equal(code, 0, stderr)
    return out
  }

  it('82.3 % of them on the 41 variables with their published ranges', async () => {
    const share = agreement(await assign(publishedFormulas(), 'plain'))
    assert.equal(Math.round(share * 1000) / 10, 82.3)
  })

  it('85 % with stand-ins for variables whose tables are missing, scaled without any label', async () => {
    const out = await assign(new Map([...publishedFormulas(), ...standIns]), 'adapted', '--adapt')
    const share = agreement(out)
    assert.ok(share > 0.848, `agreement ${share}`)
    // Nothing was fitted to labels; the two halves agree all the same.
    const odd = (area: string): boolean => Number(area.at(-1)) % 2 === 1
    for (const half of [odd, (area: string) => !odd(area)]) assert.ok(agreement(out, half) > 0.84, String(agreement(out, half)))
  })
})
