import type { Link } from '../page-frame/types.ts'
import { ChartFrame } from './chart-frame.tsx'
import { niceTicks, round, scale, sparse, textWidth } from './scale.ts'

export type Column = {
  label: string
  /** Null: nothing is known; no column, and the table says so. */
  value: number | null
  /** The part of the value that was estimated, drawn hatched. */
  estimated?: number | undefined
  /** What it is compared with, drawn as a dash across the column: the year before, a limit. */
  reference?: number | undefined
}

export type ColumnChartProps = {
  id: string
  title: string
  unit: string
  columns: readonly Column[]
  /** `t.format` */
  format: { number(value: number, digits?: number): string }
  /** `label` and `value` head the table; `estimated` and `reference` are asked for where columns have them. */
  words: { asTable: string; label: string; value: string; none: string; estimated?: string | undefined; reference?: string | undefined }
  source?: string | undefined
  download?: Link | undefined
  level?: 2 | 3 | undefined
}

type Size = { width: number; height: number; className: string; most: number }
const wide: Size = { width: 680, height: 300, className: 'mr-plot--wide', most: 14 }
const narrow: Size = { width: 320, height: 250, className: 'mr-plot--narrow', most: 5 }

/** Standing columns from zero, one for each day, week, month or year; the same as a table. */
export function ColumnChart(props: ColumnChartProps) {
  const { id, title, unit, columns, words, source = '', download, level, format } = props
  if (!columns.some(({ value }) => value !== null)) return null
  const estimated = words.estimated !== undefined && columns.some((column) => (column.estimated ?? 0) > 0) ? words.estimated : undefined
  const reference = words.reference !== undefined && columns.some((column) => column.reference !== undefined) ? words.reference : undefined
  const said = (value: number | null | undefined): string => (value === null || value === undefined ? words.none : format.number(value))
  const table = {
    heads: [words.label, words.value, ...(estimated === undefined ? [] : [estimated]), ...(reference === undefined ? [] : [reference])],
    rows: columns.map((column) => [column.label, said(column.value), ...(estimated === undefined ? [] : [said(column.value === null ? null : (column.estimated ?? 0))]), ...(reference === undefined ? [] : [said(column.reference)])]),
  }
  return (
    <ChartFrame id={id} finding={title} unit={unit} source={source} table={table} words={words} download={download} level={level}>
      <div class="mr-plotbox">
        <ColumnPlot {...props} size={wide} />
        <ColumnPlot {...props} size={narrow} />
        {estimated !== undefined || reference !== undefined ? (
          <ul class="mr-bandlegend">
            {estimated === undefined ? null : (
              <li>
                <svg class="mr-bandkey" viewBox="0 0 24 16" aria-hidden="true">
                  <Hatch x={0} width={24} top={0} bottom={16} />
                </svg>
                {estimated}
              </li>
            )}
            {reference === undefined ? null : (
              <li>
                <svg class="mr-bandkey" viewBox="0 0 24 16" aria-hidden="true">
                  <path class="mr-reference" d="M0 8H24" />
                </svg>
                {reference}
              </li>
            )}
          </ul>
        ) : null}
      </div>
    </ChartFrame>
  )
}

function ColumnPlot({ size, title, unit, columns, format }: ColumnChartProps & { size: Size }) {
  const all = columns.flatMap(({ value, reference }) => [value ?? 0, reference ?? 0])
  const ticks = niceTicks(Math.min(0, ...all), Math.max(0, ...all))
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const plot = { left: Math.max(...ticks.map((tick) => textWidth(format.number(tick)))) + 12, right: size.width - 4, top: 14, bottom: size.height - 34 }
  const y = scale([low, high], [plot.bottom, plot.top])
  const step = (plot.right - plot.left) / columns.length
  const width = Math.max(1, Math.min(56, step * 0.72))
  const middle = (at: number): number => plot.left + step * (at + 0.5)
  const longest = Math.max(...columns.map(({ label }) => textWidth(label))) + 10
  const words = new Set(sparse(columns.length, Math.max(1, Math.min(size.most, Math.floor((plot.right - plot.left) / longest)))))
  return (
    <svg class={`mr-plot ${size.className}`} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`${title}. ${unit}`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="mr-gridline" d={`M${round(plot.left)} ${round(y(tick))}H${round(plot.right)}`} />
          <text x={round(plot.left - 8)} y={round(y(tick) + 5)} text-anchor="end">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {columns.map((column, at) => {
        const x = middle(at) - width / 2
        const { value } = column
        const sure = value === null ? 0 : value - Math.min(Math.max(0, column.estimated ?? 0), Math.max(0, value))
        return (
          <g key={at}>
            {value === null ? null : <path class="mr-bar" d={`M${round(x)} ${round(y(0))}V${round(y(sure))}h${round(width)}V${round(y(0))}z`} />}
            {value !== null && sure < value ? <Hatch x={x} width={width} top={y(value)} bottom={y(sure)} /> : null}
            {column.reference === undefined ? null : <path class="mr-reference" d={`M${round(middle(at) - step * 0.46)} ${round(y(column.reference))}h${round(step * 0.92)}`} />}
            {words.has(at) ? (
              <text x={round(middle(at))} y={plot.bottom + 25} text-anchor="middle">
                {column.label}
              </text>
            ) : null}
          </g>
        )
      })}
      <path class="mr-axis" d={`M${round(plot.left)} ${round(y(0))}H${round(plot.right)}`} />
    </svg>
  )
}

/** A box with slanting lines, drawn as paths: a pattern would need an id that is unique in the page. */
function Hatch({ x, width, top, bottom }: { x: number; width: number; top: number; bottom: number }) {
  const height = bottom - top
  const lines: string[] = []
  for (let offset = 6; offset < width + height; offset += 6) {
    const start: [number, number] = [x + Math.min(offset, width), top + Math.max(0, offset - width)]
    const end: [number, number] = [x + Math.max(0, offset - height), top + Math.min(offset, height)]
    lines.push(`M${round(start[0])} ${round(start[1])}L${round(end[0])} ${round(end[1])}`)
  }
  return (
    <g class="mr-hatch">
      <path class="mr-hatch__box" d={`M${round(x)} ${round(top)}h${round(width)}V${round(bottom)}h${round(-width)}z`} />
      <path class="mr-hatch__lines" d={lines.join('')} />
    </g>
  )
}
