import { isJoiningWord, wordsOfText } from './normalise.ts'
import type { Hit, Searcher, SearchQuery } from './search.ts'

/** What is wanted and where, as far as a question tells both. */
export interface Understood {
  readonly service: Hit | null
  readonly zone: Hit | null
}

const mostWords = 7
/** Worse than this a part is not what it was taken for: neither exact, nor a beginning, nor all its words. */
const good = 299
const alikeButGood = 330

function trimmed(words: readonly string[]): string {
  let [from, to] = [0, words.length]
  while (from < to && isJoiningWord(words[from] ?? '')) from++
  while (to > from && isJoiningWord(words[to - 1] ?? '')) to--
  return words.slice(from, to).join(' ')
}

function bestOf(searcher: Searcher, text: string, kind: 'service' | 'zone', around: SearchQuery['around']): Hit | null {
  if (text === '') return null
  const hit = searcher.search({ text, kind, around, most: 1 })[0]
  return hit && hit.match !== 'partly' && hit.score <= (hit.match === 'likeness' ? alikeButGood : good) ? hit : null
}

/**
 * Reads a question such as "passeport arras", "poubelle à Saint-Omer" or "Ashford library": one part names a service by any of its words, the other a town.
 * Both orders are tried at every gap; the cut whose two parts fit best is taken.
 */
export function understand(searcher: Searcher, text: string, around: SearchQuery['around']): Understood {
  const words = wordsOfText(text).slice(0, mostWords)
  const whole = bestOf(searcher, words.join(' '), 'zone', around)
  if (whole?.match === 'exact') return { service: null, zone: whole }
  let best: Understood = { service: bestOf(searcher, trimmed(words), 'service', around), zone: null }
  let least = Number.POSITIVE_INFINITY
  for (let cut = 1; cut < words.length; cut++) {
    const [head, tail] = [trimmed(words.slice(0, cut)), trimmed(words.slice(cut))]
    for (const [what, where] of [
      [head, tail],
      [tail, head],
    ] as const) {
      const service = bestOf(searcher, what, 'service', around)
      const zone = service && bestOf(searcher, where, 'zone', around)
      if (!service || !zone || service.score + zone.score >= least) continue
      least = service.score + zone.score
      best = { service, zone }
    }
  }
  return best
}
