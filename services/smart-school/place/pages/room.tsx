import { DataTable, DescriptionList, EmptyState, KeyFigure, LinkButton, Grid, Note, PageHead, Section, Stack, Tabs, TimeChart, type TimeBand, withGaps } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { quantityOf } from '../../quantity/quantity.ts'
import type { School, Thing } from '../../store/schema.ts'
import { roomHref, type SchoolLink } from '../frame.ts'
import { newest, type LatestValue } from '../read.ts'
import type { Hung, RoomSeries } from '../room.ts'
import { neighbours, roomPeriods, type Span } from '../rules/period.ts'
import { SchoolNav } from '../school-nav.tsx'
import { headOf, numberText, unitOf, valueText } from '../values.ts'
import type { PlainDate } from '@modellregion/standards'

export type RoomProps = {
  t: PageT
  thing: Thing
  where: string
  school: School | undefined
  links: readonly SchoolLink[]
  works: boolean
  span: Span
  today: PlainDate
  latest: readonly LatestValue[]
  series: readonly RoomSeries[]
  history: readonly Hung[]
  /** Something is measured that this reader does not see. */
  hides: boolean
  mayDevices: boolean
}

/** What was measured in one room, by the calendar; and which device hung there when. */
export function RoomPage(props: RoomProps) {
  const { t, thing, where, school, links, span, series, hides, works } = props
  const sealed = thing.properties['sealed'] === true
  return (
    <>
      <PageHead title={thing.name} lead={[school?.name, where].filter(Boolean).join(', ')} />
      <Stack gap="l">
        {school ? <SchoolNav t={t} school={school} active="rooms" links={links} /> : null}
        {sealed ? <Note level={2} title={t('place.room.sealed')}>{t('place.room.sealed-text')}</Note> : hides ? <Note level={2} title={t('place.room.hidden')}>{works ? t('place.room.hidden-role') : t('place.room.hidden-text')}</Note> : null}
        <Now {...props} />
        <Section id="history" title={t('place.room.course')}>
          <Stack>
            <SpanNav {...props} />
            {series.length === 0 ? (
              <EmptyState level={3} icon="data" title={t('place.room.nothing')} text={t('place.room.nothing-next')} />
            ) : (
              <Grid min={24}>
                {series.map((one) => (
                  <SeriesChart key={one.series.id} t={t} one={one} span={span} />
                ))}
              </Grid>
            )}
            {series.length > 0 ? (
              <p class="mr-row">
                <LinkButton kind="quiet" href={`${roomHref(thing.id)}/values.csv?period=${span.period}&day=${span.from}`}>
                  {t('place.room.csv')}
                </LinkButton>
              </p>
            ) : null}
          </Stack>
        </Section>
        {series.some(({ days }) => days.length > 0) ? <DayTable {...props} /> : null}
        {works ? <Mountings {...props} /> : null}
      </Stack>
    </>
  )
}

// One figure for each quantity: what a sensor that hangs elsewhere by now once said here is history, and stands there.
function Now({ t, latest }: RoomProps) {
  if (latest.length === 0) return null
  const current = latest.filter((one) => newest(latest, one.quantity) === one)
  return (
    <Grid min={15}>
      {current.map(({ series, quantity, at, value }) => (
        <KeyFigure key={series.id} label={headOf(t, quantity)} value={quantityOf(quantity).kind === 'state' ? valueText(t, quantity, value) : numberText(t, quantity, value)} unit={unitOf(quantity) || undefined} note={t('place.value.at', { at })} />
      ))}
    </Grid>
  )
}

function SpanNav({ t, thing, span, today }: RoomProps) {
  const { before, after } = neighbours(span, today)
  const href = (period: string, day: PlainDate): string => `${roomHref(thing.id)}?period=${period}&day=${day}`
  return (
    <Stack gap="s">
      <Tabs label={t('place.room.periods')} tabs={roomPeriods.map((period) => ({ href: href(period, today < span.until && today >= span.from ? today : span.from), label: t(`place.period.${period}`), current: period === span.period }))} />
      <div class="mr-row mr-row--between">
        <LinkButton kind="bare" href={href(span.period, before)}>
          {t('place.room.before')}
        </LinkButton>
        <b>{spanText(t, span)}</b>
        {after ? (
          <LinkButton kind="bare" href={href(span.period, after)}>
            {t('place.room.after')}
          </LinkButton>
        ) : (
          <span />
        )}
      </div>
    </Stack>
  )
}

export function spanText(t: PageT, { period, from, until }: Pick<Span, 'period' | 'from' | 'until'>): string {
  if (period === 'day') return t.format.date(from, 'weekday-year')
  if (period === 'month') return t.format.date(from, 'month')
  if (period === 'year') return from.slice(0, 4)
  const last = new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10) as PlainDate // the day before a plain date is one
  return t.format.dateRange(from, last)
}

