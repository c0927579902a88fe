import { EmptyState, Facets, FilterChips, LinkButton, Note, PageHead, Pagination, ResultList, SearchBox, SortSelect, Split, type FacetGroup } from '@modellregion/ui'
import type { SearchResult } from '@modellregion/kernel/rules'
import { FollowLink } from '../../follow/pages/link.tsx'
import type { T } from '../../locales/index.ts'
import { facetLabel } from '../labels.ts'
import { facetNames, hrefOf, hrefWithout, listPath, pairsOf, sizeOf, type FacetName, type ListQuery } from '../list-query.ts'
import type { Loosening } from '../find.ts'
import type { DatasetSummary } from '../schema.ts'
import { DatasetResult } from './result.tsx'

export type DatasetListProps = {
  t: T
  query: ListQuery
  result: SearchResult
  datasets: readonly DatasetSummary[]
  organisations: ReadonlyMap<string, string>
  now: Date
  /** When nothing was found: the smallest step back that finds something. */
  loosening?: Loosening | undefined
  /** Tables that hold the words in columns or values. */
  inTables?: number | undefined
}

/** Search and filters over all datasets of the town. */
export function DatasetList(props: DatasetListProps) {
  const { t, query } = props
  return (
    <>
      <PageHead title={t('list.title')}>
        <SearchBox
          action={listPath}
          label={t('list.search-label')}
          button={t('list.search')}
          value={query.q}
          keep={keepAll(query, 'q')}
          suggest={{ href: '/open-data/suggest', all: t('list.suggest-all'), count: t('list.suggest-count') }}
        />
        {pairsOf(query).length > 0 ? <FollowLink t={t} kind="search" subject={new URLSearchParams(pairsOf(query, { page: 1 })).toString()} /> : null}
      </PageHead>
      <Split side="start">
        <DatasetFacets {...props} />
        <Results {...props} />
      </Split>
    </>
  )
}

const keepAll = (query: ListQuery, ...without: string[]) => pairsOf(query).filter(([name]) => !without.includes(name)).map(([name, value]) => ({ name, value }))

function DatasetFacets({ t, query, result, organisations }: DatasetListProps) {
  const active = facetNames.reduce((sum, name) => sum + (query[name]?.length ?? 0), 0)
  return (
    <Facets
      action={listPath}
      groups={facetNames.map((name) => group(name, t, query, result, organisations))}
      keep={keepAll(query, ...facetNames)}
      words={{ title: t('list.filters'), summary: active ? t('list.filters-active', { n: active }) : t('list.filters'), apply: t('list.filters-apply'), more: t('list.filters-more') }}
    />
  )
}

function group(name: FacetName, t: T, query: ListQuery, result: SearchResult, organisations: ReadonlyMap<string, string>): FacetGroup {
  const counts = new Map((result.facets[name] ?? []).map(({ value, count }) => [value, count]))
  for (const chosen of query[name] ?? []) if (!counts.has(chosen)) counts.set(chosen, 0)
  const options = [...counts].map(([value, count]) => ({ value, count, label: facetLabel(name, value, t, organisations), checked: query[name]?.includes(value) }))
  if (name === 'year') options.sort((a, b) => b.value.localeCompare(a.value))
  return { name, label: t(`list.facet.${name}`), options }
}

