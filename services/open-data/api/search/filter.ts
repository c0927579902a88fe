/** What a search asks of datasets, free of any query language: made from CKAN's `q` and `fq`, turned into SQL by `queries.ts`. */

/** What can be compared. `path` leads into the description; `list` when the place holds several values. */
export type Column =
  | 'id' | 'name' | 'title' | 'notes' | 'text' | 'tag' | 'theme' | 'format' | 'licence' | 'organisation' | 'organisation-id'
  | 'changed' | 'created' | 'files' | 'tags' | 'file-url' | 'file-title'
  | { readonly path: readonly string[]; readonly list: boolean } // prettier-ignore

export type Test =
  /** One of the values, exactly. */
  | { readonly is: 'equal'; readonly values: readonly string[] }
  /** A pattern of SQL `like`. */
  | { readonly is: 'like'; readonly pattern: string }
  /** A regular expression, regardless of case: words within a text. */
  | { readonly is: 'match'; readonly pattern: string }
  | { readonly is: 'range'; readonly from: Bound; readonly to: Bound; readonly of: 'text' | 'time' | 'number' }
  | { readonly is: 'present' }
export type Bound = { readonly value: string | Date | number; readonly included: boolean } | undefined

export type Filter =
  | { readonly kind: 'always' | 'never' }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'test'; readonly column: Column; readonly test: Test }

export const always: Filter = { kind: 'always' }
export const never: Filter = { kind: 'never' }

/** All of them; what always holds falls away. */
export function allOf(filters: readonly Filter[]): Filter {
  const telling = filters.filter(({ kind }) => kind !== 'always')
  if (telling.some(({ kind }) => kind === 'never')) return never
  return telling.length === 1 && telling[0] ? telling[0] : telling.length === 0 ? always : { kind: 'and', filters: telling }
}

export const equal = (column: Column, ...values: string[]): Filter => ({ kind: 'test', column, test: { is: 'equal', values } })
