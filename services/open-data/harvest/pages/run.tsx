import { EmptyState, LinkButton, Note, PageHead, Pagination, Row, Stack, Tabs, Tag, type Tab, type TagKind } from '@modellregion/ui'
import type { Refusal } from '../../dcat/refusals.ts'
import type { T } from '../../locales/index.ts'
import { outcomes, type Counts, type HarvestItem, type HarvestRun, type Outcome, type Source } from '../schema.ts'
import { changesIn, RunTag } from './state.tsx'

export type RunPageProps = { t: T; source: Source; run: HarvestRun; counts: Counts; items: readonly HarvestItem[]; outcome: Outcome | undefined; page: number; pages: number }

/** The report of one run: what it brought, and each record with the reasons in words. */
export function RunPage({ t, source, run, counts, items, outcome, page, pages }: RunPageProps) {
  const path = `/open-data/harvest/${source.name}/${run.id}`
  const all = outcomes.reduce((sum, known) => sum + counts[known], 0)
  const tabs: Tab[] = [
    { href: path, label: t('harvest.outcome.all'), count: all, current: outcome === undefined },
    ...outcomes.map((known) => ({ href: `${path}?outcome=${known}`, label: t(`harvest.outcome.${known}`), count: counts[known], current: outcome === known })),
  ]
  const hrefOf = (to: number) => `${path}?${outcome ? `outcome=${outcome}&` : ''}page=${to}`
  return (
    <>
      <PageHead title={t('harvest.report-of', { source: source.title, day: run.createdAt })} lead={changesIn(t, counts)}>
        <Row>
          <RunTag t={t} run={run} />
          <span class="mr-muted">{run.finishedAt ? t('harvest.took', { seconds: (run.finishedAt.getTime() - run.createdAt.getTime()) / 1000 }) : t('harvest.next-running')}</span>
        </Row>
        <Row>
          <LinkButton kind="quiet" icon="download" href={`${path}/report.csv`}>
            {t('harvest.download')}
          </LinkButton>
          <LinkButton kind="bare" href={`/open-data/harvest/${source.name}`}>
            {t('harvest.back-to', { source: source.title })}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack>
        {run.refusal ? (
          <Note kind="bad" title={t('harvest.run-failed')}>
            {t.find(run.refusal.code) ?? run.refusal.code} {run.refusal.detail ? <code>{run.refusal.detail}</code> : null}
          </Note>
        ) : null}
        <Tabs label={t('harvest.outcome')} tabs={tabs} />
        {items.length === 0 ? <EmptyState level={2} icon="ok" title={t('harvest.no-items')} text={t('harvest.no-items-next')} /> : null}
        <h2 class="mr-vh">{t('harvest.records')}</h2>
        <ul class="mr-list">
          {items.map((item) => (
            <Item key={item.sourceKey} t={t} item={item} />
          ))}
        </ul>
        <Pagination label={t('list.pages')} page={page} pages={pages} href={hrefOf} words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }} />
      </Stack>
    </>
  )
}

const tones: Readonly<Record<Outcome, TagKind>> = { added: 'ok', changed: 'info', returned: 'ok', unchanged: 'plain', removed: 'warn', refused: 'bad' }

function Item({ t, item }: { t: T; item: HarvestItem }) {
  return (
    <li class="mr-result">
      <h3 class="mr-h3">{item.title || item.sourceKey}</h3>
      <ul class="mr-meta">
        <li>
          <Tag kind={tones[item.outcome]}>{t(`harvest.outcome.${item.outcome}`)}</Tag>
        </li>
        <li>
          <code>{item.sourceKey}</code>
        </li>
      </ul>
      <Reasons t={t} reasons={item.notes} />
    </li>
  )
}

/** Remarks and reasons in words, with the field they are about and the piece that was wrong. */
export function Reasons({ t, reasons }: { t: T; reasons: readonly Refusal[] }) {
  if (reasons.length === 0) return null
  return (
    <div class="mr-text mr-small">
      <ul>
        {reasons.map((reason, at) => (
          <li key={at}>
            {reason.field ? <code>{reason.field}</code> : null} {t.find(reason.code) ?? reason.code} {reason.detail ? <span class="mr-small mr-muted">({reason.detail})</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
