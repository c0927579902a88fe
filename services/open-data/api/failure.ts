/** The errors of CKAN's Action API, which clients tell apart by `__type`. */
export type FailureType = 'Integrity Error' | 'Search Query Error' | 'Authorization Error' | 'Not Found Error' | 'Validation Error' | 'Search Error'

const statuses: Readonly<Record<FailureType, number>> = {
  'Integrity Error': 400, 'Search Query Error': 400, 'Authorization Error': 403, 'Not Found Error': 404, 'Validation Error': 409, 'Search Error': 409,
} // prettier-ignore

/** An expected refusal on its way out of an action: status and what stands in `error`. */
export class ApiFailure extends Error {
  readonly type: FailureType
  readonly detail: Readonly<Record<string, unknown>>
  constructor(type: FailureType, detail: Readonly<Record<string, unknown>>) {
    super(type)
    this.type = type
    this.detail = detail
  }
  get status(): number {
    return statuses[this.type]
  }
}

export const notFound = (what?: string): ApiFailure => new ApiFailure('Not Found Error', { message: what ? `Not found: ${what}` : 'Not found' })
export const denied = (why: string): ApiFailure => new ApiFailure('Authorization Error', { message: `Access denied: ${why}` })
/** Each field with what is wrong with it. */
export const invalid = (fields: Readonly<Record<string, readonly unknown[]>>): ApiFailure => new ApiFailure('Validation Error', fields)
export const badQuery = (why: string): ApiFailure => new ApiFailure('Search Query Error', { message: `Search Query is invalid: ${why}` })
/** The parameters as a whole have the wrong form. */
export const malformed = (why: string, data: unknown): ApiFailure => new ApiFailure('Integrity Error', { message: why, data })
