import type { Bound, Column, Filter, Test } from './filter.ts'

/** The values of a column of one dataset that is in no index; several for lists. */
export type ValueOf = (column: Column) => readonly (string | number | Date)[]

/** Whether a filter holds for a dataset: what `queries.ts` says in SQL, for the few that are being written. Pure. */
export function holdsFor(filter: Filter, valueOf: ValueOf): boolean {
  switch (filter.kind) {
    case 'always':
      return true
    case 'never':
      return false
    case 'not':
      return !holdsFor(filter.filter, valueOf)
    case 'and':
      return filter.filters.every((one) => holdsFor(one, valueOf))
    case 'or':
      return filter.filters.some((one) => holdsFor(one, valueOf))
    case 'test':
      return valueOf(filter.column).some((value) => passes(value, filter.test))
  }
}

function passes(value: string | number | Date, test: Test): boolean {
  switch (test.is) {
    case 'equal':
      return test.values.includes(String(value))
    case 'present':
      return String(value) !== ''
    case 'like':
      return new RegExp(`^${test.pattern.replace(/\\?[\s\S]/gu, likeSign)}$`, 'su').test(String(value))
    case 'match':
      return new RegExp(test.pattern, 'i').test(String(value)) // made of literal words by pattern.ts
    case 'range':
      return within(value, test.from, (order) => order > 0) && within(value, test.to, (order) => order < 0)
  }
}

// `%` and `_` of SQL's like; an escaped sign stands for itself.
const likeSign = (sign: string): string => (sign === '%' ? '.*' : sign === '_' ? '.' : sign.replace(/^\\/, '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))

function within(value: string | number | Date, bound: Bound, beyond: (order: number) => boolean): boolean {
  if (!bound) return true
  const [a, b] = bound.value instanceof Date ? [new Date(value).getTime(), bound.value.getTime()] : [value, bound.value]
  return a === b ? bound.included : beyond(a > b ? 1 : -1)
}