function Results(props: DatasetListProps) {
  const { t, query, result, datasets } = props
  if (result.total === 0) return <NothingFound {...props} />
  if (datasets.length === 0) return <BeyondEnd {...props} />
  const page = query.page ?? 1
  const firstLoose = result.hits.findIndex((hit) => hit.loose)
  return (
    <div class="mr-stack">
      <div class="mr-row mr-row--between">
        <h2>{query.q ? t('list.found-for', { n: result.total, query: query.q }) : t('list.found', { n: result.total })}</h2>
        <SortSelect
          action={listPath}
          label={t('list.sort')}
          button={t('list.sort-apply')}
          keep={keepAll(query, 'sort')}
          options={(['relevance', 'newest', 'title'] as const).map((value) => ({ value, label: t(`list.sort-${value}`), selected: value === (query.sort ?? (query.q ? 'relevance' : 'newest')) }))}
        />
      </div>
      <Chips {...props} />
      <Corrected {...props} />
      <InTables {...props} />
      {firstLoose === 0 ? <p class="mr-muted">{t('list.loose-only')}</p> : null}
      <ResultList start={(page - 1) * sizeOf(query) + 1}>
        {datasets.map((dataset, at) => (
          <>
            {firstLoose > 0 && at === firstLoose ? (
              <li class="mr-result">
                <p class="mr-muted">{t('list.loose')}</p>
              </li>
            ) : null}
            <DatasetResult key={dataset.id} t={t} dataset={dataset} now={props.now} q={query.q} />
          </>
        ))}
      </ResultList>
      <Pagination
        label={t('list.pages')}
        page={page}
        pages={Math.ceil(result.total / sizeOf(query))}
        href={(to) => hrefOf(query, { page: to })}
        words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }}
      />
    </div>
  )
}

function Chips({ t, query, organisations }: DatasetListProps) {
  const chips = facetNames.flatMap((name) =>
    (query[name] ?? []).map((value) => ({ label: `${t(`list.facet.${name}`)}: ${facetLabel(name, value, t, organisations)}`, href: hrefWithout(query, name, value) })),
  )
  return <FilterChips chips={chips} words={{ remove: t('list.filter-remove'), removeAll: t('list.filters-clear') }} removeAllHref={hrefOf(query.q ? { q: query.q } : {})} />
}

function InTables({ t, query, inTables = 0 }: DatasetListProps) {
  if (inTables === 0 || !query.q) return null
  return (
    <p>
      <a href={`/open-data/search-in-tables?q=${encodeURIComponent(query.q)}`}>{t('store.found.also', { n: inTables, q: query.q })}</a>
    </p>
  )
}

function Corrected({ t, query, result }: DatasetListProps) {
  if (result.corrected.length === 0) return null
  return (
    <Note kind="info" level={0} title={t('list.corrected', { words: result.corrected.map(({ to }) => to).join(', ') })}>
      <a href={hrefOf(query, { 'as-typed': '1' })}>{t('list.as-typed', { query: query.q ?? '' })}</a>
    </Note>
  )
}

function NothingFound(props: DatasetListProps) {
  const { t, query, loosening } = props
  return (
    <EmptyState
      level={2}
      icon="search"
      title={query.q ? t('list.nothing-for', { query: query.q }) : t('list.nothing')}
      text={loosening ? loosened(t, loosening) : t('list.nothing-next')}
      actions={
        <>
          {loosening ? <LinkButton href={hrefOf(loosening.query)}>{t('list.found-more', { n: loosening.total })}</LinkButton> : null}
          <LinkButton kind={loosening ? 'quiet' : 'primary'} href={listPath}>
            {t('list.show-all')}
          </LinkButton>
          <LinkButton kind="quiet" href={`/open-data/request/new${query.q ? `?${new URLSearchParams({ title: query.q.slice(0, 150) })}` : ''}`}>
            {t('request.ask')}
          </LinkButton>
          <InTables {...props} />
        </>
      }
    />
  )
}

function loosened(t: T, { without, total }: Loosening): string {
  if (without === 'words') return t('list.without-words', { n: total })
  return without === 'filters' ? t('list.without-filters', { n: total }) : t('list.without', { filter: t(`list.facet.${without}`), n: total })
}

function BeyondEnd({ t, query, result }: DatasetListProps) {
  const last = Math.max(1, Math.ceil(result.total / sizeOf(query)))
  return <EmptyState level={2} icon="search" title={t('list.beyond')} text={t('list.beyond-next', { n: result.total, last })} actions={<LinkButton href={hrefOf(query, { page: last })}>{t('list.to-last')}</LinkButton>} />
}
