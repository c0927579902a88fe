import { niceTicks, round, scale, textWidth } from './scale.ts'
import { wrapLabel } from './wrap-label.ts'

export type Bar = {
  label: string
  value: number
  /** The one the finding speaks of. */
  now?: boolean | undefined
}

export type BarChartProps = {
  label: string
  bars: readonly Bar[]
  format: (value: number) => string
}

const row = 40

/** Lying bars from zero, name and number written at each: German words need the room. */
export function BarChart(props: BarChartProps) {
  if (props.bars.length === 0) return null
  return (
    <div class="mr-plotbox">
      <WideBars {...props} />
      <NarrowBars {...props} />
    </div>
  )
}

function domain(bars: readonly Bar[]): [number, number] {
  const ticks = niceTicks(Math.min(0, ...bars.map((bar) => bar.value)), Math.max(0, ...bars.map((bar) => bar.value)))
  return [ticks[0] ?? 0, ticks.at(-1) ?? 1]
}

const barClass = (bar: Bar): string => (bar.now ? 'mr-bar mr-bar--now' : 'mr-bar')

function WideBars({ label, bars, format }: BarChartProps) {
  const width = 680
  const names = bars.map((bar) => wrapLabel(bar.label, 32))
  const left = Math.max(...names.flat().map((line) => textWidth(line))) + 16
  const numbers = Math.max(...bars.map((bar) => textWidth(format(bar.value)))) + 16
  const x = scale(domain(bars), [left, width - numbers])
  return (
    <svg class="mr-plot mr-plot--wide" viewBox={`0 0 ${width} ${bars.length * row + 4}`} role="img" aria-label={label}>
      {bars.map((bar, at) => (
        <g key={bar.label}>
          {(names[at] ?? []).map((line, index, lines) => (
            <text key={line} x={round(left - 12)} y={at * row + 26 + (index - (lines.length - 1) / 2) * 17} text-anchor="end" class={bar.now ? 'mr-strong' : undefined}>
              {line}
            </text>
          ))}
          <path class={barClass(bar)} d={`M${round(x(0))} ${at * row + 6}H${round(x(bar.value))}v28H${round(x(0))}z`} />
          <text class="mr-strong" x={round(Math.max(x(bar.value), x(0)) + 8)} y={at * row + 26}>
            {format(bar.value)}
          </text>
        </g>
      ))}
      <path class="mr-axis" d={`M${round(x(0))} 0V${bars.length * row + 4}`} />
    </svg>
  )
}

function NarrowBars({ label, bars, format }: BarChartProps) {
  const width = 320
  const step = 56
  const numbers = Math.max(...bars.map((bar) => textWidth(format(bar.value)))) + 12
  const x = scale(domain(bars), [1, width - numbers])
  return (
    <svg class="mr-plot mr-plot--narrow" viewBox={`0 0 ${width} ${bars.length * step}`} role="img" aria-label={label}>
      {bars.map((bar, at) => (
        <g key={bar.label}>
          <text x={1} y={at * step + 18} class={bar.now ? 'mr-strong' : undefined}>
            {wrapLabel(bar.label, 38)[0]}
          </text>
          <path class={barClass(bar)} d={`M${round(x(0))} ${at * step + 25}H${round(x(bar.value))}v20H${round(x(0))}z`} />
          <text class="mr-strong" x={round(Math.max(x(bar.value), x(0)) + 8)} y={at * step + 41}>
            {format(bar.value)}
          </text>
        </g>
      ))}
    </svg>
  )
}
