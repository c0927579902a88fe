import type { Table } from './queries.ts'

/**
 * Tables in an order in which each comes after those it refers to. A table that refers to itself is fine: constraints are
 * checked at the end of the statement. @throws on a ring
 */
export function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  const left = new Map(tables.map((table) => [table.name, table]))
  while (left.size > 0) {
    const free = [...left.values()].filter((table) => table.needs.every((name) => !left.has(name)))
    if (free.length === 0) throw new Error(`These tables refer to each other in a ring: ${[...left.keys()].join(', ')}.`)
    for (const table of free) {
      ordered.push(table)
      left.delete(table.name)
    }
  }
  return ordered
}
