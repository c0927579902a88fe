import { BarChart, ChartFrame, DataTable, EmptyState, KeyFigure, LinkButton, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { T } from '../../../locales/index.ts'
import { daysBetween } from '../rules.ts'
import type { Chain, ChainFigures } from '../schema.ts'

export type ChainPageProps = { t: T; town: string; chains: readonly Chain[]; figures: ChainFigures }

const shownBars = 12

/** How long it takes from a wish to data, and from data to something useful. */
export function ChainPage({ t, town, chains, figures }: ChainPageProps) {
  const done = chains.flatMap(({ number, title, askedAt, publishedAt }) => (publishedAt ? [{ label: t('request.number', { number }), title, value: daysBetween(askedAt, publishedAt) }] : []))
  const days = (value: number | undefined): string => (value === undefined ? '–' : t.format.number(value, 1))
  return (
    <>
      <PageHead title={t('request.chain.title')} lead={t('request.chain.lead')}>
        {chains.length === 0 ? null : (
          <Row>
            <LinkButton icon="plus" href="/open-data/request/new">
              {t('request.ask')}
            </LinkButton>
          </Row>
        )}
      </PageHead>
      {chains.length === 0 ? (
        <EmptyState level={2} icon="data" title={t('request.chain.none')} text={t('request.chain.none-next')} actions={<LinkButton href="/open-data/request/new">{t('request.ask')}</LinkButton>} />
      ) : (
        <Stack gap="l">
          <div class="mr-tiles">
            <KeyFigure value={days(figures.toAnswer)} label={t('request.chain.answered')} note={t('request.chain.median')} />
            <KeyFigure value={days(figures.toData)} label={t('request.chain.to-data')} note={t('request.chain.median')} />
            <KeyFigure value={days(figures.toReuse)} label={t('request.chain.to-reuse')} note={t('request.chain.median')} />
            <KeyFigure value={figures.onTime === undefined ? '–' : t.format.percent(figures.onTime, 0)} label={t('request.chain.on-time')} />
          </div>
          {done.length > 0 && figures.toData !== undefined ? (
            <ChartFrame
              id="to-data"
              level={2}
              finding={t('request.chain.finding', { days: Math.ceil(figures.toData) })}
              unit={t('request.chain.unit')}
              source={t('request.chain.source', { town })}
              words={{ asTable: t('request.chain.table') }}
              table={{ heads: [t('request.chain.request'), t('request.chain.days')], rows: done.map(({ label, title, value }) => [`${label}: ${title}`, t.format.number(value)]) }}
            >
              <BarChart label={t('request.chain.unit')} bars={done.slice(0, shownBars)} format={(value) => t.format.number(value)} />
            </ChartFrame>
          ) : null}
          <Section id="chains" title={t('request.chain.chains')}>
            <DataTable
              id="all"
              caption={t('request.chain.chains')}
              hideCaption
              rows={chains}
              rowKey={({ number }) => String(number)}
              columns={[
                { key: 'request', head: t('request.chain.request'), rowHead: true, cell: ({ number, title }) => <a href={`/open-data/request/${number}`}>{title}</a> },
                { key: 'asked', head: t('request.chain.asked'), nowrap: true, cell: ({ askedAt }) => t.format.date(askedAt, 'medium') },
                { key: 'published', head: t('request.chain.published'), nowrap: true, cell: ({ isRefused, publishedAt, dataset }) => isRefused ? <span class="mr-muted">{t('request.state.refused')}</span> : linked(t, publishedAt, dataset && `/open-data/dataset/${dataset.name}`) },
                { key: 'reused', head: t('request.chain.reused'), nowrap: true, cell: ({ isRefused, reusedAt, showcase }) => isRefused ? null : linked(t, reusedAt, showcase && `/open-data/showcase/${showcase.name}`) },
              ]}
            />
          </Section>
        </Stack>
      )}
    </>
  )
}

function linked(t: T, at: Date | null, href: string | null) {
  if (at === null) return <span class="mr-muted">{t('request.chain.open')}</span>
  const text = t.format.date(at, 'medium')
  return href === null ? text : <a href={href}>{text}</a>
}
