import { createHash } from 'node:crypto'
import { body, type Answer } from '@modellregion/kernel'

/** What an answer depends on, before it is made. */
export type Validators = { readonly etag: string; readonly lastModified: Date | null }

/** @param parts everything that decides how the answer looks */
export const validators = (lastModified: Date | null, ...parts: (string | number)[]): Validators => ({
  etag: `W/"${createHash('sha256').update(JSON.stringify([...parts, lastModified?.getTime() ?? 0])).digest('base64url').slice(0, 22)}"`,
  lastModified,
})

/** Does the client have this state already? `If-None-Match` decides where it is sent (RFC 9110, 13.2.2). */
export function isFresh({ etag, lastModified }: Validators, headers: Readonly<Record<string, string | undefined>>): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => bare(tag) === bare(etag))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  // HTTP dates know whole seconds.
  return lastModified !== null && !Number.isNaN(since) && Math.floor(lastModified.getTime() / 1_000) * 1_000 <= since
}
const bare = (tag: string): string => tag.trim().replace(/^W\//, '')

/** The answer with its validators, or 304 without making it. */
export async function conditional(state: Validators, headers: Readonly<Record<string, string | undefined>>, type: string, make: () => Promise<string> | string, more: Record<string, string> = {}): Promise<Answer> {
  const own = { etag: state.etag, 'cache-control': 'public, no-cache', ...(state.lastModified && { 'last-modified': state.lastModified.toUTCString() }), ...more }
  return isFresh(state, headers) ? body(type, '', { status: 304, headers: own }) : body(type, await make(), { headers: own })
}
