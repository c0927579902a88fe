const sign = 'bomb'

/** What is thrown when packed bytes would become more than was allowed. */
export const bomb = (): Error => new Error('The file unpacks to more than is allowed.', { cause: sign })
export const isBomb = (error: unknown): boolean => error instanceof Error && error.cause === sign
