import { isLoose, textIn, type Loose } from '../ckan/loose.ts'
import { RefusalError, refuse, type Refusal } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { checkedText } from './checked-text.ts'

/** A page that is one JSON object. @throws RefusalError when it is none */
export async function readJsonPage(content: ByteSource): Promise<Loose> {
  const value = parse(await checkedText(content, 'json'))
  if (!isLoose(value)) throw new RefusalError(refuse('open-data.harvest.no-datasets', { detail: Array.isArray(value) ? 'a list' : typeof value }))
  return value
}

/** Why a page holds no records, in the server's own words where it says some (RFC 9457, and the forms that OGC servers use). */
export function noRecords(answer: Loose): Refusal {
  return refuse('open-data.harvest.no-datasets', { detail: textIn(answer, 'detail', 'description', 'message', 'title') ?? Object.keys(answer).join(', ') })
}

/** An address as a page says it, absolute or relative to the page's own. */
export function resolveLink(href: string | undefined, base: string): string | undefined {
  return href !== undefined && URL.canParse(href, base) ? new URL(href, base).href : undefined
}

/**
 * The address of the next page; undefined behind the last one.
 * @throws RefusalError for an address that is none: ending there in silence would take away every dataset that follows
 */
export function nextAddress(href: string | undefined, base: string): string | undefined {
  if (href === undefined) return undefined
  const next = resolveLink(href, base)
  if (next !== undefined && next.length <= 2_000) return next
  throw new RefusalError(refuse('open-data.fetch.url-invalid', { detail: href }))
}

/** How many records a page announces; a number that no catalogue reaches says nothing. */
export function countIn(answer: Loose, key: string): { expected?: number } {
  const count = answer[key]
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count < 1e9 ? { expected: count } : {}
}

// JSON may hold what no text of the database can: the letter zero and halves of letters.
const unstorable = /\\u(?:0000|d[89a-f])/i
const storable = (_key: string, value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value)

function parse(text: string): unknown {
  try {
    return unstorable.test(text) ? JSON.parse(text, storable) : JSON.parse(text)
  } catch (error) {
    throw new RefusalError(refuse('open-data.harvest.syntax', { detail: (error as Error).message })) // JSON.parse throws SyntaxError only
  }
}
