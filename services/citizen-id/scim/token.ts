import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, so that a plain hash of it is enough. The prefix lets scanners of leaked secrets recognise it. */
export const newToken = (): string => `mrscim_${randomBytes(32).toString('base64url')}`

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The token of `Authorization: Bearer …` (RFC 6750). */
export const bearerOf = (header: string | undefined): string | undefined => /^Bearer\s+([\w.~+/=-]{20,200})$/i.exec(header ?? '')?.[1]
