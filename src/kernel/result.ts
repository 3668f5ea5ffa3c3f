/** A refusal by a rule of the domain: a code and its parameters, never a sentence. The edges turn it into a page, a problem document or an exit code. */
export class DomainError extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'DomainError'
    this.code = code
    this.params = params
  }
}
