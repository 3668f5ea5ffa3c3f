import assert from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { type TestContext, describe, it } from 'node:test'
import { EnvironmentError } from '#kernel/environmentError.ts'
import { migrate } from '#store/migrate.ts'

describe('a DATABASE_URL that cannot be used', () => {
  const cases: readonly { readonly code: string; readonly says: RegExp }[] = [
    { code: '28P01', says: /refuses this user or password; correct DATABASE_URL\.$/ },
    { code: '28000', says: /refuses this user or password; correct DATABASE_URL\.$/ },
    { code: '3D000', says: /does not exist on 127\.0\.0\.1:\d+\/town; create it/ },
    { code: '57P03', says: /is starting or stopping; try again/ },
    { code: '53300', says: /has no connection left/ },
    { code: '53100', says: /^The disk of the database is full/ },
  ]

  for (const { code, says } of cases) {
    it(`is told in a sentence: ${code}`, async (context) => {
      const port = await refusingServer(context, code)
      await assert.rejects(migrate(`postgresql://mayor:secret@127.0.0.1:${port}/town`), sentence(says))
    })
  }

  it('is told in a sentence: nobody listens, no such host, no address at all', async (context) => {
    const port = await refusingServer(context, '')
    await assert.rejects(
      migrate(`postgresql://mayor:secret@127.0.0.1:${port}/town`),
      sentence(/^No database answers at 127\.0\.0\.1:\d+\/town/),
    )
    await assert.rejects(
      migrate('postgresql://mayor:secret@nowhere.invalid/town'),
      sentence(/^No database answers at nowhere\.invalid\/town/),
    )
    await assert.rejects(
      migrate('postgresql://mayor:secret@/town?host=/nowhere'),
      sentence(/^No database answers at \/nowhere\/town/),
    )
    await assert.rejects(migrate('secret'), sentence(/^No database answers at the address in DATABASE_URL/))
  })
})

function sentence(pattern: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof EnvironmentError, String(error))
    assert.match(error.message, pattern)
    assert.doesNotMatch(error.message, /secret/)
    return true
  }
}

/** A server that answers every client with one error of PostgreSQL's protocol, or hangs up at once when the code is empty. */
async function refusingServer(context: TestContext, code: string): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    if (code === '') socket.destroy()
    else socket.once('data', () => socket.end(errorResponse(code)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.after(() => server.close())
  return (server.address() as AddressInfo).port
}

function errorResponse(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mrefused for the test\0\0`)
  const length = Buffer.alloc(4)
  length.writeInt32BE(fields.length + 4)
  return Buffer.concat([Buffer.from('E'), length, fields])
}
