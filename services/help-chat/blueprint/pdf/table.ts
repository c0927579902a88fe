import { table } from '@modellregion/paper'
import { plainOf, type Block } from '../text.ts'
import type { Flow } from './blocks.ts'

/** A table with heads that name their column and their row; a row is never torn apart unless it is higher than a page. */
export function drawTable({ sheet, into }: Flow, { head, rows }: Extract<Block, { kind: 'table' }>): void {
  table({ ...sheet, root: into, outline: { last: undefined } }, { head: head.map(plainOf), rows: rows.map((cells) => cells.map(plainOf)), size: sheet.size * 0.92 })
}
