import { EmptyState, LinkButton, PageHead, Pagination, Result, ResultList, SearchBox, Stack } from '@modellregion/ui'
import { highlight } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import type { TablesFound } from '../find-tables.ts'
import { placesOf, type Place } from '../places.ts'

export const foundPath = '/open-data/search-in-tables'
export const pageSize = 20
export type FoundPageProps = TablesFound & { t: T; q: string; page: number }

/** Tables that were found by what is in them: which columns and values hold the words. */
export function FoundPage({ t, q, page, total, tables }: FoundPageProps) {
  return (
    <>
      <PageHead title={t('store.found.title')} lead={q === '' ? t('store.found.lead') : undefined}>
        <SearchBox action={foundPath} label={t('store.found.label')} button={t('store.found.search')} value={q} />
      </PageHead>
      {q === '' ? null : total === 0 ? (
        <EmptyState level={2} icon="search" title={t('store.found.none', { q })} text={t('store.found.none-next')} actions={<LinkButton href={`/open-data/dataset?q=${encodeURIComponent(q)}`}>{t('store.found.datasets')}</LinkButton>} />
      ) : (
        <Stack>
          <h2>{t('store.found.count', { n: total, q })}</h2>
          <ResultList start={(page - 1) * pageSize + 1}>
            {tables.map((table) => (
              <Result
                key={table.id}
                href={`/open-data/explore/${table.id}?q=${encodeURIComponent(q)}`}
                title={table.title === '' || table.dataset.includes(table.title) ? table.dataset : `${table.dataset}: ${table.title}`}
                summary={<Places t={t} q={q} places={placesOf(table.fields, q)} />}
                meta={[{ text: table.holder }, { text: t('store.found.rows', { n: table.rows }) }, { text: t('store.found.columns', { n: table.fields.length }) }]}
              />
            ))}
          </ResultList>
          <Pagination label={t('list.pages')} page={page} pages={Math.ceil(total / pageSize)} href={(to) => `${foundPath}?q=${encodeURIComponent(q)}&page=${to}`} words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }} />
        </Stack>
      )}
    </>
  )
}

function Places({ t, q, places }: { t: T; q: string; places: readonly Place[] }) {
  if (places.length === 0) return <>{t('store.found.in-title')}</>
  return (
    <>
      {places.map(({ field, values }, at) => (
        <span key={field.id}>
          {at > 0 ? ' · ' : ''}
          {t('store.found.column')} <Marked text={field.label ?? field.id} q={q} />
          {values.length > 0 ? ': ' : ''}
          {values.map(({ value }, n) => (
            <span key={value}>
              {n > 0 ? ', ' : ''}
              <Marked text={value} q={q} />
            </span>
          ))}
        </span>
      ))}
    </>
  )
}

const Marked = ({ text, q }: { text: string; q: string }) => <>{highlight(text, q).map((segment, at) => (segment.marked ? <mark key={at}>{segment.text}</mark> : segment.text))}</>
