import type { Link } from '../page-frame/types.ts'
import { ChartFrame, type ChartTable } from './chart-frame.tsx'
import { linePath, niceTicks, round, scale, textWidth } from './scale.ts'
import { type ChartFormat, tableBounds, tickWord, timeTicks } from './time-ticks.ts'

export type TimePoint = { at: Date; value: number | null }
export type TimeLine = {
  label: string
  /** In order of time; a null is a gap. */
  points: readonly TimePoint[]
}
/** A range of values that means something: from included. `Infinity` for an open end. */
export type TimeBand = { from: number; until: number; label: string; tone: 'ok' | 'warn' | 'alert' }
export type TimeMark = { at: Date; label: string }

export type TimeChartProps = {
  id: string
  /** What the picture shows, best as a finding. */
  title: string
  /** "ppm", "°C", or a sentence such as "Mittelwerte je Stunde in ppm". */
  unit: string
  from: Date
  until: Date
  /** At most 6. */
  lines: readonly TimeLine[]
  bands?: readonly TimeBand[] | undefined
  marks?: readonly TimeMark[] | undefined
  /** Lower end of the axis; the data's own unless told. */
  bottom?: number | undefined
  /** `t.format` */
  format: ChartFormat
  /** `time` heads the first column of the table, `none` stands where nothing was measured. */
  words: { asTable: string; time: string; none: string }
  source?: string | undefined
  download?: Link | undefined
  level?: 2 | 3 | undefined
}

type Size = { width: number; height: number; className: string; labelled: boolean; most: number }
const wide: Size = { width: 680, height: 320, className: 'mr-plot--wide', labelled: true, most: 8 }
const narrow: Size = { width: 320, height: 260, className: 'mr-plot--narrow', labelled: false, most: 4 }

/** Values at moments on an axis of the local calendar, with bands that say what they mean and marks for what happened; the same as a table. */
export function TimeChart(props: TimeChartProps) {
  const { id, title, unit, lines, words, source = '', download, level } = props
  if (!lines.some(({ points }) => points.some(({ value }) => value !== null))) return null
  return (
    <ChartFrame id={id} finding={title} unit={unit} source={source} table={tableOf(props)} words={words} download={download} level={level}>
      <div class="mr-plotbox">
        {lines.length > 1 ? (
          <ul class="mr-plotlegend" aria-hidden="true">
            {lines.map((line, at) => (
              <li key={line.label}>
                <svg class="mr-plotkey" viewBox="0 0 32 12">
                  <path class={`mr-line mr-d${at + 1}`} d="M0 6H32" />
                </svg>
                {line.label}
              </li>
            ))}
          </ul>
        ) : null}
        <TimePlot {...props} size={wide} />
        <TimePlot {...props} size={narrow} />
        <Bands bands={props.bands} />
      </div>
    </ChartFrame>
  )
}

function TimePlot({ size, title, unit, from, until, lines, bands = [], marks = [], bottom, format }: TimeChartProps & { size: Size }) {
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])))
  const ticks = niceTicks(Math.min(bottom ?? Infinity, ...extent(values)), Math.max(...extent(values)))
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const named = size.labelled && lines.length > 1
  const right = named ? Math.min(180, Math.max(...lines.map(({ label }) => textWidth(label))) + 18) : 10
  const shown = marks.filter(({ at }) => at >= from && at < until)
  const plot = { left: Math.max(...ticks.map((tick) => textWidth(format.number(tick)))) + 12, right: size.width - right, top: shown.length > 0 ? 34 : 14, bottom: size.height - 34 }
  const x = scale([from.getTime(), until.getTime()], [plot.left, plot.right])
  const y = scale([low, high], [plot.bottom, plot.top])
  return (
    <svg class={`mr-plot ${size.className}`} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`${title}. ${unit}`}>
      {bands.map((band) => {
        const [a, b] = [Math.max(low, band.from), Math.min(high, band.until)]
        return a < b ? <path key={band.from} class={`mr-timeband mr-timeband--${band.tone}`} d={`M${round(plot.left)} ${round(y(a))}H${round(plot.right)}V${round(y(b))}H${round(plot.left)}z`} /> : null
      })}
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === low ? 'mr-axis' : 'mr-gridline'} d={`M${round(plot.left)} ${round(y(tick))}H${round(plot.right)}`} />
          <text x={round(plot.left - 8)} y={round(y(tick) + 5)} text-anchor="end">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {timeTicks(from, until, size.most).map((tick) => {
        const at = round(x(tick.at.getTime()))
        return (
          <g key={tick.at.getTime()}>
            <path class="mr-axis" d={`M${at} ${plot.bottom}v6`} />
            <text x={at} y={plot.bottom + 25} text-anchor={at - plot.left < 20 ? 'start' : at > plot.right - 20 ? 'end' : 'middle'}>
              {tickWord(tick, format)}
            </text>
          </g>
        )
      })}
      {bands.map((band) => (band.from > low && band.from < high ? <path key={band.from} class={`mr-threshold mr-threshold--${band.tone}`} d={`M${round(plot.left)} ${round(y(band.from))}H${round(plot.right)}`} /> : null))}
      {shown.map((mark) => (
        <Mark key={mark.at.getTime()} x={x(mark.at.getTime())} plot={plot} label={mark.label} />
      ))}
      {lines.map((line, at) => (
        <Line key={line.label} line={line} at={at} from={from} until={until} x={x} y={y} label={named ? { x: plot.right + 12 } : undefined} />
      ))}
    </svg>
  )
}

