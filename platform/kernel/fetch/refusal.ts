/** Every reason why a foreign address was not called, or its answer not read. Short and the same for ever: services make keys of their words from it. */
export const fetchReasons = [
  'address-forbidden', 'scheme-forbidden', 'url-invalid', 'name-unknown', 'too-many-redirects', 'status', 'too-large', 'timeout', 'cancelled', 'unreachable',
] as const
export type FetchReason = (typeof fetchReasons)[number]

/** An expected "no": why, and the offending piece (an address, a host, a number), cut to 200 characters so that a hostile value cannot fill a report. */
export type FetchRefusal = { readonly reason: FetchReason; readonly detail: string }

export const refuseFetch = (reason: FetchReason, detail: string): FetchRefusal => ({ reason, detail: detail.length > longestDetail ? `${detail.slice(0, longestDetail)}…` : detail })

const longestDetail = 200

/** Thrown while a body is read, where a value cannot be returned. */
export class FetchRefusalError extends Error {
  readonly refusal: FetchRefusal
  constructor(refusal: FetchRefusal) {
    super(`${refusal.reason}: ${refusal.detail}`)
    this.refusal = refusal
  }
}
