import { EmptyState, PageHead, Pagination, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Quarantined, Source } from '../schema.ts'
import { Reasons } from './run.tsx'

export type QuarantineProps = { t: T; entries: readonly Quarantined[]; sources: ReadonlyMap<string, Source>; total: number; page: number; pages: number }

/** What the sources delivered and the catalogue could not take. It leaves by itself when the source delivers something better. */
export function QuarantinePage({ t, entries, sources, total, page, pages }: QuarantineProps) {
  return (
    <>
      <PageHead title={t('harvest.quarantine')} lead={total > 0 ? t('harvest.quarantine-lead', { n: total }) : undefined} />
      {entries.length === 0 ? <EmptyState level={2} icon="ok" title={t('harvest.quarantine-none')} text={t('harvest.quarantine-none-next')} /> : null}
      <Stack>
        <ul class="mr-list">
          {entries.map((entry) => {
            const source = sources.get(entry.sourceId)
            return (
              <li key={`${entry.sourceId} ${entry.sourceKey}`} class="mr-result">
                <h2 class="mr-h3">{entry.title || entry.sourceKey}</h2>
                <ul class="mr-meta">
                  {source ? (
                    <li>
                      <a href={`/open-data/harvest/${source.name}`}>{source.title}</a>
                    </li>
                  ) : null}
                  <li>
                    <code>{entry.sourceKey}</code>
                  </li>
                  <li>{t('harvest.seen', { since: entry.createdAt, last: entry.lastSeenAt })}</li>
                </ul>
                <Reasons t={t} reasons={entry.reasons} />
              </li>
            )
          })}
        </ul>
        <Pagination label={t('list.pages')} page={page} pages={pages} href={(to) => `/open-data/harvest/quarantine?page=${to}`} words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }} />
      </Stack>
    </>
  )
}
