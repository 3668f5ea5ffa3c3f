import { DomainError } from '#kernel/result.ts'
import type { Visit } from '../page.ts'
import type { Faults } from '../parts/form.tsx'

/** The sentence of a fault of the account forms. */
export function faultText({ words }: Visit, code: string): string {
  const faults: Readonly<Record<string, string>> = words.accounts.faults
  return faults[code] ?? words.refusals.other(code)
}

/** Refusals of a new password, all told at one field. */
export function passwordFields(field: string): Readonly<Record<string, string>> {
  const codes = ['missing', 'tooShort', 'tooLong', 'repetitive', 'personal', 'common']
  return Object.fromEntries(codes.map((code) => [`password.${code}`, field]))
}

/** Does something with a form; a refusal of the codes given becomes the fault of a field, any other stays what it is. */
export async function faultsOf(
  visit: Visit,
  fields: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<Faults | null> {
  try {
    await work()
    return null
  } catch (error) {
    const field = error instanceof DomainError ? fields[error.code] : undefined
    if (!(error instanceof DomainError) || field === undefined) throw error
    return { [field]: faultText(visit, error.code) }
  }
}
