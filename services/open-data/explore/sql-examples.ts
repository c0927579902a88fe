import { bestCategory, isQuantity, isTime } from './columns.ts'
import { labelOf, type TableFacts } from './schema.ts'

export type SqlExample = { readonly kind: 'first' | 'count' | 'sum' | 'years'; readonly column: string; readonly sql: string }

const name = (id: string): string => `"${id.replaceAll('"', '""')}"`

/** Questions that fit the columns of a table, to begin with. */
export function sqlExamples(facts: TableFacts): SqlExample[] {
  const { fields } = facts
  const category = bestCategory(facts)
  const quantity = fields.find(isQuantity)
  const time = fields.find(isTime)
  return [
    ...(category ? [{ kind: 'count' as const, column: labelOf(category), sql: `select ${name(category.id)}, count(*) as zeilen\nfrom tabelle\ngroup by all\norder by zeilen desc\nlimit 20` }] : []),
    ...(category && quantity ? [{ kind: 'sum' as const, column: labelOf(quantity), sql: `select ${name(category.id)}, sum(${name(quantity.id)}) as summe\nfrom tabelle\ngroup by all\norder by summe desc\nlimit 20` }] : []),
    ...(time ? [{ kind: 'years' as const, column: labelOf(time), sql: `select ${time.type === 'int' ? name(time.id) : `year(${name(time.id)}) as jahr`}, count(*) as zeilen\nfrom tabelle\ngroup by all\norder by all` }] : []),
    { kind: 'first', column: '', sql: 'select *\nfrom tabelle\nlimit 20' },
  ]
}