/** UBA guide values for momentary CO₂ (Bundesgesundheitsblatt 51, 2008): below 1,000 unsuspicious, above 2,000 unacceptable. */
const airBands = (t: PageT): TimeBand[] => [
  { from: 0, until: 1000, label: t('place.band.ok'), tone: 'ok' },
  { from: 1000, until: 2000, label: t('place.band.warn'), tone: 'warn' },
  { from: 2000, until: Infinity, label: t('place.band.alert'), tone: 'alert' },
]

function SeriesChart({ t, one, span }: { t: PageT; one: RoomSeries; span: Span }) {
  const { quantity, series, points, marks, gap } = one
  const unit = unitOf(quantity)
  return (
    <TimeChart
      id={`series-${series.id}`}
      title={`${headOf(t, quantity)}${one.of > 1 ? ` (${one.sensor})` : ''}`}
      unit={t(`place.unit.${span.period}`, { unit: unit || (quantityOf(quantity).kind === 'state' ? t('place.unit.none') : t('place.unit.count')) })}
      from={span.start}
      until={span.end}
      lines={[{ label: headOf(t, quantity), points: withGaps(points, gap) }]}
      bands={quantity === 'co2' ? airBands(t) : undefined}
      bottom={quantity === 'co2' ? 400 : undefined}
      marks={marks.map(({ at, device }) => ({ at, label: t('place.room.mark', { device }) }))}
      format={t.format}
      words={{ asTable: t('place.chart.table'), time: t('place.chart.time'), none: t('place.chart.none') }}
      source={t('place.room.source', { sensor: one.sensor })}
    />
  )
}

function DayTable({ t, series, span }: RoomProps) {
  const rows = series.flatMap((one) => one.days.map((day) => ({ ...day, one })))
  if (span.period === 'day') return null
  return (
    <Section id="days" title={t('place.room.days')}>
      <DataTable
        id="days-table"
        caption={t('place.room.days')}
        hideCaption
        rows={rows}
        rowKey={({ one, from }) => `${one.series.id} ${from.getTime()}`}
        columns={[
          { key: 'day', head: t('place.chart.day'), rowHead: true, nowrap: true, cell: ({ from }) => t.format.date(from, 'medium') },
          { key: 'what', head: t('place.room.what'), cell: ({ one }) => headOf(t, one.quantity) },
          { key: 'min', head: t('place.room.min'), align: 'end', cell: ({ one, min }) => valueText(t, one.quantity, min) },
          { key: 'mean', head: t('place.room.mean'), align: 'end', cell: ({ one, sum, count }) => valueText(t, one.quantity, sum / count) },
          { key: 'max', head: t('place.room.max'), align: 'end', cell: ({ one, max }) => valueText(t, one.quantity, max) },
          { key: 'count', head: t('place.room.count'), align: 'end', cell: ({ count }) => t.format.number(count) },
        ]}
      />
    </Section>
  )
}

function Mountings({ t, history, mayDevices, thing }: RoomProps) {
  const area = thing.properties['areaM2']
  const seats = thing.properties['seats']
  return (
    <Section id="devices" title={t('place.room.devices')}>
      <Stack>
        {typeof area === 'number' || typeof seats === 'number' ? (
          <DescriptionList
            entries={[
              ...(typeof area === 'number' ? [{ term: t('place.room.area'), value: `${t.format.number(area, 0)}\u00A0m²` }] : []),
              ...(typeof seats === 'number' ? [{ term: t('place.room.seats'), value: t.format.number(seats) }] : []),
            ]}
          />
        ) : null}
        <DataTable
          id="mountings"
          caption={t('place.room.devices')}
          hideCaption
          rows={history}
          rowKey={({ mounting }) => mounting.id}
          empty={<EmptyState level={3} icon="device" title={t('place.room.no-device')} text={t('place.room.no-device-next')} />}
          columns={[
            { key: 'device', head: t('place.room.device'), rowHead: true, cell: ({ device, mounting }) => (mayDevices ? <a href={`/smart-school/device/${mounting.devEui}`}>{device}</a> : device) },
            { key: 'channel', head: t('place.room.channel'), cell: ({ mounting }) => (mounting.channel === '*' ? t('place.room.all-channels') : mounting.channel) },
            { key: 'from', head: t('place.room.from'), nowrap: true, cell: ({ mounting }) => t('place.value.short', { at: mounting.from }) },
            { key: 'to', head: t('place.room.to'), nowrap: true, cell: ({ mounting }) => (mounting.to ? t('place.value.short', { at: mounting.to }) : t('place.room.today')) },
          ]}
        />
      </Stack>
    </Section>
  )
}
