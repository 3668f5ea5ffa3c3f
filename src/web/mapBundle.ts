import { buildSync } from 'esbuild'
import { join } from 'node:path'

let bundled: Uint8Array<ArrayBuffer> | null = null

/**
 * The map's script with the library it needs, as one file; made once in a process. Its worker is a file of its own, since a policy that allows no script
 * but this site's own allows no worker made from text.
 *
 * @param worker address of the worker's file
 */
export function bundleMap(worker: string): Uint8Array<ArrayBuffer> {
  bundled ??= build(worker)
  return bundled
}

function build(worker: string): Uint8Array<ArrayBuffer> {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'islands', 'map.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
    logLevel: 'silent',
    define: { MAP_WORKER: JSON.stringify(worker) },
  })
  const file = outputFiles[0]
  if (!file) throw new Error('The script of the map was not bundled')
  return new Uint8Array(file.contents)
}
