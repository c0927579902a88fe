import { EmptyState, Facets, FilterChips, LinkButton, Note, PageHead, Pagination, ResultList, Row, SearchBox, SortSelect, Split, type FacetGroup } from '@modellregion/ui'
import type { SearchResult } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { reuseClasses, type Entry } from '../../shelf/schema.ts'
import { countFilters, facetNames, hrefOf, hrefWithout, listPath, pageSize, pairsOf, sortOf, type FacetName } from '../rules/list-query.ts'
import { mostPages, type ListQuery } from '../schema.ts'
import { EntryResult } from './result.tsx'
import { facetLabel, type Labels } from './say.ts'

export type ListProps = {
  t: T
  query: ListQuery
  result: SearchResult
  entries: readonly Entry[]
  labels: Labels
  /** When nothing was found: the smallest step back that finds something. */
  loosening?: { without: FacetName | 'filters' | 'words'; query: ListQuery; total: number } | undefined
  may: { edit: boolean }
  /** How the report words the classes. */
  classes: readonly { class: Entry['class']; name: string; text: string }[]
}

/** The catalogue: search, filters, and what the four classes mean. */
export function ReuseList(props: ListProps) {
  const { t, query, may } = props
  return (
    <>
      <PageHead title={t('catalogue.title')} lead={t('catalogue.lead')}>
        <SearchBox
          action={listPath}
          label={t('catalogue.search-label')}
          button={t('catalogue.search')}
          value={query.q}
          keep={keepAll(query, 'q')}
          suggest={{ href: `${listPath}/suggest`, all: t('catalogue.suggest-all'), count: t('catalogue.suggest-count') }}
        />
        <Row>
          {may.edit ? (
            <LinkButton kind="quiet" icon="edit" href="/portfolio/shelf">
              {t('catalogue.to-shelf')}
            </LinkButton>
          ) : null}
          <LinkButton kind="bare" icon="people" href="/portfolio/supplier">
            {t('catalogue.to-suppliers')}
          </LinkButton>
        </Row>
        <Classes t={t} classes={props.classes} />
      </PageHead>
      <Split side="start">
        <CatalogueFacets {...props} />
        <Results {...props} />
      </Split>
    </>
  )
}

