import { linePath, niceTicks, round, scale, sparse, spread, textWidth } from './scale.ts'

export type LineSeries = {
  name: string
  /** One value per label; null is a gap. */
  values: readonly (number | null)[]
  /** Uncertainty, drawn as a ribbon: low and high per label. */
  range?: readonly (readonly [number, number] | null)[] | undefined
}

export type LineChartProps = {
  /** Said instead of the picture, short: finding and unit. The table has the values. */
  label: string
  /** Words under the axis, one per value. */
  labels: readonly string[]
  /** Which positions of the axis get their word; evenly thinned unless told. */
  ticks?: readonly number[] | undefined
  /** At most 6; from 5 on prefer small multiples. */
  series: readonly LineSeries[]
  format: (value: number) => string
  /** Lower end of the axis; the data's own unless told. */
  from?: number | undefined
  /** A sentence at one value: a broken sensor, a change of method. */
  notes?: readonly { at: number; text: string }[] | undefined
}

type Size = { width: number; height: number; className: string; labelled: boolean; most: number }

const wide: Size = { width: 680, height: 320, className: 'mr-plot--wide', labelled: true, most: 7 }
const narrow: Size = { width: 320, height: 260, className: 'mr-plot--narrow', labelled: false, most: 3 }

/** Lines over time, drawn on the server in two sizes; the style sheet shows the one that fits its column. */
export function LineChart(props: LineChartProps) {
  if (props.series.length === 0 || props.labels.length === 0) return null
  return (
    <div class="mr-plotbox">
      <ul class="mr-plotlegend" aria-hidden="true">
        {props.series.map((series, at) => (
          <li key={series.name}>
            <svg class="mr-plotkey" viewBox="0 0 32 12">
              <path class={`mr-line mr-d${at + 1}`} d="M0 6H32" />
            </svg>
            {series.name}
          </li>
        ))}
      </ul>
      <LinePlot {...props} size={wide} />
      <LinePlot {...props} size={narrow} />
    </div>
  )
}

function LinePlot({ size, label, labels, ticks: marks, series, format, from, notes = [] }: LineChartProps & { size: Size }) {
  const all = series.flatMap((one) => [...one.values, ...(one.range ?? []).flatMap((pair) => pair ?? [])]).filter((value) => value !== null)
  if (all.length === 0) return null
  const ticks = niceTicks(Math.min(from ?? Infinity, ...all), Math.max(...all))
  const bottom = ticks[0] ?? 0
  const top = ticks.at(-1) ?? 1
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 12
  const right = size.labelled ? Math.max(...series.map((one) => textWidth(one.name))) + 18 : 8
  const plot = { left, right: size.width - right, top: notes.length > 0 ? 34 : 14, bottom: size.height - 34 }
  const x = scale([0, Math.max(1, labels.length - 1)], [plot.left, plot.right])
  const y = scale([bottom, top], [plot.bottom, plot.top])
  return (
    <svg class={`mr-plot ${size.className}`} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === bottom ? 'mr-axis' : 'mr-gridline'} d={`M${round(plot.left)} ${round(y(tick))}H${round(plot.right)}`} />
          <text x={round(plot.left - 8)} y={round(y(tick) + 5)} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {(marks ? thin(marks, size.most) : sparse(labels.length, size.most)).map((at) => (
        <g key={at}>
          <path class="mr-axis" d={`M${round(x(at))} ${plot.bottom}v6`} />
          <text x={round(x(at))} y={plot.bottom + 25} text-anchor={at === 0 ? 'start' : 'middle'}>
            {labels[at]}
          </text>
        </g>
      ))}
      {series.map((one, at) =>
        one.range ? <path key={one.name} class={`mr-ribbon mr-d${at + 1}`} d={ribbonPath(one.range, x, y)} /> : null,
      )}
      {series.map((one, at) => (
        <path key={one.name} class={`mr-line mr-d${at + 1}`} d={linePath(one.values.map((value, index) => (value === null ? null : [x(index), y(value)])))} />
      ))}
      {lonePoints(series, x, y)}
      {notes.map((note) => (
        <Annotation key={note.at} x={x(note.at)} plot={plot} text={note.text} />
      ))}
      <Ends series={series} x={x} y={y} plot={plot} labelled={size.labelled} />
    </svg>
  )
}

const thin = (marks: readonly number[], most: number): readonly number[] => sparse(marks.length, most).map((at) => marks[at] ?? 0)

type Plot = { left: number; right: number; top: number; bottom: number }
type Map1 = (value: number) => number

/** A value between two gaps has no line, so it gets a dot. */
function lonePoints(series: readonly LineSeries[], x: Map1, y: Map1) {
  return series.flatMap((one, at) =>
    one.values.flatMap((value, index) => {
      const isLone = value !== null && (one.values[index - 1] ?? null) === null && (one.values[index + 1] ?? null) === null
      return isLone ? [<circle key={`${at}-${index}`} class={`mr-point mr-d${at + 1}`} cx={round(x(index))} cy={round(y(value))} r={3} />] : []
    }),
  )
}

function ribbonPath(range: readonly (readonly [number, number] | null)[], x: Map1, y: Map1): string {
  const known = range.flatMap((pair, at) => (pair ? [{ at, low: pair[0], high: pair[1] }] : []))
  const up = known.map(({ at, high }) => `${round(x(at))} ${round(y(high))}`)
  const back = known.toReversed().map(({ at, low }) => `${round(x(at))} ${round(y(low))}`)
  return up.length > 0 ? `M${[...up, ...back].join('L')}Z` : ''
}

function Annotation({ x, plot, text }: { x: number; plot: Plot; text: string }) {
  const half = textWidth(text) / 2
  const middle = Math.min(Math.max(x, plot.left + half), plot.right - half)
  return (
    <g class="mr-plotnote">
      <path class="mr-axis" d={`M${round(x)} ${plot.top - 10}V${plot.top + 8}`} />
      <text x={round(middle)} y={plot.top - 16} text-anchor="middle">
        {text}
      </text>
    </g>
  )
}

/** Name of each line at its end instead of a legend far away. */
function Ends({ series, x, y, plot, labelled }: { series: readonly LineSeries[]; x: Map1; y: Map1; plot: Plot; labelled: boolean }) {
  const ends = series.map((one) => {
    const at = one.values.findLastIndex((value) => value !== null)
    return { at, value: one.values[at] ?? null }
  })
  const places = spread(
    ends.map((end) => (end.value === null ? plot.bottom : y(end.value))),
    20,
    [plot.top, plot.bottom],
  )
  return (
    <g>
      {series.map((one, at) => {
        const end = ends[at]
        if (!end || end.value === null) return null
        return (
          <g key={one.name}>
            <circle class={`mr-point mr-d${at + 1}`} cx={round(x(end.at))} cy={round(y(end.value))} r={4.5} />
            {labelled ? (
              <text class="mr-strong" x={round(plot.right + 12)} y={round((places[at] ?? 0) + 5)}>
                {one.name}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}
