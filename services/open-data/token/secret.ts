import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, so that a plain hash of it is enough. The prefix lets scanners of leaked secrets recognise it. */
export const newSecret = (): string => `mrdata_${randomBytes(32).toString('base64url')}`

export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

type Headers = Readonly<Record<string, string | undefined>>
/** The key a request carries: alone in `Authorization` or `X-CKAN-API-Key`, as clients of CKAN send it, or after `Bearer` (RFC 6750). */
export function secretOf(headers: Headers): string | undefined {
  return [headers['authorization'], headers['x-ckan-api-key']].map((value) => /^(?:Bearer\s+)?(mrdata_[\w-]{43})$/i.exec(value?.trim() ?? '')?.[1]).find((found) => found !== undefined)
}
