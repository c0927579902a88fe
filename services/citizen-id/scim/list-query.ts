import type { Ask } from '@modellregion/kernel'
import { mostPerPage } from './discovery.ts'
import { readFilter, type Condition } from './filter.ts'
import type { Read } from './schema.ts'

export type ListQuery = { conditions: Condition[]; startIndex: number; size: number; attributes?: string | undefined; excludedAttributes?: string | undefined }

/** Paging and filter of a list (RFC 7644, 3.4.2). The names of parameters are compared as they are written there; numbers out of range are brought into it. */
export function readList({ url }: Pick<Ask, 'url'>): Read<ListQuery> {
  const get = (name: string): string | undefined => url.searchParams.get(name) ?? undefined
  const filter = get('filter')
  const read = filter === undefined || filter.trim() === '' ? { ok: true as const, value: [] } : filter.length > 1_000 ? readFilter('too long') : readFilter(filter)
  if (!read.ok) return read
  const startIndex = whole(get('startIndex'), 1)
  const count = whole(get('count'), mostPerPage)
  if (startIndex === undefined || count === undefined) return { ok: false, problem: { status: 400, scimType: 'invalidValue', detail: '"startIndex" and "count" must be whole numbers.' } }
  return { ok: true, value: { conditions: read.value, startIndex: Math.max(1, startIndex), size: Math.min(mostPerPage, Math.max(0, count)), attributes: get('attributes'), excludedAttributes: get('excludedAttributes') } }
}

const whole = (text: string | undefined, otherwise: number): number | undefined => (text === undefined ? otherwise : /^-?\d{1,9}$/.test(text) ? Number(text) : undefined)
