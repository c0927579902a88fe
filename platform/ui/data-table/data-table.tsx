import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

export type Sort = {
  href: string
  /** How the table is sorted now, absent when by another column. */
  direction?: 'ascending' | 'descending' | undefined
}

export type Column<Row> = {
  key: string
  head: string
  cell: (row: Row) => ComponentChildren
  /** `end` for numbers: right aligned, tabular figures, no line break. */
  align?: 'end' | undefined
  sort?: Sort | undefined
  /** The cell names its row for screen readers; one column at most. */
  rowHead?: boolean | undefined
  nowrap?: boolean | undefined
}

export type DataTableProps<Row> = {
  /** Needed for the name of the scroll box; unique on the page. */
  id: string
  caption: string
  /** Second, lighter line of the caption: "6 von 2.914.308". */
  captionNote?: string | undefined
  hideCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey?: ((row: Row) => string) | undefined
  isSelected?: ((row: Row) => boolean) | undefined
  /** `work`: list of a clerk, 44 px rows, nothing wraps. */
  kind?: 'plain' | 'work' | undefined
  /** Shown instead of an empty body. */
  empty?: ComponentChildren
  /** Rows of sums or means under the others; the first column names them. */
  foot?: readonly FootRow[] | undefined
}

export type FootRow = { head: string; cells: Readonly<Record<string, ComponentChildren>> }

/** Real table in a box that scrolls sideways, takes focus and has a name. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, columns, rows, kind = 'plain' } = props
  if (rows.length === 0 && props.empty) return <>{props.empty}</>
  return (
    <div class="mr-tablebox" role="group" aria-labelledby={`${id}-caption`} tabindex={0}>
      <table class={kind === 'work' ? 'mr-table mr-table--work' : 'mr-table'} id={id}>
        <caption id={`${id}-caption`} class={props.hideCaption ? 'mr-vh' : undefined}>
          {props.caption}
          {props.captionNote ? <span class="mr-small mr-muted">{props.captionNote}</span> : null}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.align === 'end' ? 'n' : undefined} aria-sort={column.sort?.direction}>
                {column.sort ? <SortLink head={column.head} sort={column.sort} /> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={props.rowKey ? props.rowKey(row) : String(at)} class={props.isSelected?.(row) ? 'mr-selected' : undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        <Foot columns={columns} rows={props.foot ?? []} />
      </table>
    </div>
  )
}

function Foot<Row>({ columns, rows }: { columns: readonly Column<Row>[]; rows: readonly FootRow[] }) {
  if (rows.length === 0) return null
  return (
    <tfoot>
      {rows.map((row) => (
        <tr key={row.head}>
          {columns.map((column, at) =>
            at === 0 ? (
              <th key={column.key} scope="row">
                {row.head}
              </th>
            ) : (
              <td key={column.key} class={column.align === 'end' ? 'n' : undefined}>
                {row.cells[column.key]}
              </td>
            ),
          )}
        </tr>
      ))}
    </tfoot>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.align === 'end' ? 'n' : column.nowrap ? 'mr-nowrap' : undefined
  if (column.rowHead)
    return (
      <th scope="row" class={className}>
        {column.cell(row)}
      </th>
    )
  return <td class={className}>{column.cell(row)}</td>
}

function SortLink({ head, sort }: { head: string; sort: Sort }) {
  const icon = sort.direction === undefined ? 'sort' : sort.direction === 'ascending' ? 'sort-up' : 'sort-down'
  return (
    <a class="mr-sortlink" href={sort.href}>
      {head}
      <Icon name={icon} size="s" />
    </a>
  )
}
