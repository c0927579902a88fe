import { badQuery } from '../failure.ts'

/** More in one word would let the database compare for long. */
const mostWildcards = 8

type Part = { readonly text: string } | { readonly any: 'one' | 'many' }

// `\*` is a star, `*` any text, `?` any character.
function partsOf(value: string): Part[] {
  const parts = [...value.matchAll(/\\([\s\S])|([*?])|([^\\*?]+)/g)].map(([, escaped, wild, plain]): Part => (wild ? { any: wild === '*' ? 'many' : 'one' } : { text: escaped ?? plain ?? '' }))
  if (parts.filter((part) => 'any' in part).length > mostWildcards) throw badQuery(`more than ${mostWildcards} wildcards in one word`)
  return parts
}

/** For SQL `like`. @throws ApiFailure for too many wildcards */
export const likePattern = (value: string): string =>
  partsOf(value).map((part) => ('any' in part ? (part.any === 'many' ? '%' : '_') : part.text.replaceAll(/[%_\\]/g, '\\$&'))).join('')

/** A regular expression of PostgreSQL that finds the words within a text. @throws ApiFailure for too many wildcards */
export function wordPattern(value: string, wildcard: boolean): string {
  const parts: Part[] = wildcard ? partsOf(value) : [{ text: value }]
  const inner = parts.map((part) => ('any' in part ? (part.any === 'many' ? '\\S*' : '\\S') : literally(part.text.trim()))).join('')
  return `(^|\\W)${inner}($|\\W)`
}

const literally = (text: string): string => text.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&').replaceAll(/\s+/g, '\\s+')
