import { addressHeader } from './auth.ts'

/** What a request brings that accounts need to know; made by the edge. */
export interface AccountRequest {
  readonly headers: Headers
  /** Scheme, name and port that the request came to. */
  readonly origin: string
  /** Network address of whoever asks, as far as it is known. */
  readonly address: string
}

/** The request's headers with the address as we know it. */
export function authHeaders(request: AccountRequest): Headers {
  const headers = new Headers(request.headers)
  headers.set(addressHeader, request.address)
  return headers
}

/** Cookies to set in the answer, each as its whole header. */
export function cookiesOf(headers: Headers): readonly string[] {
  return headers.getSetCookie()
}
