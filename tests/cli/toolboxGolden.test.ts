import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { crosstabDocument } from '#app/toolbox/crosstabContract.ts'
import { estimateDocument } from '#app/toolbox/estimateContract.ts'
import { weighDocument } from '#app/toolbox/weighContract.ts'
import { runToolbox } from '#tests/toolbox.ts'

const golden = join(import.meta.dirname, '..', 'golden')

interface Case {
  readonly args: string
  readonly expect: readonly unknown[]
}

const { cases } = JSON.parse(readFileSync(join(golden, 'toolbox.expected.json'), 'utf8')) as { cases: readonly Case[] }

/** Everything expected is there: numbers to 1e-6 relative (0 to 1e-12), the rest exactly. What is not expected may be anything. */
function agree(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number') {
    assert.ok(typeof actual === 'number', `${path}: ${String(actual)} instead of ${expected}`)
    const allowed = expected === 0 ? 1e-12 : 1e-6 * Math.abs(expected)
    assert.ok(Math.abs(actual - expected) <= allowed, `${path}: ${actual} instead of ${expected}`)
  } else if (Array.isArray(expected)) {
    assert.equal((actual as unknown[]).length, expected.length, `${path}: length`)
    for (const [k, each] of expected.entries()) agree((actual as unknown[])[k], each, `${path}[${k}]`)
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [name, each] of Object.entries(expected)) agree((actual as Record<string, unknown>)[name], each, `${path}.${name}`)
  } else assert.equal(String(actual), String(expected), path)
}

async function documentOf(args: readonly string[]): Promise<{ code: number; document: unknown }> {
  const placed = args.map((arg) => (arg.endsWith('.csv') ? join(golden, arg) : arg))
  const { code, stdout, stderr } = await runToolbox([...placed, '--json'])
  assert.notEqual(stdout, '', stderr)
  return { code, document: JSON.parse(stdout) }
}

describe('commands on plain files against R survey', () => {
  it('has its cases', () => assert.ok(cases.length > 100, `${cases.length} cases`))

  for (const { args, expect } of cases) {
    it(args, async () => {
      const { code, document } = await documentOf(args.split(' '))
      assert.equal(code, 0)
      if (args.startsWith('estimate')) agree(estimateDocument.parse(document).rows, expect, 'rows')
      else
        agree((args.startsWith('weigh') ? weighDocument : crosstabDocument).parse(document), expect[0], args.split(' ')[0] ?? '')
    })
  }
})
