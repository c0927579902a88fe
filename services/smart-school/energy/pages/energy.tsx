import { ColumnChart, DataTable, EmptyState, LinkButton, Note, PageHead, Prose, Section, Stack, Tabs } from '@modellregion/ui'
import { addDays, isoWeek, partsOf } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { periods, type Consumption, type MeterPoint, type Period } from '../../meter/schema.ts'
import { SchoolNav } from '../../place/school-nav.tsx'
import type { SchoolLink } from '../../place/frame.ts'
import type { School } from '../../store/schema.ts'
import type { SchoolYear, YearOf } from '../read.ts'
import type { EnergyQuantity } from '../schema.ts'
import type { Range } from '../rules/ranges.ts'

export type EnergyProps = {
  t: PageT
  school: School
  links: readonly SchoolLink[]
  /** Undefined: there is no meter that this reader may see. */
  shown: { quantity: EnergyQuantity; by: Period; range: Range; now: readonly Consumption[]; before: readonly Consumption[] } | undefined
  quantities: readonly EnergyQuantity[]
  year: SchoolYear
  points: readonly MeterPoint[]
  hrefOf: (wish: { quantity?: EnergyQuantity; by?: Period; day?: string }) => string
  hasAccount: boolean
  /** Today is in the picture: there is nothing later. */
  isLast: boolean
  /** May read off a meter and write it down. */
  mayRead: boolean
}

