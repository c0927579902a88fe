import { BarChart, ChartFrame, DataTable, EmptyState, Grid, KeyFigure, LinkButton, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { PromiseCount } from '../schema.ts'

export type UpkeepProps = { t: T; now: Date; publishers: readonly PromiseCount[]; addresses: { checked: number; reachable: number; broken: number; lastCheck: Date | null }; mayWork: boolean }

const shownBars = 12

/** What the publishers promise and what they keep: for everybody. */
export function UpkeepPage({ t, now, publishers, addresses, mayWork }: UpkeepProps) {
  const own = publishers.filter(({ harvested }) => !harvested)
  const foreign = publishers.filter(({ harvested }) => harvested)
  return (
    <>
      <PageHead title={t('upkeep.title')} lead={t('upkeep.lead')}>
        {mayWork ? (
          <Row>
            <LinkButton href="/open-data/upkeep/work">{t('upkeep.work.title')}</LinkButton>
          </Row>
        ) : null}
      </PageHead>
      <div class="mr-stack-l">
        <Section id="promise" title={t('upkeep.promise')}>
          {own.length === 0 ? <EmptyState level={3} icon="data" title={t('upkeep.no-own')} text={t('upkeep.no-own-next')} /> : <Promises t={t} now={now} id="own" rows={own} caption={t('upkeep.own')} />}
        </Section>
        {foreign.length > 0 ? (
          <Section id="harvested" title={t('upkeep.harvested')}>
            <Stack>
              <p>{t('upkeep.harvested-note')}</p>
              <Promises t={t} now={now} id="foreign" rows={foreign} caption={t('upkeep.harvested')} />
            </Stack>
          </Section>
        ) : null}
        <Section id="addresses" title={t('upkeep.addresses')}>
          {addresses.checked === 0 ? <EmptyState level={3} icon="data" title={t('upkeep.unchecked')} text={t('upkeep.unchecked-next')} /> : <Addresses t={t} addresses={addresses} />}
        </Section>
        <Section id="method" title={t('upkeep.method')}>
          <p>{t('upkeep.method-text')}</p>
        </Section>
      </div>
    </>
  )
}

type PromisesProps = { t: T; now: Date; id: string; rows: readonly PromiseCount[]; caption: string }

function Promises({ t, now, id, rows, caption }: PromisesProps) {
  const total = sumOf(rows)
  const promised = rows.filter(({ kept, late }) => kept + late > 0).toSorted((a, b) => shareOf(a) - shareOf(b))
  return (
    <Stack gap="m">
      {promised.length > 1 ? (
        <ChartFrame
          id={`${id}-chart`}
          finding={total.late === 0 ? t('upkeep.finding-kept') : t('upkeep.finding', { kept: total.kept, n: total.kept + total.late })}
          unit={t('upkeep.share')}
          source={t('statistics.source', { day: now })}
          words={{ asTable: t('dataset.as-table') }}
          table={{ heads: [t('dataset.publisher'), t('upkeep.kept'), t('upkeep.late'), t('upkeep.share')], rows: promised.map((row) => [row.title, t.format.number(row.kept), t.format.number(row.late), t.format.percent(shareOf(row))]) }}
        >
          <BarChart label={t('upkeep.share')} bars={promised.slice(0, shownBars).map((row, at) => ({ label: row.title, value: shareOf(row), now: at === 0 && total.late > 0 }))} format={(value) => t.format.percent(value)} />
        </ChartFrame>
      ) : null}
      <DataTable
        id={`${id}-table`}
        caption={caption}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'publisher', head: t('dataset.publisher'), rowHead: true, cell: ({ name, title }) => <a href={`/open-data/organisation/${name}`}>{title}</a> },
          { key: 'kept', head: t('upkeep.kept'), align: 'end', cell: ({ kept }) => t.format.number(kept) },
          { key: 'late', head: t('upkeep.late'), align: 'end', cell: ({ late }) => t.format.number(late) },
          { key: 'undated', head: t('upkeep.undated'), align: 'end', cell: ({ undated }) => t.format.number(undated) },
          { key: 'unpromised', head: t('upkeep.unpromised'), align: 'end', cell: ({ unpromised }) => t.format.number(unpromised) },
        ]}
        foot={rows.length > 1 ? [{ head: t('upkeep.sum'), cells: Object.fromEntries(Object.entries(total).map(([key, n]) => [key, t.format.number(n)])) }] : []}
      />
    </Stack>
  )
}

const shareOf = ({ kept, late }: Pick<PromiseCount, 'kept' | 'late'>): number => kept / Math.max(1, kept + late)
const sumOf = (rows: readonly PromiseCount[]) => rows.reduce((sum, row) => ({ kept: sum.kept + row.kept, late: sum.late + row.late, undated: sum.undated + row.undated, unpromised: sum.unpromised + row.unpromised }), { kept: 0, late: 0, undated: 0, unpromised: 0 })

function Addresses({ t, addresses: { checked, reachable, broken, lastCheck } }: { t: T; addresses: UpkeepProps['addresses'] }) {
  return (
    <Grid>
      <KeyFigure value={t.format.number(checked)} label={t('upkeep.addresses-checked')} note={lastCheck ? t('upkeep.last-check', { day: lastCheck }) : undefined} />
      <KeyFigure value={t.format.percent(reachable / checked)} label={t('upkeep.addresses-reachable')} />
      <KeyFigure value={t.format.number(broken)} label={t('upkeep.addresses-broken')} note={t('upkeep.addresses-broken-note')} />
    </Grid>
  )
}
