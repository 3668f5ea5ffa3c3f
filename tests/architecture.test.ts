import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { innocents, plantedBreaches } from '#tests/architectureBreaches.ts'
import { exceptions, layerOf, layers, subjects } from '#tests/architectureLayers.ts'
import { checkArchitecture, isExcepted, ruleNames } from '#tests/architectureRules.ts'
import { readSource, type Aliases, type SourceFile } from '#tests/architectureSource.ts'

const root = join(import.meta.dirname, '..')
const { imports: aliases, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  imports: Aliases
  dependencies: Record<string, string>
}

function projectFiles(): SourceFile[] {
  const paths = globSync(
    ['src/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}', 'sample/**/*.{ts,tsx,mts,js,mjs}', 'bin/**/*.{ts,js,mjs}'],
    { cwd: root },
  )
  return paths.toSorted().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

describe('architecture', () => {
  const files = projectFiles().map(readSource)
  const breaches = checkArchitecture(files, aliases)

  it('has seen the files', () => {
    assert.ok(files.length > 50, `only ${files.length} files were found under ${root}`)
    const imports = files.reduce((sum, file) => sum + file.imports.length, 0)
    assert.ok(imports > 2 * files.length, `only ${imports} imports were read in ${files.length} files`)
    const silent = files.filter((file) => /^(import|export) .* from ['"]/m.test(file.text) && file.imports.length === 0)
    assert.deepEqual(
      silent.map((file) => file.path),
      [],
    )
  })

  for (const layer of layers) {
    it(`has ${layer.planned ? 'no' : 'a'} file at ${layer.path}, layer ${layer.name}`, () => {
      const own = files.filter((file) => layerOf(file.path) === layer)
      if (layer.planned) assert.equal(own.length, 0, `${layer.name} exists now: take "planned" off its row`)
      else assert.ok(own.length > 0, `no file at ${layer.path}`)
    })
  }

  it('has no folder in src without files, and no subject outside the list', () => {
    const seen = new Set(files.map((file) => file.path.split('/')[1]))
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    assert.deepEqual(
      folders.map((folder) => folder.name).filter((name) => !seen.has(name)),
      [],
    )
    for (const subject of readdirSync(join(root, 'src/domain'))) {
      assert.ok(subjects.includes(subject), `src/domain/${subject} is not in the list of subjects`)
      assert.ok(existsSync(join(root, 'src/domain', subject, 'index.ts')), `src/domain/${subject} has no index.ts`)
    }
  })

  it('keeps every rule', () => {
    const open = breaches.filter((breach) => !isExcepted(breach)).map((breach) => breach.message)
    assert.equal(open.length, 0, `\n${open.join('\n')}`)
  })

  it('still needs its exceptions', () => {
    const unused = exceptions.filter((each) => !breaches.some((breach) => breach.path === each.path && breach.rule === each.rule))
    assert.deepEqual(unused, [])
  })
})

describe('runtime dependencies', () => {
  const names = Object.keys(dependencies)

  it('are 40 at most', () => {
    assert.ok(names.length <= 40, `${names.length} runtime dependencies`)
  })

  it('stand in docs/dependencies.md with the version of package.json', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    assert.deepEqual(
      names.filter((name) => !page.includes(`\`${name}\` ${dependencies[name]}`)),
      [],
    )
  })
})

describe('the check of the architecture', () => {
  for (const planted of plantedBreaches) {
    it(`catches ${planted.rule}: ${planted.what}`, () => {
      const found = checkArchitecture(planted.files.map(readSource), aliases)
      assert.ok(
        found.some((breach) => breach.rule === planted.rule),
        `not caught; found only ${found.map((breach) => breach.message).join('; ') || 'nothing'}`,
      )
    })
  }

  it('has a planted breach for every rule', () => {
    const caught = new Set(plantedBreaches.map((planted) => planted.rule))
    assert.deepEqual(
      ruleNames.filter((rule) => !caught.has(rule)),
      [],
    )
  })

  for (const file of innocents) {
    it(`lets pass: ${file.text.split('\n')[0]}`, () => {
      const found = checkArchitecture([readSource(file)], aliases)
      assert.deepEqual(
        found.map((breach) => breach.message),
        [],
      )
    })
  }
})
