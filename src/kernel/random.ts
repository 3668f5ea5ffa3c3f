/** Seeded pseudo-random numbers: equal seeds give equal sequences on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [0, n). */
  below(n: number): number
  /** Standard normal deviate (Box-Muller, polar form). */
  normal(): number
  /** An element drawn with probability proportional to its weight. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T
  /** `count` distinct elements in random order (partial Fisher-Yates; the input is not changed). */
  sample<T>(items: readonly T[], count: number): T[]
}

/** FNV-1a over UTF-16 code units: turns a name into a seed, so that each part of a sample has its own stream. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** sfc32 (Doty-Humphrey, PractRand): 128 bits of state, started from one 32-bit seed and run in for 15 rounds. */
function sfc32(seed: number): () => number {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = 0xb7e15162
  let d = seed | 0
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

export function random(seed: number): Random {
  const next = sfc32(seed)
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    normal() {
      for (;;) {
        const u = 2 * next() - 1
        const v = 2 * next() - 1
        const s = u * u + v * v
        if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
      }
    },
    weighted(items, weight) {
      const total = items.reduce((sum, item) => sum + weight(item), 0)
      let left = next() * total
      for (const item of items) {
        left -= weight(item)
        if (left < 0) return item
      }
      const last = items.at(-1)
      if (last === undefined) throw new Error('weighted: nothing to draw from')
      return last
    },
    sample(items, count) {
      const pool = [...items]
      const size = Math.min(count, pool.length)
      for (let i = 0; i < size; i++) {
        const j = i + below(pool.length - i)
        const held = pool[i] as (typeof pool)[number]
        pool[i] = pool[j] as (typeof pool)[number]
        pool[j] = held
      }
      return pool.slice(0, size)
    },
  }
}
