import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { FileIssue } from '#domain/imports'
import { issueSentence } from '#words/fileIssues.ts'
import { wordsOf } from '#words/words.ts'
import { planOf } from './tableTools.ts'

/** Codes of issues written down where files are read: they stand in quotes, dotted, and begin with one of these. */
const pattern = /'((?:file|row|json|geo|zip|zone|value|code|column|hours|level|postcode|place|service)\.[a-zA-Z]+)'/g

const sources = globSync('src/{domain/imports,app/files,app/imports,geo/features}/**/*.ts', {
  cwd: new URL('../../../', import.meta.url),
})

describe('sentences about files', () => {
  it('exist in both languages for every issue that a reader can tell', () => {
    assert.ok(sources.length > 40)
    const codes = new Set(
      sources.flatMap((path) =>
        [...readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8').matchAll(pattern)].map(([, code = '']) => code),
      ),
    )
    assert.ok(codes.has('code.malformed') && codes.has('row.unclosedQuote'), [...codes].join(' '))
    for (const code of codes) {
      for (const language of ['fr', 'en'] as const)
        assert.notEqual(
          issueSentence(language, { line: 1, column: 'c', value: 'v', code, expected: 'e' }),
          code,
          `${language} ${code}`,
        )
    }
    assert.deepEqual(Object.keys(wordsOf('fr').fileIssues), Object.keys(wordsOf('en').fileIssues))
  })

  it('name the column, the value and what to do', () => {
    const issue: FileIssue = { line: 4, column: 'MED16', value: '12abc', code: 'value.notNumber', expected: '1234.5' }
    assert.equal(
      issueSentence('fr', issue),
      '«\u202F12abc\u202F» n’est pas un nombre (colonne MED16). Écrivez-le comme 1234.5, sans texte autour.',
    )
    assert.equal(
      issueSentence('en', issue),
      '“12abc” is not a number (column MED16). Write it like 1234.5, with no text around it.',
    )
    const planned = planOf(['LIBGEO', 'MED16', 'TP6016'], { kind: 'filosofi' })
    assert.ok(planned && 'issues' in planned && planned.issues[0])
    assert.match(
      issueSentence('fr', planned.issues[0]),
      /Il manque la colonne «\u202Fcode de la zone\u202F»\. Noms compris\u202F: codgeo, iris/,
    )
  })
})
