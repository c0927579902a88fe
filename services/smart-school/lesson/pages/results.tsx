import { BarChart, ChartFrame, DataTable, LineChart, Note, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { QuantityId } from '../../quantity/quantity.ts'
import { plainDate } from '@modellregion/standards'
import { comparedOf, dailyOf, evaluate, verdictOf } from '../rules/evaluate.ts'
import type { Chance } from '../rules/statistics.ts'
import type { Comparison, Experiment, Place } from '../schema.ts'
import { comparedText, measureText, placeText, quantityName, slotText } from './say.ts'

export type Measured = { readonly quantity: QuantityId; readonly places: readonly Place[] }
export type ResultsProps = { t: PageT; experiment: Experiment; measured: readonly Measured[]; chance: Chance | undefined }

/** What was measured: the comparison with how sure it is, then each quantity over time. The first quantity is the one the class asked about. */
export function Results({ t, experiment, measured, chance }: ResultsProps) {
  const [first, ...others] = measured
  if (!first || first.places.every(({ values }) => values.every(({ value }) => value === null))) return <Note level={0} title={t('lesson.result.nothing')}>{t('lesson.result.nothing-next')}</Note>
  return (
    <Stack gap="l">
      <Compared t={t} experiment={experiment} measured={first} />
      <Sureness t={t} chance={chance} places={first.places.length} />
      <OverTime t={t} experiment={experiment} measured={first} comparison={experiment.comparison} />
      {others.map((one) => (
        <OverTime key={one.quantity} t={t} experiment={experiment} measured={one} comparison="mean" />
      ))}
    </Stack>
  )
}

function Compared({ t, experiment, measured: { quantity, places } }: { t: PageT; experiment: Experiment; measured: Measured }) {
  const { comparison } = experiment
  const say = (value: number): string => comparedText(t, { comparison, quantity }, value)
  const rows = evaluate(comparison, places)
  const known = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]))
  const highest = known.reduce<(typeof known)[number] | undefined>((best, row) => (!best || row.value > best.value ? row : best), undefined)
  const lowest = known.reduce<(typeof known)[number] | undefined>((best, row) => (!best || row.value < best.value ? row : best), undefined)
  if (!highest || !lowest) return null
  const nameOf = (letter: string): string => placeText(t, quantity, places.find((one) => one.letter === letter) ?? { letter })
  const finding =
    highest === lowest
      ? t('lesson.result.finding-one', { place: nameOf(highest.letter), value: say(highest.value) })
      : t('lesson.result.finding', { high: nameOf(highest.letter), highValue: say(highest.value), low: nameOf(lowest.letter), lowValue: say(lowest.value), difference: comparison === 'above' ? t('lesson.points', { n: (highest.value - lowest.value) * 100 }) : say(highest.value - lowest.value) })
  const heads = [t('lesson.result.place'), t('lesson.result.value'), t('lesson.result.spread'), t('lesson.result.count')]
  const none = t('lesson.result.none')
  const cells = rows.map((row) => [nameOf(row.letter), row.value === null ? none : say(row.value), row.low === null || row.high === null ? none : t('lesson.range', { from: say(row.low), to: say(row.high) }), t.format.number(row.count)])
  return (
    <Stack>
      <ChartFrame id="compared" finding={finding} unit={`${quantityName(t, quantity)}: ${measureText(t, experiment, quantity)}`} source={t(`lesson.source.${experiment.times}`)} table={{ heads, rows: cells }} words={{ asTable: t('lesson.as-table') }}>
        <BarChart label={finding} bars={known.map((row) => ({ label: nameOf(row.letter), value: comparison === 'above' ? row.value * 100 : row.value, now: row === highest }))} format={(value) => (comparison === 'above' ? t.format.percent(value / 100, 0) : say(value))} />
      </ChartFrame>
      <DataTable
        id="spread"
        caption={t('lesson.result.caption')}
        columns={[
          { key: 'place', head: heads[0] ?? '', cell: ([name]) => name, rowHead: true },
          { key: 'value', head: heads[1] ?? '', cell: (row) => row[1], align: 'end' },
          { key: 'spread', head: heads[2] ?? '', cell: (row) => row[2], align: 'end' },
          { key: 'count', head: heads[3] ?? '', cell: (row) => row[3], align: 'end' },
        ]}
        rows={cells}
      />
      <p class="mr-small mr-muted">{t('lesson.result.spread-means')}</p>
    </Stack>
  )
}

function Sureness({ t, chance, places }: { t: PageT; chance: Chance | undefined; places: number }) {
  const verdict = verdictOf(chance)
  if (places < 2) return null
  return (
    <Note kind={verdict === 'unlikely' ? 'ok' : 'info'} level={3} title={t(`lesson.chance.${verdict}`)}>
      {chance ? (
        <>
          <p>{t('lesson.chance.how', { days: chance.days, tried: chance.tried })}</p>
          <p>{t('lesson.chance.found', { share: chance.share, tried: chance.tried, hits: Math.round(chance.share * chance.tried) })}</p>
          <p>{t(verdict === 'few' ? 'lesson.chance.more-days' : 'lesson.chance.limits')}</p>
        </>
      ) : (
        <p>{t('lesson.chance.no-days')}</p>
      )}
    </Note>
  )
}

const shortest = 3

function OverTime({ t, experiment, measured: { quantity, places }, comparison }: { t: PageT; experiment: Experiment; measured: Measured; comparison: Comparison }) {
  const days = places.map((place) => dailyOf(comparison, place))
  const byDay = (days[0]?.length ?? 0) >= shortest
  const labels = byDay ? (days[0] ?? []).map(({ day }) => t.format.date(plainDate(day), 'medium')) : (places[0]?.values ?? []).map(({ slot }) => slotText(t, slot))
  const scaled = (value: number | null): number | null => (value === null ? null : comparison === 'above' ? value * 100 : value)
  const series = places.map((place, at) => ({ name: placeText(t, quantity, { letter: place.letter }), values: byDay ? (days[at] ?? []).map(({ value }) => scaled(value)) : place.values.map((one) => scaled(comparedOf(comparison, one))) }))
  if (series.every(({ values }) => values.every((value) => value === null))) return null
  const say = (value: number): string => (comparison === 'above' ? t.format.percent(value / 100, 0) : comparedText(t, { comparison, quantity }, value))
  const none = t('lesson.result.none')
  const finding = t(byDay ? 'lesson.result.by-day' : 'lesson.result.by-lesson', { quantity: quantityName(t, quantity) })
  return (
    <ChartFrame
      id={`time-${quantity}`}
      finding={finding}
      unit={measureText(t, { comparison, band: experiment.band }, quantity)}
      source={t(`lesson.source.${experiment.times}`)}
      table={{ heads: [t('lesson.result.when'), ...series.map(({ name }) => name)], rows: labels.map((label, at) => [label, ...series.map(({ values }) => (values[at] === null || values[at] === undefined ? none : say(values[at])))]) }}
      words={{ asTable: t('lesson.as-table') }}
    >
      <LineChart label={finding} labels={labels} series={series} format={(value) => t.format.number(value, 1)} />
    </ChartFrame>
  )
}
