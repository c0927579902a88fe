import { DataTable, LinkButton, Note, PageHead, Prose, Row, Section, Stack, TimeChart, withGaps } from '@modellregion/ui'
import type { PlainDate } from '@modellregion/standards'
import type { T } from '../../locales/index.ts'
import type { Point, Thing } from '../../store/schema.ts'
import type { Airing, OverAiring } from '../airing.ts'
import type { Forecast } from '../forecast.ts'
import type { LessonAir } from '../lessons.ts'
import { guideValues, longestGapMinutes, type AirBand } from '../rules.ts'
import { adviceOf, aheadOf } from '../words.ts'

export type RoomAirProps = {
  t: T
  room: Thing
  day: PlainDate
  from: Date
  until: Date
  co2: readonly Point[]
  temperature: readonly Point[]
  lessons: readonly LessonAir[]
  airings: readonly Airing[]
  over: readonly OverAiring[]
  sizeEstimated: boolean
  /** Only on the day itself. */
  now?: { value: number; at: Date; band: AirBand | 'waiting'; forecast: Forecast } | undefined
  drift?: { lowest: number; state: 'ok' | 'low' | 'high' } | undefined
  /** Humidity on the coldest spot of the wall, in percent, from 80 on. */
  mould?: number | undefined
  previous: string
  next?: string | undefined
}

/** One room on one day: the curve with its bands, the lessons, when somebody aired and what would help. */
export function RoomAirPage(props: RoomAirProps) {
  const { t, room, day, from, until, co2, temperature, lessons, now } = props
  const words = { asTable: t('air.room.table'), time: t('air.room.time'), none: t('air.room.none') }
  return (
    <>
      <PageHead title={t('air.room.title', { room: room.name })} lead={t('air.room.lead', { day })}>
        <Row>
          <LinkButton kind="quiet" href={props.previous}>
            {t('air.school.previous')}
          </LinkButton>
          {props.next ? (
            <LinkButton kind="quiet" href={props.next}>
              {t('air.school.next')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      <Stack gap="l">
        {now ? (
          <Note title={`${t('air.room.now', now)}: ${adviceOf(t, now.band, now.forecast)}`} kind={now.band === 'good' ? 'ok' : now.band === 'high' ? 'bad' : now.band === 'raised' ? 'warn' : 'info'} icon="wind">
            <p>{aheadOf(t, now.forecast).join('; ')}.</p>
          </Note>
        ) : null}
        {co2.length === 0 ? (
          <Note title={t('air.school.no-data')} level={0} />
        ) : (
          <TimeChart
            id="co2"
            title={t('air.room.chart')}
            unit={t('air.room.chart-unit')}
            from={from}
            until={until}
            lines={[{ label: 'CO₂', points: withGaps(co2, longestGapMinutes * 60_000) }]}
            bands={[
              { from: 0, until: guideValues.raised, label: t('air.room.band.good'), tone: 'ok' },
              { from: guideValues.raised, until: guideValues.high, label: t('air.room.band.raised'), tone: 'warn' },
              { from: guideValues.high, until: Infinity, label: t('air.room.band.high'), tone: 'alert' },
            ]}
            marks={props.airings.map((airing) => ({ at: airing.from, label: t('air.room.aired') }))}
            bottom={400}
            format={t.format}
            words={words}
            source={t('air.school.source')}
            level={2}
          />
        )}
        {temperature.length > 1 ? (
          <TimeChart id="temperature" title={t('air.room.temperature')} unit="°C" from={from} until={until} lines={[{ label: '°C', points: withGaps(temperature, 2 * longestGapMinutes * 60_000) }]} format={t.format} words={words} level={2} />
        ) : null}
      </Stack>
      <Lessons t={t} lessons={lessons} />
      <Section id="airings" title={t('air.room.airings')}>
        <Airings {...props} />
      </Section>
      <Hints {...props} />
    </>
  )
}

function Lessons({ t, lessons }: Pick<RoomAirProps, 't' | 'lessons'>) {
  if (lessons.length === 0) return null
  const minutes = (value: number): string => (value < 0.5 ? '–' : t('air.room.minutes', { minutes: value }))
  return (
    <Section id="lessons" title={t('air.room.lessons')}>
      <DataTable
        id="lesson-table"
        caption={t('air.room.lessons-caption')}
        hideCaption
        rows={lessons.map((lesson, at) => ({ ...lesson, number: at + 1 }))}
        rowKey={(row) => row.lesson.from}
        columns={[
          { key: 'lesson', head: t('air.room.lesson'), rowHead: true, cell: (row) => `${row.number}. (${t.format.timeRange(row.from, row.until)})` },
          { key: 'state', head: t('air.room.state'), cell: (row) => t(`air.room.presence.${row.presence}`) },
          { key: 'mean', head: t('air.room.mean'), align: 'end', cell: (row) => t('air.room.ppm', { value: row.mean }) },
          { key: 'max', head: t('air.room.most'), align: 'end', cell: (row) => t('air.room.ppm', { value: row.max }) },
          { key: 'raised', head: t('air.room.above-raised'), align: 'end', cell: (row) => minutes(row.minutes.raised + row.minutes.high) },
          { key: 'high', head: t('air.room.above-high'), align: 'end', cell: (row) => minutes(row.minutes.high) },
          { key: 'none', head: t('air.room.unmeasured'), align: 'end', cell: (row) => minutes(row.minutes.none) },
        ]}
      />
    </Section>
  )
}

function Airings({ t, airings, over, sizeEstimated }: RoomAirProps) {
  const known = over.some(({ kilowattHours }) => kilowattHours !== null)
  return (
    <>
      {airings.length === 0 ? <p>{t('air.room.no-airing')}</p> : null}
      <Prose><ul>
        {airings.map(({ from, until, fromPpm, toPpm, how }) => (
          <li key={from.getTime()}>{t(`air.room.airing-${how}`, { from, until, top: fromPpm, low: toPpm })}</li>
        ))}
        {over.map(({ from, until, minutes, fell, kilowattHours }) => (
          <li key={`over ${from.getTime()}`}>
            {t('air.room.over', { from, until, minutes, fell })} {kilowattHours === null ? t('air.room.over-unknown') : t('air.room.over-loss', { kwh: kilowattHours })}
          </li>
        ))}
      </ul></Prose>
      {known && sizeEstimated ? <p class="mr-small mr-muted">{t('air.room.size-estimated')}</p> : null}
    </>
  )
}

function Hints({ t, drift, mould }: RoomAirProps) {
  const hints = [
    ...(drift?.state === 'high' ? [t('air.room.drift-high', { lowest: drift.lowest })] : []),
    ...(drift?.state === 'low' ? [t('air.room.drift-low', { lowest: drift.lowest })] : []),
    ...(mould === undefined ? [] : [t('air.room.mould', { humidity: mould })]),
  ]
  if (hints.length === 0) return null
  return (
    <Section id="hints" title={t('air.room.hints')}>
      <Prose><ul>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul></Prose>
    </Section>
  )
}