type Map1 = (value: number) => number

function Line({ line, at, from, until, x, y, label }: { line: TimeLine; at: number; from: Date; until: Date; x: Map1; y: Map1; label?: { x: number } | undefined }) {
  const points = line.points.filter((point) => point.at >= from && point.at <= until)
  const known = (index: number): boolean => (points[index]?.value ?? null) !== null
  const last = points.findLast(({ value }) => value !== null)
  return (
    <g>
      <path class={`mr-line mr-d${at + 1}`} d={linePath(points.map((point) => (point.value === null ? null : [x(point.at.getTime()), y(point.value)])))} />
      {points.map((point, index) =>
        // A value between two gaps has no line, so it gets a dot.
        point.value !== null && !known(index - 1) && !known(index + 1) ? <circle key={index} class={`mr-point mr-d${at + 1}`} cx={round(x(point.at.getTime()))} cy={round(y(point.value))} r={3} /> : null,
      )}
      {label && last && last.value !== null ? (
        <text class="mr-strong" x={round(label.x)} y={round(y(last.value) + 5)}>
          {line.label}
        </text>
      ) : null}
    </g>
  )
}

function Mark({ x, plot, label }: { x: number; plot: { left: number; right: number; top: number; bottom: number }; label: string }) {
  const half = textWidth(label, 14) / 2
  const middle = Math.min(Math.max(x, plot.left + half), Math.max(plot.left + half, plot.right - half))
  return (
    <g class="mr-plotnote mr-plotnote--small">
      <path class="mr-mark" d={`M${round(x)} ${plot.top - 10}V${plot.bottom}`} />
      <text x={round(middle)} y={plot.top - 16} text-anchor="middle">
        {label}
      </text>
    </g>
  )
}

function Bands({ bands = [] }: Pick<TimeChartProps, 'bands'>) {
  if (bands.length === 0) return null
  return (
    <ul class="mr-bandlegend">
      {bands.map((band) => (
        <li key={band.from}>
          <svg class="mr-bandkey" viewBox="0 0 24 16" aria-hidden="true">
            <path class={`mr-timeband mr-timeband--${band.tone}`} d="M0 0H24V16H0z" />
            <path class={`mr-threshold mr-threshold--${band.tone}`} d="M0 15H24" />
          </svg>
          {band.label}
        </li>
      ))}
    </ul>
  )
}

/** Smallest and largest without spreading a whole year of values over the stack. */
const extent = (values: readonly number[]): [number, number] => [values.reduce((low, value) => Math.min(low, value), Infinity), values.reduce((high, value) => Math.max(high, value), -Infinity)]

/** Every value where they are few; means of hours, days or months where they are many. */
function tableOf({ lines, from, until, format, words }: TimeChartProps): ChartTable {
  const moments = [...new Set(lines.flatMap(({ points }) => points.flatMap(({ at, value }) => (value !== null && at >= from && at <= until ? [at.getTime()] : []))))].sort((a, b) => a - b)
  const heads = [words.time, ...lines.map(({ label }) => label)]
  const said = (value: number | undefined): string => (value === undefined ? words.none : format.number(value))
  if (moments.length <= 48) {
    const byTime = lines.map(({ points }) => new Map(points.flatMap(({ at, value }) => (value === null ? [] : [[at.getTime(), value] as const]))))
    return { heads, rows: moments.map((at) => [`${format.date(new Date(at), 'medium')}, ${format.time(new Date(at))}`, ...byTime.map((values) => said(values.get(at)))]) }
  }
  const { bounds, step } = tableBounds(from, until)
  const head = (at: Date): string => (step === 'month' ? format.date(at, 'month') : step === 'day' ? format.date(at, 'medium') : `${format.date(at, 'medium')}, ${format.time(at)}`)
  const rows = bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? until
    return [head(start), ...lines.map(({ points }) => said(mean(points.flatMap(({ at, value }) => (value !== null && at >= start && at < end ? [value] : [])))))]
  })
  return { heads, rows }
}

const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length)

/** Puts a gap wherever two values are further apart than `most` milliseconds: a silent sensor draws no bridge. */
export function withGaps(points: readonly { at: Date; value: number }[], most: number): TimePoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    return before && point.at.getTime() - before.at.getTime() > most ? [{ at: new Date((before.at.getTime() + point.at.getTime()) / 2), value: null }, point] : [point]
  })
}
