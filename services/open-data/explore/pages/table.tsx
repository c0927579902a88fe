import { DataTable, EmptyState, LinkButton, Pagination, type Column, type FootRow } from '@modellregion/ui'
import type { Cell } from '../../store/schema.ts'
import type { FieldProfile } from '../../store/table.ts'
import { isNumber } from '../columns.ts'
import { hrefOf } from '../selection.ts'
import { pageSize, type TableData } from '../table-data.ts'
import { CellView, headOf } from './cell.tsx'
import type { Frame } from './frame.ts'

type Props = Frame & { data: TableData }

/** The rows that are meant, with links that sort them and, below, what they add up to. */
export function TableView(props: Props) {
  const { t, path, selection, facts, data } = props
  if (data.total === 0) return <NothingLeft {...props} />
  const first = (selection.page - 1) * pageSize
  return (
    <>
      <DataTable
        id="rows"
        caption={t('explore.rows', { n: data.total, all: facts.rows })}
        captionNote={data.rows.length > 0 ? t('explore.rows-shown', { from: first + 1, to: first + data.rows.length, columns: data.columns.length, all: facts.fields.length }) : t('explore.beyond')}
        columns={data.columns.map((field, at) => columnOf(field, at, props))}
        rows={data.rows}
        foot={footOf(props)}
      />
      {props.isEmbedded ? null : <Pagination
        label={t('explore.pages')}
        page={selection.page}
        pages={Math.ceil(data.total / pageSize)}
        href={(page) => hrefOf(path, selection, { page })}
        words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }}
      />}
    </>
  )
}

function columnOf(field: FieldProfile, at: number, { t, path, selection, isEmbedded }: Props): Column<readonly Cell[]> {
  const isSorted = selection.sort?.field === field.id
  const descending = isSorted && selection.sort?.descending === true
  return {
    key: field.id,
    head: headOf(field),
    ...(isNumber(field) && { align: 'end' as const }),
    ...((field.type === 'date' || field.type === 'timestamp') && { nowrap: true }),
    ...(field.type !== 'geometry' && !isEmbedded && {
      sort: {
        href: hrefOf(path, selection, { sort: isSorted && descending ? undefined : { field: field.id, descending: isSorted } }),
        ...(isSorted && { direction: descending ? ('descending' as const) : ('ascending' as const) }),
      },
    }),
    cell: (row) => <CellView cell={row[at] ?? null} field={field} t={t} />,
  }
}

// The first column names the line, so a quantity that stands there has no sum.
function footOf({ t, data }: Props): FootRow[] {
  const cells = (part: 'sum' | 'mean') => Object.fromEntries([...data.totals].map(([id, value]) => [id, t.format.number(value[part], 2)]))
  if (data.columns.slice(1).every(({ id }) => !data.totals.has(id))) return []
  return [
    { head: t('explore.sum'), cells: cells('sum') },
    { head: t('explore.mean'), cells: cells('mean') },
  ]
}

function NothingLeft({ t, path, selection, facts }: Props) {
  return (
    <EmptyState
      level={2}
      icon="search"
      title={t('explore.nothing')}
      text={t('explore.nothing-next', { n: facts.rows })}
      actions={<LinkButton href={hrefOf(path, selection, { q: '', filters: [] })}>{t('explore.all-rows')}</LinkButton>}
    />
  )
}
