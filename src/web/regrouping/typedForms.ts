import type { Issues, TypedGroup, TypedLock, TypedMerge, TypedRefresh, TypedSave } from '#app/regrouping/regroupingViews.ts'
import type { Visit } from '../page.ts'
import { faultsFrom, type Faults } from '../parts/form.tsx'

/** As many lines of locks as anybody needs: more are not read. */
const mostLocks = 200

/** The number of groups and the locks out of an address or a form: three fields a lock, in the same order. */
export function readMerge(query: URLSearchParams): TypedMerge {
  const [ones, hows, twos] = [query.getAll('one'), query.getAll('how'), query.getAll('two')]
  const locks = ones
    .slice(0, mostLocks)
    .map((one, i): TypedLock => ({ one, how: hows[i] ?? '', two: twos[i] ?? '' }))
    .filter(({ one, two }) => one !== '' || two !== '')
  return { k: query.get('k') ?? '', locks }
}

/** The same with the names typed for the version and its groups. */
export function readSave(form: URLSearchParams): TypedSave {
  const groups: TypedGroup[] = []
  for (let number = 0; form.has(`letter.${number}`) && number < mostLocks; number++) {
    const text = (name: string): string => (form.get(`${name}.${number}`) ?? '').trim()
    groups.push({ letter: text('letter'), fr: text('fr'), en: text('en') })
  }
  return { ...readMerge(form), name: readNames(form), groups }
}

export function readNames(form: URLSearchParams): { fr: string; en: string } {
  return { fr: (form.get('name.fr') ?? '').trim(), en: (form.get('name.en') ?? '').trim() }
}

/** `null` where no dataset was asked for yet. */
export function readRefresh(query: URLSearchParams): TypedRefresh | null {
  const dataset = query.get('dataset')
  return dataset === null ? null : { dataset, mode: query.get('mode') ?? '' }
}

/** Locks as fields of an address or a form. */
export function lockFields(locks: readonly TypedLock[]): (readonly [string, string])[] {
  return locks.flatMap(
    ({ one, how, two }) =>
      [
        ['one', one],
        ['how', how],
        ['two', two],
      ] as const,
  )
}

/** The sentences of what is wrong, by field. */
export function faultsOf({ words }: Visit, issues: Issues): Faults {
  const { issues: sentences, otherIssue } = words.regrouping
  return faultsFrom(issues, sentences, otherIssue)
}

/** The classification that an address names; a number that is none is 0, which none has. */
export function askedClassification({ parts }: Visit): { readonly root: string; readonly number: number } {
  const text = parts['number'] ?? ''
  return { root: parts['root'] ?? '', number: /^\d{1,9}$/.test(text) ? Number(text) : 0 }
}
