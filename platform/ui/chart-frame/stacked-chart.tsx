import { niceTicks, round, scale, textWidth } from './scale.ts'
import { wrapLabel } from './wrap-label.ts'

export type StackedRow = {
  label: string
  /** One value per part; null is missing and takes no room. Not negative: pieces of a whole. */
  values: readonly (number | null)[]
}

export type StackedChartProps = {
  /** Said instead of the picture. The table has the values. */
  label: string
  /** Names of the parts, in the order of the values; at most 6. */
  parts: readonly string[]
  rows: readonly StackedRow[]
  format: (value: number) => string
}

type Size = { width: number; step: number; bar: number; className: string; beside: boolean }
const wide: Size = { width: 680, step: 44, bar: 28, className: 'mr-plot--wide', beside: true }
const narrow: Size = { width: 320, step: 60, bar: 20, className: 'mr-plot--narrow', beside: false }

/** Lying bars made of parts; the sum is written at the end. Pattern lines repeat the colour. */
export function StackedChart(props: StackedChartProps) {
  if (props.rows.length === 0 || props.parts.length === 0) return null
  return (
    <div class="mr-plotbox">
      <ul class="mr-legend-list" aria-hidden="true">
        {props.parts.map((part, at) => (
          <li key={part}>
            <svg class="mr-plotkey" viewBox="0 0 32 12">
              <path class={`mr-part mr-d${at + 1}`} d="M0 0H32V12H0z" />
            </svg>
            {part}
          </li>
        ))}
      </ul>
      <StackedPlot {...props} size={wide} />
      <StackedPlot {...props} size={narrow} />
    </div>
  )
}

const total = (row: StackedRow): number => row.values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0)

function StackedPlot({ size, label, rows, format }: StackedChartProps & { size: Size }) {
  const most = Math.max(0, ...rows.map(total))
  const names = rows.map((row) => wrapLabel(row.label, size.beside ? 30 : 36))
  const left = size.beside ? Math.max(...names.flat().map((line) => textWidth(line))) + 16 : 1
  const numbers = Math.max(...rows.map((row) => textWidth(format(total(row))))) + 14
  const x = scale([0, niceTicks(0, most).at(-1) ?? 1], [left, size.width - numbers])
  return (
    <svg class={`mr-plot ${size.className}`} viewBox={`0 0 ${size.width} ${rows.length * size.step + 4}`} role="img" aria-label={label}>
      {rows.map((row, at) => {
        const top = at * size.step + (size.beside ? 8 : 27)
        let from = 0
        return (
          <g key={row.label}>
            {(names[at] ?? []).map((line, index, lines) => (
              <text key={line} x={size.beside ? round(left - 12) : 1} y={size.beside ? round(top + size.bar / 2 + 6 + (index - (lines.length - 1) / 2) * 18) : top - 8} text-anchor={size.beside ? 'end' : undefined}>
                {line}
              </text>
            ))}
            {row.values.map((value, part) => {
              const start = from
              from += Math.max(0, value ?? 0)
              return value ? <path key={part} class={`mr-part mr-d${part + 1}`} d={`M${round(x(start))} ${top}H${round(x(from))}v${size.bar}H${round(x(start))}z`} /> : null
            })}
            <text class="mr-strong" x={round(x(from) + 8)} y={round(top + size.bar / 2 + 6)}>
              {format(from)}
            </text>
          </g>
        )
      })}
      {size.beside ? <path class="mr-axis" d={`M${round(left)} 0V${rows.length * size.step + 4}`} /> : null}
    </svg>
  )
}
