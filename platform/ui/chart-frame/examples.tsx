import type { Example } from '../gallery/example.ts'
import { BarChart } from './bar-chart.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { LineChart } from './line-chart.tsx'
import { StackedChart } from './stacked-chart.tsx'

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
]
