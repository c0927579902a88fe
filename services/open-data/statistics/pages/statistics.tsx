import { BarChart, ChartFrame, DataTable, EmptyState, Grid, KeyFigure, LineChart, PageHead, Panel, Section, Stack, type Bar } from '@modellregion/ui'
import { formatShort, licenceLabel, themeLabel } from '../../dataset/labels.ts'
import type { T } from '../../locales/index.ts'
import type { PublisherCount, Statistics } from '../schema.ts'

export type StatisticsPageProps = Statistics & { t: T; now: Date; town: string }

const shownBars = 8
/** Fewer month ends than these make no curve. */
const leastMonths = 3

/** How the catalogue is made up. Every headline is computed from the numbers below it. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { t, total } = props
  if (total === 0) return <EmptyState level={2} icon="data" title={t('home.empty')} text={t('home.empty-next')} />
  return (
    <>
      <PageHead title={t('statistics.title')} lead={t('statistics.lead', { n: total })} />
      <div class="mr-stack-l">
        <Content {...props} />
        <Quality {...props} />
        <Time {...props} />
      </div>
    </>
  )
}

type ChartProps = { t: T; id: string; finding: string; unit: string; head: string; now: Date; total: number; rows: readonly { label: string; n: number }[]; /** The bar the finding speaks of; the longest unless told. */ spoken?: number }

// The frame around every chart here: shares stand in the table, so that the picture stays calm.
function Chart({ t, id, finding, unit, head, now, total, rows, spoken: told }: ChartProps) {
  const spoken = told ?? rows.findIndex(({ n }) => n === Math.max(...rows.map((row) => row.n)))
  const bars: Bar[] = rows.slice(0, shownBars).map(({ label, n }, at) => ({ label, value: n, now: at === spoken }))
  return (
    <ChartFrame
      id={id}
      finding={finding}
      unit={rows.length > shownBars ? t('statistics.most', { unit, n: shownBars }) : unit}
      source={t('statistics.source', { day: now })}
      words={{ asTable: t('dataset.as-table') }}
      table={{ heads: [head, t('home.datasets'), t('statistics.share')], rows: rows.map(({ label, n }) => [label, t.format.number(n), t.format.percent(n / total)]) }}
    >
      <BarChart label={unit} bars={bars} format={(value) => t.format.number(value)} />
    </ChartFrame>
  )
}

function Content({ t, now, total, themes, formats, licences, publishers }: StatisticsPageProps) {
  const charts = [
    { id: 'theme', rows: themes.map(({ value, n }) => ({ label: themeLabel(value, t.locale), n })), unit: t('statistics.by-theme'), head: t('dataset.theme') },
    { id: 'format', rows: formats.map(({ value, n }) => ({ label: formatShort(value), n })), unit: t('statistics.by-format'), head: t('list.facet.format') },
    { id: 'licence', rows: licences.map(({ value, n }) => ({ label: licenceLabel(value, t), n })), unit: t('statistics.by-licence'), head: t('dataset.licence') },
  ]
  const draw = (chart: (typeof charts)[number]) => <Chart key={chart.id} t={t} now={now} total={total} {...chart} finding={findingOf(t, chart.rows, total)} />
  return (
    <Section id="content" title={t('statistics.content')}>
      <Stack gap="m">
        <Grid min={24}>{charts.slice(0, 2).map(draw)}</Grid>
        {charts.slice(2).map(draw)}
        <Publishers t={t} total={total} publishers={publishers} />
      </Stack>
    </Section>
  )
}

// Names of offices are too long for the picture; here the table is the picture.
function Publishers({ t, total, publishers }: { t: T; total: number; publishers: readonly PublisherCount[] }) {
  return (
    <Panel title={findingOf(t, publishers.map(({ title, n }) => ({ label: title, n })), total)} level={3} flush>
      <DataTable
        id="publishers"
        caption={t('statistics.by-publisher')}
        rows={publishers}
        rowKey={({ name }) => name}
        columns={[
          { key: 'publisher', head: t('dataset.publisher'), rowHead: true, cell: ({ name, title }) => <a href={`/open-data/organisation/${name}`}>{title}</a> },
          { key: 'n', head: t('home.datasets'), align: 'end', cell: ({ n }) => t.format.number(n) },
          { key: 'share', head: t('statistics.share'), align: 'end', cell: ({ n }) => t.format.percent(n / total) },
        ]}
      />
    </Panel>
  )
}

// "More than half" is said when it is so; else the largest is named with its number.
function findingOf(t: T, rows: readonly { label: string; n: number }[], total: number): string {
  const [first] = rows
  if (!first) return t('statistics.nothing')
  if (rows.length === 1) return t('statistics.all-one', { label: first.label })
  return first.n * 2 > total ? t('statistics.majority', { label: first.label, share: first.n / total }) : t('statistics.largest', { label: first.label, n: first.n, total })
}

function Quality({ t, now, total, grades }: StatisticsPageProps) {
  const good = grades.reduce((sum, { grade, n }) => sum + (grade === 'excellent' || grade === 'good' ? n : 0), 0)
  return (
    <Section id="quality" title={t('statistics.quality')}>
      <Chart
        t={t}
        id="grade"
        now={now}
        total={total}
        finding={t('statistics.well-described', { n: good, total })}
        unit={t('statistics.by-grade')}
        head={t('statistics.grade')}
        rows={grades.map(({ grade, n }) => ({ label: t(`dataset.grade.${grade}`), n }))}
      />
    </Section>
  )
}

function Time({ t, now, total, ages, months }: StatisticsPageProps) {
  const steps = ['year', 'three', 'ten', 'older', 'unknown'] as const
  return (
    <Section id="time" title={t('statistics.time')}>
      <Stack gap="m">
        <Chart
          t={t}
          id="age"
          now={now}
          total={total}
          finding={t('statistics.fresh', { n: ages.year, total })}
          unit={t('statistics.by-age')}
          head={t('dataset.modified')}
          spoken={0}
          rows={steps.map((step) => ({ label: t(`statistics.age.${step}`), n: ages[step] }))}
        />
        <Growth t={t} now={now} months={months} />
      </Stack>
    </Section>
  )
}

function Growth({ t, now, months }: Pick<StatisticsPageProps, 't' | 'now' | 'months'>) {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  const name = (month: string) => t.format.date(new Date(`${month}-15T12:00:00Z`), 'month')
  if (months.length < leastMonths)
    return (
      <Grid>
        {months.map(({ month, n }) => (
          <KeyFigure key={month} value={t.format.number(n)} label={t('statistics.stock-in', { month: name(month) })} note={t('statistics.young')} />
        ))}
      </Grid>
    )
  return (
    <ChartFrame
      id="growth"
      finding={t('statistics.growth', { from: first.n, to: last.n, since: name(first.month) })}
      unit={t('statistics.by-month')}
      source={t('statistics.source', { day: now })}
      words={{ asTable: t('dataset.as-table') }}
      table={{ heads: [t('statistics.month'), t('home.datasets')], rows: months.map(({ month, n }) => [name(month), t.format.number(n)]) }}
    >
      <LineChart label={t('statistics.by-month')} labels={months.map(({ month }) => name(month))} series={[{ name: t('home.datasets'), values: months.map(({ n }) => n) }]} from={0} format={(value) => t.format.number(value)} />
    </ChartFrame>
  )
}
