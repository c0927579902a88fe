import { DataTable, LinkButton, PageHead, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { SchoolYear, YearOf } from '../read.ts'
import type { EnergyQuantity } from '../schema.ts'

export type RankedSchool = { readonly school: School; readonly year: SchoolYear }
export type SortKey = 'name' | 'heat' | 'electricity' | 'water'
export type RankingProps = { t: PageT; rows: readonly RankedSchool[]; sort: SortKey; down: boolean; hrefOf: (sort: SortKey) => string; mayManage: boolean }

/** All schools beside each other. Whoever has no value stands at the end, with the reason. */
export function RankingPage({ t, rows, sort, down, hrefOf, mayManage }: RankingProps) {
  const head = (key: SortKey) => ({ href: hrefOf(key), direction: sort !== key ? undefined : down ? ('descending' as const) : ('ascending' as const) })
  const column = (key: 'heat' | 'electricity' | 'water') => ({ key, head: t(`energy.ranking.${key}`), align: 'end' as const, sort: head(key), cell: (row: RankedSchool) => valueOf(t, row, key) })
  return (
    <Stack gap="l">
      <PageHead title={t('energy.ranking.title')} lead={t('energy.ranking.lead')} />
      <DataTable
        id="ranking"
        caption={t('energy.ranking.caption')}
        rows={[...rows]}
        rowKey={({ school }) => school.slug}
        columns={[
          { key: 'name', head: t('energy.ranking.school'), rowHead: true, sort: head('name'), cell: ({ school }) => <a href={`/smart-school/school/${school.slug}/energy`}>{school.name}</a> },
          column('heat'),
          column('electricity'),
          column('water'),
          { key: 'area', head: t('energy.ranking.area'), align: 'end', cell: ({ school }) => (school.heatedAreaM2 === null ? t('energy.chart.none') : t.format.number(school.heatedAreaM2, 0)) },
          { key: 'weather', head: t('energy.ranking.weather'), align: 'end', cell: ({ year }) => t.format.number(year.weather.neighbour + year.weather.normal) },
        ]}
      />
      <p class="mr-small mr-muted">{t('energy.ranking.note')}</p>
      {mayManage ? (
        <p>
          <LinkButton kind="quiet" href="/smart-school/energy/tariffs">
            {t('energy.tariffs.title')}
          </LinkButton>
        </p>
      ) : null}
    </Stack>
  )
}

function valueOf(t: PageT, row: RankedSchool, key: EnergyQuantity) {
  const one = row.year.quantities.find(({ quantity }) => quantity === key || (key === 'heat' && quantity === 'gas'))
  if (!one?.index) return <span class="mr-muted">{one ? t('energy.verdict.none') : t('energy.ranking.no-meter')}</span>
  return (
    <>
      {t.format.number(one.index.value, 1)}
      <br />
      <span class="mr-small mr-muted">{shortOf(t, one)}</span>
    </>
  )
}

// The columns stand close: two words, and for how many days a value was projected.
function shortOf(t: PageT, { index, bounds }: YearOf): string {
  const said = !index || !bounds ? '' : t(index.value > bounds.limit ? 'energy.ranking.over' : index.value > bounds.target ? 'energy.ranking.between' : 'energy.ranking.good')
  return index && !index.complete ? `${said} ${t('energy.ranking.projected', { days: Math.round(index.measuredDays) })}`.trim() : said
}