/** What a school uses, by day, week, month or year, and how it stands against limits and targets. For everybody. */
export function EnergyPage(props: EnergyProps) {
  const { t, school, links, shown, hrefOf, quantities, year, points } = props
  return (
    <>
      <PageHead title={t('energy.title', { school: school.name })} lead={t('energy.lead')} />
      {shown === undefined ? (
        <Stack gap="l">
          <SchoolNav t={t} school={school} active="energy" links={links} />
          <EmptyState title={t('energy.no-meter')} text={t('energy.no-meter-next')} />
        </Stack>
      ) : (
        <Stack gap="l">
          <SchoolNav t={t} school={school} active="energy" links={links} />
          <Stack gap="s">
            <Tabs label={t('energy.tabs.quantity')} tabs={quantities.map((quantity) => ({ href: hrefOf({ quantity }), label: t(`energy.quantity.${quantity}`), current: quantity === shown.quantity }))} />
            <Tabs label={t('energy.tabs.by')} tabs={periods.map((by) => ({ href: hrefOf({ by }), label: t(`energy.by.${by}`), current: by === shown.by }))} />
          </Stack>
          <UseChart t={t} shown={shown} />
          <p class="mr-row">
            <LinkButton kind="quiet" href={hrefOf({ day: shown.range.earlier })}>
              {t('energy.earlier')}
            </LinkButton>
            {props.isLast ? null : (
              <LinkButton kind="quiet" href={hrefOf({ day: shown.range.later })}>
                {t('energy.later')}
              </LinkButton>
            )}
          </p>
          <YearTable t={t} school={school} year={year} />
          <Section id="points" title={t('energy.points')}>
            <Stack>
              <Prose>
                <ul>
                  {points.map((point) => (
                    <li key={point.id}>
                      <a href={`/smart-school/meter/${point.id}`}>{point.name}</a>
                      {props.mayRead ? (
                        <>
                          {' · '}
                          <a href={`/smart-school/meter-reading/new?point=${point.id}`}>{t('energy.read-meter', { meter: point.name })}</a>
                        </>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </Prose>
              {props.hasAccount ? (
                <p>
                  <a href={`/smart-school/school/${school.slug}/fifty-fifty`}>{t('energy.to-account')}</a>
                </p>
              ) : null}
            </Stack>
          </Section>
        </Stack>
      )}
    </>
  )
}

function UseChart({ t, shown }: { t: PageT; shown: NonNullable<EnergyProps['shown']> }) {
  const { now, before, by, quantity } = shown
  const unit = now[0]?.unit ?? ''
  const known = now.filter(({ covered }) => covered > 0)
  if (known.length === 0) return <Note title={t('energy.nothing-measured')} level={0} kind="info" />
  const columns = now.map((one, at) => {
    const earlier = before[at]
    return { label: labelOf(t, one, by), value: one.covered > 0 ? one.amount : null, estimated: one.estimated, reference: earlier && isMeasured(one) && isMeasured(earlier) ? earlier.amount : undefined }
  })
  const compared = columns.filter(({ reference }) => reference !== undefined).length
  const partial = known.filter((one) => one.covered < one.hours - 1)
  return (
    <Stack>
      <ColumnChart
        id="use"
        level={2}
        title={findingOf(t, shown)}
        unit={t('energy.chart.unit', { quantity: t(`energy.quantity.${quantity}`), unit, by: t(`energy.by.${by}`) })}
        columns={columns}
        format={t.format}
        words={{ asTable: t('energy.chart.table'), label: t('energy.chart.time'), value: unit, none: t('energy.chart.none'), estimated: t('energy.chart.estimated'), reference: t('energy.chart.before') }}
        source={t(compared > 0 ? 'energy.chart.source' : 'energy.chart.source-alone')}
      />
      {compared > 0 && compared < columns.length ? <p class="mr-small mr-muted">{t('energy.chart.compared', { n: compared, of: columns.length })}</p> : null}
      {partial.length > 0 ? <p class="mr-small mr-muted">{t('energy.chart.partial', { spans: t.format.list(partial.slice(0, 6).map((one) => labelOf(t, one, by))), more: Math.max(0, partial.length - 6) })}</p> : null}
      {by === 'day' && now.some(({ hours }) => hours !== 24) ? <p class="mr-small mr-muted">{t('energy.chart.clocks')}</p> : null}
    </Stack>
  )
}

/** Whole, and at most a fifth of it estimated: what an assumption put into a month says nothing about saving. */
const isMeasured = ({ covered, hours, amount, estimated }: Consumption): boolean => covered >= hours - 1 && Math.abs(estimated) <= Math.abs(amount) / 5

/** Compares only spans that were measured in both years: half a month against a whole one would look like saving. */
function findingOf(t: PageT, { now, before, quantity }: NonNullable<EnergyProps['shown']>): string {
  const unit = now[0]?.unit ?? ''
  const total = now.reduce((sum, { amount }) => sum + amount, 0)
  const pairs = now.flatMap((one, at) => (before[at] && isMeasured(one) && isMeasured(before[at]) ? [[one.amount, before[at].amount] as const] : []))
  const [mine, other] = [pairs.reduce((sum, [a]) => sum + a, 0), pairs.reduce((sum, [, b]) => sum + b, 0)]
  const start = t('energy.finding', { amount: Math.round(total), unit, quantity: t(`energy.quantity.${quantity}`) })
  if (pairs.length === 0 || other <= 0) return start
  const change = mine / other - 1
  if (Math.abs(change) < 0.005) return t('energy.finding.same', { start })
  return t(change > 0 ? 'energy.finding.more' : 'energy.finding.less', { start, share: Math.abs(change) })
}

export function labelOf(t: PageT, { from }: Pick<Consumption, 'from'>, by: Period): string {
  const { year, month, day } = partsOf(from)
  switch (by) {
    case 'day':
      return t('energy.label.day', { day, month })
    case 'week':
      return t('energy.label.week', { week: isoWeek(from).week, year: isoWeek(from).year })
    case 'month':
      return t('energy.label.month', { month, year })
    case 'year':
      return String(year)
  }
}

/** The characteristic values of the last 365 days beside limit and target, with what must be known to judge them. */
function YearTable({ t, school, year }: { t: PageT; school: School; year: SchoolYear }) {
  const { format } = t
  const unitOf = (one: YearOf): string => (one.quantity === 'water' ? 'l/m²' : 'kWh/m²')
  const shownValue = (value: number | undefined, one: YearOf): string => (value === undefined ? t('energy.chart.none') : `${format.number(value, 1)} ${unitOf(one)}`)
  return (
    <Section id="values" title={t('energy.year.title')}>
      <Stack gap="s">
      <DataTable
        id="year"
        caption={t('energy.year.caption', { from: year.from, last: addDays(year.until, -1) })}
        rows={[...year.quantities]}
        rowKey={(one) => one.quantity}
        columns={[
          { key: 'quantity', head: t('energy.year.quantity'), cell: (one) => t(`energy.quantity.${one.quantity}`), rowHead: true },
          { key: 'value', head: t('energy.year.value'), cell: (one) => shownValue(one.index?.value, one), align: 'end' },
          { key: 'says', head: t('energy.year.says'), cell: (one) => verdictOf(t, one) },
          { key: 'plain', head: t('energy.year.plain'), cell: (one) => shownValue(one.index?.plain, one), align: 'end' },
          { key: 'target', head: t('energy.year.target'), cell: (one) => shownValue(one.bounds?.target, one), align: 'end' },
          { key: 'limit', head: t('energy.year.limit'), cell: (one) => shownValue(one.bounds?.limit, one), align: 'end' },
        ]}
      />
      <p class="mr-small mr-muted">{t('energy.year.weather', { sum: Math.round(year.weather.sum), normal: year.normal, own: year.weather.own, neighbour: year.weather.neighbour, missing: year.weather.normal })}</p>
      <p class="mr-small mr-muted">{t('energy.year.bounds', { source: year.targetSource, area: school.heatedAreaM2 ?? 0, hall: school.hallAreaM2 ?? 0 })}</p>
        {year.other ? <p class="mr-small mr-muted">{t('energy.year.other', year.other)}</p> : null}
      </Stack>
    </Section>
  )
}

export function verdictOf(t: PageT, { index, bounds }: YearOf): string {
  if (!index) return t('energy.verdict.none')
  const verdict = !bounds ? undefined : index.value > bounds.limit ? 'over' : index.value > bounds.target ? 'between' : 'good'
  const said = verdict ? t(`energy.verdict.${verdict}`) : ''
  return index.complete ? said : `${said} ${t('energy.verdict.projected', { days: Math.round(index.measuredDays) })}`.trim()
}
