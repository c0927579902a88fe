import { BarChart, ChartFrame, DataTable, MapFrame, type Column, type MapGeometry } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { chartOf } from '../../preview/chart.ts'
import type { Cell, Preview } from '../../preview/schema.ts'
import type { DistributionRow } from '../schema.ts'

const shownRows = 12

type Props = { t: T; file: DistributionRow; preview: Preview | undefined; publisher: string }

/** The first rows of a file as table, and as map or chart where the data allow it. */
export function FilePreview(props: Props) {
  const { preview } = props
  if (!preview) return null
  return (
    <div class="mr-stack">
      <PreviewChart {...props} preview={preview} />
      <PreviewMap {...props} preview={preview} />
      <PreviewTable {...props} preview={preview} />
    </div>
  )
}

function PreviewTable({ t, file, preview }: Props & { preview: Preview }) {
  const rows = preview.rows.slice(0, shownRows)
  const columns: Column<readonly Cell[]>[] = preview.columns.slice(0, 12).map((column, at) => ({
    key: `${at}`,
    head: column.name,
    ...((column.type === 'integer' || column.type === 'decimal') && { align: 'end' as const }),
    cell: (row) => cellText(row[at], t, isQuantity(preview.rows, at)),
  }))
  const total = preview.total
  return (
    <DataTable
      id={`rows-${file.id}`}
      caption={t('dataset.first-rows', { file: file.title || file.format })}
      captionNote={total === undefined ? t('dataset.rows-shown', { n: rows.length }) : t('dataset.rows-of', { n: rows.length, total })}
      columns={columns}
      rows={rows}
    />
  )
}

// Years, numbers of districts and the like are no quantities. Where one number of a column is above 9,999, all are, so that the column reads alike.
const isQuantity = (rows: readonly (readonly Cell[])[], at: number): boolean => rows.some((row) => typeof row[at] === 'number' && Math.abs(row[at]) >= 10_000)

function cellText(cell: Cell | undefined, t: T, grouped: boolean): string {
  if (cell === null || cell === undefined) return '–'
  if (typeof cell === 'boolean') return cell ? t('dataset.yes') : t('dataset.no')
  if (typeof cell === 'number') return Number.isInteger(cell) && !grouped ? String(cell) : t.format.number(cell, 4)
  return cell.length > 160 ? `${cell.slice(0, 160)} …` : cell
}

function PreviewMap({ t, file, preview, publisher }: Props & { preview: Preview }) {
  const geometry = preview.geometry
  if (!geometry) return null
  const name = tellingColumn(preview)
  const features = geometry.geometries.flatMap((shape, at) => {
    if (!isDrawable(shape)) return []
    const cell = preview.rows[at]?.[name]
    return [{ title: cell === null || cell === undefined ? t('dataset.place-nameless', { n: at + 1 }) : String(cell), geometry: shape }]
  })
  if (features.length === 0) return null
  return (
    <MapFrame
      id={`map-${file.id}`}
      title={preview.total === undefined ? t('dataset.map', { n: features.length }) : t('dataset.map-of', { n: features.length, total: preview.total })}
      features={features}
      listLabel={t('dataset.map-list')}
      attribution={t('dataset.map-source', { publisher })}
      words={{ zoomIn: t('dataset.zoom-in'), zoomOut: t('dataset.zoom-out') }}
      listed={30}
    />
  )
}

// Of several texts the longest says most: a street rather than a number.
function tellingColumn(preview: Preview): number {
  const lengths = preview.columns.map((column, at) => (column.type === 'text' ? preview.rows.reduce((sum, row) => sum + String(row[at] ?? '').length, 0) : -1))
  return lengths.indexOf(Math.max(...lengths))
}

const drawable = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'])
const isDrawable = (shape: object | null | undefined): shape is MapGeometry => shape !== null && shape !== undefined && 'type' in shape && drawable.has(String(shape.type))

function PreviewChart({ t, file, preview, publisher }: Props & { preview: Preview }) {
  const chart = chartOf(preview)
  if (!chart) return null
  const format = (value: number) => t.format.number(value, 1)
  return (
    <ChartFrame
      id={`chart-${file.id}`}
      finding={t('dataset.chart', { value: chart.value, label: chart.label, top: chart.bars[0]?.label ?? '' })}
      unit={t('dataset.chart-unit', { n: chart.bars.length, value: chart.value })}
      source={t('dataset.chart-source', { publisher })}
      words={{ asTable: t('dataset.as-table') }}
      table={{ heads: [chart.label, chart.value], rows: chart.bars.map((bar) => [bar.label, format(bar.value)]) }}
    >
      <BarChart label={t('dataset.chart-unit', { n: chart.bars.length, value: chart.value })} bars={chart.bars} format={format} />
    </ChartFrame>
  )
}
