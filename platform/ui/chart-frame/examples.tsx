import type { Example } from '../gallery/example.ts'
import { BarChart } from './bar-chart.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { ColumnChart } from './column-chart.tsx'
import { LineChart } from './line-chart.tsx'
import { StackedChart } from './stacked-chart.tsx'
import { TimeChart } from './time-chart.tsx'
import type { ChartFormat } from './time-ticks.ts'

const months = Array.from({ length: 34 }, (_, at) => `${String((at % 12) + 1).padStart(2, '0')}/${2024 + Math.floor(at / 12)}`)
const wave = (base: number, swing: number, gap: (at: number) => boolean = () => false): (number | null)[] =>
  months.map((_, at) => (gap(at) ? null : Math.round((base - swing * Math.cos((at / 12) * 2 * Math.PI)) * 10) / 10))
const series = [
  { name: 'Vennbahnweg', values: wave(62, 32) },
  { name: 'Wilhelmstraße', values: wave(45, 15, (at) => at > 17 && at < 21) },
  { name: 'Hansemannplatz', values: wave(27, 8), range: months.map((_, at): [number, number] => [20 - (at % 12), 34 + (at % 12)]) },
]
const format = (value: number): string => value.toLocaleString('de')
const finding = 'Im Sommer fahren am Vennbahnweg fast dreimal so viele wie im Winter'
const bars = [
  { label: 'Mobilität und Verkehr', value: 120, now: true },
  { label: 'Umwelt', value: 64 },
  { label: 'Bevölkerungsentwicklung', value: 31 },
  { label: 'Kultur', value: 8 },
]

const german = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('de', { ...options, timeZone: 'Europe/Berlin' })
const chartFormat: ChartFormat = {
  number: (value, digits = 2) => value.toLocaleString('de', { maximumFractionDigits: digits }),
  date: (day, style) => german(style === 'month' ? { month: 'long', year: 'numeric' } : { dateStyle: 'medium' }).format(new Date(day)),
  time: (at) => `${german({ hour: 'numeric', minute: '2-digit' }).format(at).replace(/^0/, '')} Uhr`,
}
const monday = new Date('2026-03-02T05:00:00Z')
const at = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000)
const air = (phase: number) =>
  Array.from({ length: 60 }, (_, step) => ({ at: at(step * 10), value: step > 40 && step < 46 ? null : Math.round(700 + phase * 120 + 620 * Math.abs(Math.sin(step / (9 + phase)))) }))

const parts = ['Personal', 'Transfers', 'Bauten']
const years = [
  { label: '2024', values: [212, 401, 87] },
  { label: '2025', values: [220, 418, null] },
  { label: 'Nachtragshaushaltsplan für das zweite Halbjahr 2026', values: [231, 440, 92] },
]

export const examples: Example[] = [
  {
    name: 'lines',
    body: (
      <ChartFrame
        id="rad"
        level={2}
        finding={finding}
        unit="Fahrten je Monat, in Tausend"
        source="Quelle: Stadt Aachen, Mobilität und Verkehr"
        words={{ asTable: 'Als Tabelle' }}
        download={{ href: '/bild.svg', label: 'Bild speichern' }}
        table={{
          heads: ['Monat', ...series.map((one) => one.name)],
          rows: months.map((month, at) => [month, ...series.map((one) => (one.values[at] === null ? 'keine Angabe' : format(one.values[at] ?? 0)))]),
        }}
      >
        <LineChart
          label={`${finding}. Fahrten je Monat, in Tausend.`}
          labels={months.map((month) => month.slice(3))}
          series={series}
          format={format}
          from={0}
          ticks={[0, 12, 24]}
          notes={[{ at: 19, text: 'Sommer 2025: drei Monate kein Wert' }]}
        />
      </ChartFrame>
    ),
  },
  {
    name: 'bars',
    body: (
      <ChartFrame
        id="themen"
        level={2}
        finding="Jeder zweite Datensatz handelt vom Verkehr"
        unit="Datensätze je Thema"
        source="Quelle: Katalog, heute"
        words={{ asTable: 'Als Tabelle' }}
        table={{ heads: ['Thema', 'Datensätze'], rows: bars.map((bar) => [bar.label, format(bar.value)]) }}
      >
        <BarChart label="Datensätze je Thema" bars={bars} format={format} />
      </ChartFrame>
    ),
  },
  {
    name: 'stacked',
    body: (
      <ChartFrame
        id="ausgaben"
        level={2}
        finding="Die Hälfte der Ausgaben sind Transfers, in jedem Jahr"
        unit="Ausgaben in Millionen Euro"
        source="Quelle: Haushaltsplan"
        words={{ asTable: 'Als Tabelle' }}
        table={{ heads: ['Jahr', ...parts], rows: years.map((row) => [row.label, ...row.values.map((value) => (value === null ? 'keine Angabe' : format(value)))]) }}
      >
        <StackedChart label="Ausgaben in Millionen Euro, nach Art" parts={parts} rows={years} format={format} />
      </ChartFrame>
    ),
  },
  {
    name: 'time',
    body: (
      <TimeChart
        id="luft"
        level={2}
        title="In Raum 104 wird die Luft in jeder zweiten Stunde auffällig"
        unit="CO₂ in ppm"
        from={monday}
        until={at(600)}
        bottom={400}
        lines={[
          { label: 'Raum 104', points: air(0) },
          { label: 'Raum 105', points: air(2) },
        ]}
        bands={[
          { from: 0, until: 1000, label: 'unbedenklich, unter 1.000', tone: 'ok' },
          { from: 1000, until: 2000, label: 'auffällig, ab 1.000', tone: 'warn' },
          { from: 2000, until: Infinity, label: 'inakzeptabel, ab 2.000', tone: 'alert' },
        ]}
        marks={[{ at: at(420), label: 'Gerät ohne Empfang' }]}
        format={chartFormat}
        words={{ asTable: 'Als Tabelle', time: 'Zeit', none: 'kein Wert' }}
        source="Messgeräte der Schule"
      />
    ),
  },
  {
    name: 'columns',
    body: (
      <ColumnChart
        id="wasser"
        level={2}
        title="Im Februar wurde weniger Wasser verbraucht als im Jahr davor"
        unit="Wasser je Monat in Kubikmetern"
        columns={['Jan.', 'Feb.', 'März', 'April', 'Mai', 'Juni'].map((label, month) => ({ label, value: month === 5 ? null : 40 + month * 6, ...(month === 2 && { estimated: 18 }), reference: 52 }))}
        format={chartFormat}
        words={{ asTable: 'Als Tabelle', label: 'Monat', value: 'Verbrauch', none: 'kein Wert', estimated: 'davon geschätzt', reference: 'Jahr davor' }}
        source="Zähler der Schule"
      />
    ),
  },
]