/** The four classes in plain words, and as the final report says it. */
function Classes({ t, classes }: Pick<ListProps, 't' | 'classes'>) {
  return (
    <details class="mr-details">
      <summary>{t('catalogue.classes')}</summary>
      <dl class="mr-dl mr-dl--stack">
        {reuseClasses.map((of) => (
          <div key={of}>
            <dt>
              <a href={hrefOf({ class: [of] })}>{t(`catalogue.class.${of}`)}</a>
            </dt>
            <dd>{t(`catalogue.class-text.${of}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="mr-small mr-muted">{t('catalogue.classes-source')}</p>
      <details class="mr-details">
        <summary>{t('catalogue.classes-wording')}</summary>
        {classes.map(({ class: of, name, text }) => (
          <p key={of} lang={t.locale === 'en' ? 'de' : undefined}>
            <strong>{name}</strong>: {text}
          </p>
        ))}
      </details>
    </details>
  )
}

const keepAll = (query: ListQuery, ...without: string[]) => pairsOf(query).filter(([name]) => !without.includes(name)).map(([name, value]) => ({ name, value }))

function CatalogueFacets(props: ListProps) {
  const { t, query } = props
  const active = countFilters(query)
  return (
    <Facets
      action={listPath}
      groups={facetNames.map((name) => group(name, props))}
      keep={keepAll(query, ...facetNames)}
      words={{ title: t('catalogue.filters'), summary: active > 0 ? t('catalogue.filters-active', { n: active }) : t('catalogue.filters'), apply: t('catalogue.filters-apply'), more: t('catalogue.filters-more') }}
    />
  )
}

function group(name: FacetName, { t, query, result, labels }: ListProps): FacetGroup {
  const counts = new Map((result.facets[name] ?? []).map(({ value, count }) => [value, count]))
  for (const chosen of query[name] ?? []) if (!counts.has(chosen)) counts.set(chosen, 0)
  const options = [...counts].map(([value, count]) => ({ value, count, label: facetLabel(t, labels, name, value), checked: query[name]?.includes(value) }))
  return { name, label: t(`catalogue.facet.${name}`), options }
}

function Results(props: ListProps) {
  const { t, query, result, entries, labels } = props
  if (result.total === 0) return <NothingFound {...props} />
  if (entries.length === 0) return <BeyondEnd {...props} />
  const page = query.page ?? 1
  const loose = new Set(result.hits.filter((hit) => hit.loose).map(({ ref }) => ref))
  const firstLoose = entries.findIndex(({ id }) => loose.has(id))
  return (
    <div class="mr-stack">
      <div class="mr-row mr-row--between">
        <h2>{query.q ? t('catalogue.found-for', { n: result.total, query: query.q }) : t('catalogue.found', { n: result.total })}</h2>
        <SortSelect
          action={listPath}
          label={t('catalogue.sort')}
          button={t('catalogue.sort-apply')}
          keep={keepAll(query, 'sort')}
          options={(['relevance', 'newest', 'title'] as const).map((value) => ({ value, label: t(`catalogue.sort-${value}`), selected: value === sortOf(query) }))}
        />
      </div>
      <Chips {...props} />
      {result.corrected.length > 0 ? <Note kind="info" level={0} title={t('catalogue.corrected', { words: result.corrected.map(({ to }) => to).join(', ') })} /> : null}
      {firstLoose === 0 ? <p class="mr-muted">{t('catalogue.loose-only')}</p> : null}
      <ResultList start={(page - 1) * pageSize + 1}>
        {entries.map((entry, at) => (
          <>
            {firstLoose > 0 && at === firstLoose ? (
              <li class="mr-result">
                <p class="mr-muted">{t('catalogue.loose')}</p>
              </li>
            ) : null}
            <EntryResult key={entry.id} t={t} entry={entry} labels={labels} q={query.q} />
          </>
        ))}
      </ResultList>
      <Pagination
        label={t('catalogue.pages')}
        page={page}
        pages={lastPage(result.total)}
        href={(to) => hrefOf(query, { page: to })}
        words={{ page: t('catalogue.page'), next: t('catalogue.next'), previous: t('catalogue.previous') }}
      />
      <Row>
        <a class="mr-inline" href={hrefOf(query, {}, '/portfolio/reuse.csv')}>
          {t('catalogue.as-csv')}
        </a>
        <a class="mr-inline" href={hrefOf(query, {}, '/portfolio/reuse.atom')}>
          {t('catalogue.as-atom')}
        </a>
      </Row>
    </div>
  )
}

function Chips({ t, query, labels }: ListProps) {
  const chips = facetNames.flatMap((name) => (query[name] ?? []).map((value) => ({ label: `${t(`catalogue.facet.${name}`)}: ${facetLabel(t, labels, name, value)}`, href: hrefWithout(query, name, value) })))
  return <FilterChips chips={chips} words={{ remove: t('catalogue.filter-remove'), removeAll: t('catalogue.filters-clear') }} removeAllHref={hrefOf(query.q ? { q: query.q } : {})} />
}

function NothingFound({ t, query, loosening, may }: ListProps) {
  const asked = pairsOf(query).some(([name]) => name !== 'sort')
  if (!asked) return <EmptyState level={2} icon="box" title={t('catalogue.empty')} text={may.edit ? t('catalogue.empty-staff') : t('catalogue.empty-next')} />
  return (
    <EmptyState
      level={2}
      icon="search"
      title={query.q ? t('catalogue.nothing-for', { query: query.q }) : t('catalogue.nothing')}
      text={loosening ? loosened(t, loosening) : t('catalogue.nothing-next')}
      actions={
        <>
          {loosening ? <LinkButton href={hrefOf(loosening.query)}>{t('catalogue.found-more', { n: loosening.total })}</LinkButton> : null}
          <LinkButton kind={loosening ? 'quiet' : 'primary'} href={listPath}>
            {t('catalogue.show-all')}
          </LinkButton>
        </>
      }
    />
  )
}

function loosened(t: T, { without, total }: NonNullable<ListProps['loosening']>): string {
  if (without === 'words') return t('catalogue.without-words', { n: total })
  return without === 'filters' ? t('catalogue.without-filters', { n: total }) : t('catalogue.without', { filter: t(`catalogue.facet.${without}`), n: total })
}

const lastPage = (total: number): number => Math.min(mostPages, Math.ceil(total / pageSize))

function BeyondEnd({ t, query, result }: ListProps) {
  const last = Math.max(1, lastPage(result.total))
  return <EmptyState level={2} icon="search" title={t('catalogue.beyond')} text={t('catalogue.beyond-next', { n: result.total, last })} actions={<LinkButton href={hrefOf(query, { page: last })}>{t('catalogue.to-last')}</LinkButton>} />
}
