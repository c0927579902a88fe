import { badQuery } from '../failure.ts'

export type Sorting = { readonly by: 'changed' | 'created' | 'name' | 'title' | 'id'; readonly descending: boolean }
/** `relevance` first, or only the other fields. */
export type Order = { readonly relevance: boolean; readonly sort: readonly Sorting[] }

const fields: Readonly<Record<string, Sorting['by'] | 'score'>> = {
  score: 'score', relevance: 'score', rank: 'score', metadata_modified: 'changed', metadata_created: 'created', name: 'name', title: 'title', title_string: 'title', id: 'id',
} // prettier-ignore

export const defaultSort = 'score desc, metadata_modified desc'

/** Reads `name asc, metadata_modified desc`. Relevance counts when it stands first. @throws ApiFailure */
export function readOrder(text: string): Order {
  const read = text.split(',').map((part) => {
    const [name = '', direction = '', ...more] = part.trim().split(/\s+/)
    if (!/^(asc|desc)$/i.test(direction) || more.length > 0) throw badQuery(`Can't determine a Sort Order (asc or desc) in sort spec '${text}'`)
    const by = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (by === undefined) throw badQuery(`sort param field can't be found: ${name}`)
    return { by, descending: direction.toLowerCase() === 'desc' }
  })
  return { relevance: read[0]?.by === 'score', sort: read.flatMap(({ by, descending }) => (by === 'score' ? [] : [{ by, descending }])) }
}
