import { Chip, PageHead, SearchBox, Split } from '@modellregion/ui'
import type { SearchResult } from '@modellregion/kernel/rules'
import { FollowLink } from '../../follow/pages/link.tsx'
import type { T } from '../../locales/index.ts'
import { hrefOf, listPath } from '../../dataset/list-query.ts'
import { DatasetPages } from '../../dataset/pages/result.tsx'
import type { DatasetSummary } from '../../dataset/schema.ts'
import { ThemeGrid } from './grid.tsx'

/** All themes of the European list. */
export function ThemeListPage({ t, counts }: { t: T; counts: ReadonlyMap<string, number> }) {
  return (
    <>
      <PageHead title={t('theme.title')} lead={t('theme.lead')} />
      <h2 class="mr-vh">{t('theme.list')}</h2>
      <ThemeGrid t={t} counts={counts} />
    </>
  )
}

export type ThemePageProps = { t: T; now: Date; code: string; label: string; page: number; result: SearchResult; datasets: readonly DatasetSummary[]; organisations: ReadonlyMap<string, string> }

const shownPublishers = 10

/** One theme: search in it, its datasets, who publishes in it. */
export function ThemePage({ t, now, code, label, page, result, datasets, organisations }: ThemePageProps) {
  const publishers = (result.facets['organisation'] ?? []).slice(0, shownPublishers)
  return (
    <>
      <PageHead title={label} lead={t('list.found', { n: result.total })}>
        <SearchBox action={listPath} label={t('theme.search')} button={t('list.search')} keep={[{ name: 'theme', value: code }]} />
        <FollowLink t={t} kind="theme" subject={code} />
      </PageHead>
      <Split>
        <section aria-labelledby="datasets">
          <h2 id="datasets">{t('theme.datasets')}</h2>
          <DatasetPages t={t} now={now} datasets={datasets} total={result.total} page={page} href={(to) => `/open-data/theme/${code}${to > 1 ? `?page=${to}` : ''}`} />
        </section>
        {publishers.length > 0 ? (
          <aside class="mr-stack" aria-labelledby="publishers">
            <h2 id="publishers">{t('organisation.title')}</h2>
            <ul class="mr-chips">
              {publishers.map(({ value, count }) => (
                <li key={value}>
                  <Chip href={hrefOf({ theme: [code], organisation: [value] })}>{`${organisations.get(value) ?? value} (${t.format.number(count)})`}</Chip>
                </li>
              ))}
            </ul>
          </aside>
        ) : null}
      </Split>
    </>
  )
}
