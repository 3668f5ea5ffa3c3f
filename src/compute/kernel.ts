import asc from 'assemblyscript/asc'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'kernels')
/** Where tools keep what they can make again; a tree that cannot be written to is compiled for in memory. */
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'passerelle')
const options =
  'kmeans.ts -O3 --noAssert --runtime stub --enable simd --enable threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --outFile kmeans.wasm'.split(
    ' ',
  )

let compiled: Promise<WebAssembly.Module> | null = null

/** The kernel of k-means, compiled from `kernels/*.as` when the cache does not hold these very sources. */
export function kmeansKernel(): Promise<WebAssembly.Module> {
  compiled ??= loadKernel(cache)
  return compiled
}

/** The same with a cache of one's own. */
export async function loadKernel(cache: string): Promise<WebAssembly.Module> {
  const sources = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.as'))
      .toSorted()
      .map((name) => [name.replace(/\.as$/, '.ts'), readFileSync(join(folder, name), 'utf8')]),
  )
  const stamp = createHash('sha256')
    .update(JSON.stringify([...sources, options]))
    .digest('hex')
    .slice(0, 16)
  const path = join(cache, `kmeans-${stamp}.wasm`)
  const kept = keptAt(path)
  if (kept) return kept
  const bytes = await compile(sources)
  keep(cache, path, bytes)
  return new WebAssembly.Module(bytes)
}

/** A file that is missing, cannot be read or was cut short is as good as none. */
function keptAt(path: string): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(readFileSync(path))
  } catch {
    return null
  }
}

function keep(cache: string, path: string, bytes: Uint8Array): void {
  try {
    mkdirSync(cache, { recursive: true })
    const passing = `${path}.${process.pid}`
    writeFileSync(passing, bytes)
    renameSync(passing, path)
  } catch {
    // A tree that only root may write to: the kernel stays in memory.
  }
}

async function compile(sources: ReadonlyMap<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer> | null = null
  const { error, stderr } = await asc.main([...options], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') bytes = new Uint8Array(contents)
    },
    listFiles: () => [],
  })
  if (error) throw new Error(`The kernel of k-means was not compiled: ${stderr.toString()}`, { cause: error })
  if (!bytes) throw new Error('The compiler of the kernel of k-means wrote nothing')
  return bytes
}
