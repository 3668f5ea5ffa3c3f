import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runToolbox } from '#tests/toolbox.ts'

const records = 'id,name,w,sex,y,h\n1,=SUM(A1),2,f,1.5,1\n2,"b, c",2,m,-2,1\n3,é,4,f,3,2\n4,d,4,m,6,2\n'
const margins = 'variable,category,total\nsex,f,10\nsex,m,30\n'

describe('commands on plain files refuse', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passerelle-toolbox-faults-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  let made = 0
  const file = (content: string | Uint8Array, name = 'r.csv'): string => {
    const path = join(folder, `${made++}-${name}`)
    writeFileSync(path, content)
    return path
  }
  const refused = async (pattern: RegExp, ...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runToolbox(args)
    assert.equal(code, 2, stderr)
    assert.equal(stdout, '')
    assert.match(stderr, pattern)
    return stderr
  }

  it('names file, line, column, value and remedy of every fault', async () => {
    const bad = file('w,sex,y\n-1,f,2\n,m,3\nabc,x,4\n0,m,5\n')
    const stderr = await refused(/4 faults, nothing was computed/, 'weigh', bad, '--weights', 'w', '--margins', file(margins))
    assert.match(stderr, /line 2, column w, "-1": negative weight/)
    assert.match(stderr, /line 3, column w: no weight/)
    assert.match(stderr, /line 4, column w, "abc": not a number/)
    assert.match(stderr, /line 4, column sex, "x": category without a margin/)
    const many = await refused(/… and 50 more\.\n150 faults/, 'estimate', file(`y\n${'x\n'.repeat(150)}`), '--mean', 'y')
    assert.equal(many.trim().split('\n').length, 102)
    const french = await runToolbox(['estimate', file('y\nx\n'), '--mean', 'y'], 'fr')
    assert.match(french.stderr, /ligne 2, colonne y, «\u202Fx\u202F»\u202F: ce n’est pas un nombre/)
  })

  it('refuses faults of shape', async () => {
    await refused(
      /column z: no column of that name; columns of the file: id, name, w, sex, y, h/,
      'estimate',
      file(records),
      '--mean',
      'z',
    )
    await refused(/no records below/, 'estimate', file('y,w\n'), '--mean', 'y')
    await refused(/empty/, 'estimate', file(''), '--mean', 'y')
    await refused(/line 3.*does not have as many values/, 'estimate', file('y,w\n1,2\n1,2,3\n'), '--mean', 'y')
    await refused(
      /cannot be read/,
      'estimate',
      file(Buffer.concat([Buffer.from('y,n\n1,é\n2,é\n3,é\n4,é\n5,'), Buffer.from([0xe9, 10])])),
      '--mean',
      'y',
    )
    await refused(/two columns have that name/, 'estimate', file('y,y\n1,2\n'), '--mean', 'y')
    await refused(
      /another value in the same stratum: 10 \(line 2\)/,
      'estimate',
      file('y,f\n1,10\n2,20\n'),
      '--mean',
      'y',
      '--fpc',
      'f',
    )
    await refused(
      /fewer units in the population than in the sample \(3\), stratum a/,
      'estimate',
      file('y,f,s\n1,2,a\n2,2,a\n3,2,a\n'),
      '--mean',
      'y',
      '--fpc',
      'f',
      '--strata',
      's',
    )
    await refused(/line 3, column s: no code/, 'estimate', file('y,s\n1,a\n2,\n'), '--mean', 'y', '--strata', 's')
  })

  it('refuses faults of margins', async () => {
    const weigh = ['weigh', file(records), '--weights', 'w', '--margins']
    await refused(
      /line 2, column variable, "age": the records have no such column/,
      ...weigh,
      file('variable,category,total\nage,x,1\n'),
    )
    await refused(
      /line 3, column category, "sex, f": margin given twice; the first is on line 2/,
      ...weigh,
      file('variable,category,total\nsex,f,1\nsex,f,2\n'),
    )
    await refused(/either categories or one total/, ...weigh, file('variable,category,total\nsex,f,1\nsex,,2\n'))
    await refused(/negative total/, ...weigh, file('variable,category,total\nsex,f,-1\nsex,m,2\n'))
    await refused(/"many": not a number/, ...weigh, file('variable,category,total\nsex,f,many\nsex,m,2\n'))
    await refused(/column total: no column/, ...weigh, file('variable,category\nsex,f\n'))
  })

  it('refuses options that cannot be meant', async () => {
    const ask = ['estimate', file(records), '--mean', 'y']
    await refused(/--interval foo: unknown value\. Values: t, logit, beta/, ...ask, '--interval', 'foo')
    await refused(/--level 2: give a level between 0 and 1/, ...ask, '--level', '2')
    await refused(/--interval beta is for --proportion/, ...ask, '--interval', 'beta')
    await refused(/--bounds 2,1/, ...ask, '--margins', file(margins), '--method', 'logit', '--bounds', '2,1')
    await refused(/needs --bounds/, ...ask, '--margins', file(margins), '--method', 'logit')
    await refused(/--method goes with --margins/, ...ask, '--method', 'linear')
    await refused(/Ask one thing/, ...ask, '--total', 'y')
    await refused(/exclude each other/, ...ask, '--by', 'sex', '--deviation', 'sex=f')
    await refused(/COLUMN=VALUE/, ...ask, '--deviation', 'sex')
    await refused(/--against goes with/, ...ask, '--against', 'rest')
    await refused(/given twice/, ...ask, '--by', 'sex', '--by', 'h')
    await refused(/Unknown or incomplete option/, ...ask, '--colour')
    await refused(/--weights is missing/, 'weigh', file(records), '--margins', file(margins))
    await refused(/ENOENT/, 'estimate', join(folder, 'nowhere.csv'), '--mean', 'y')
    await refused(/Name a file of records/, 'crosstab', '--rows', 'a', '--columns', 'b')
  })
})
