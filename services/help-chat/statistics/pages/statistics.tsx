import { BarChart, ChartFrame, EmptyState, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { labelOf, nameOf } from '../labels.ts'
import type { Published } from '../published.ts'
import { mostNamed, rowsOf, type Told } from '../rules.ts'
import { smallest } from '../schema.ts'

export type StatisticsPageProps = {
  t: PageT
  published: readonly Published[]
  csv: string
  /** For whoever leads the office. */
  more: boolean
}

/** Every statistic as a picture with its table; where nothing may be shown, a sentence that says why. */
export function StatisticsPage({ t, published, csv, more }: StatisticsPageProps) {
  const there = published.filter(({ publication }) => publication !== undefined)
  return (
    <>
      <PageHead title={t(more ? 'statistics.title-head' : 'statistics.title')} lead={t('statistics.lead')} />
      <Stack>
        <Note title={t('statistics.how-title')}>{t('statistics.how', { smallest })}</Note>
        {there.length === 0 ? (
          <EmptyState level={2} icon="data" title={t('statistics.empty')} text={t('statistics.empty-next')} />
        ) : (
          <>
            {there.map((one) => (
              <Picture key={one.statistic.id} t={t} {...one} />
            ))}
            <Section id="download" title={t('statistics.download-title')}>
              <p>
                <a class="mr-inline" href={csv} download>
                  {t('statistics.download')}
                </a>
              </p>
            </Section>
          </>
        )}
      </Stack>
    </>
  )
}

function Picture({ t, statistic: { id, categories }, publication }: Published & { t: PageT }) {
  if (!publication) return null
  const { rows, total } = rowsOf(publication.table.entries, categories)
  const top = mostNamed(rows, smallest)
  const say = (told: Told): string => (typeof told === 'number' ? t('statistics.number', { n: told }) : t(`statistics.withheld-${told}`))
  const bars = rows.flatMap(({ category, told }) => (typeof told === 'number' ? [{ label: labelOf(t, id, category), value: told, now: category === top }] : []))
  const withheld = rows.length - bars.length
  const name = nameOf(t, id)
  const unit = typeof total === 'number' ? t('statistics.as-of-total', { day: publication.asOf, n: total }) : t('statistics.as-of', { day: publication.asOf })
  const head = { id, unit, source: withheld > 0 ? t.count('statistics.withheld', withheld) : t('statistics.nothing-withheld') }
  const table = { heads: [name, t('statistics.count')], rows: [...rows.map(({ category, told }) => [labelOf(t, id, category), say(told)]), [t('statistics.total'), say(total)]] }
  return (
    <ChartFrame {...head} level={2} finding={top === undefined ? name : t(id.startsWith('survey-') ? 'statistics.finding-question' : 'statistics.finding', { name, label: labelOf(t, id, top) })} table={table} words={{ asTable: t('statistics.as-table') }}>
      {bars.some(({ value }) => value > 0) ? <BarChart label={name} bars={bars} format={(n) => t('statistics.number', { n })} /> : <p>{t('statistics.nothing-to-show')}</p>}
    </ChartFrame>
  )
}
