import { Chip, DescriptionList, EmptyState, PageHead, Prose, SearchBox, Section, Split, Hy, type Entry } from '@modellregion/ui'
import type { SearchResult } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { themeLabel } from '../../dataset/labels.ts'
import { hrefOf, listPath } from '../../dataset/list-query.ts'
import { DatasetPages } from '../../dataset/pages/result.tsx'
import type { DatasetSummary, OrganisationRow } from '../../dataset/schema.ts'
import { FollowLink } from '../../follow/pages/link.tsx'

export type ListedOrganisation = OrganisationRow & { datasets: number }

/** Who publishes: most people look for an office by its name, so the order is the alphabet. */
export function OrganisationListPage({ t, organisations }: { t: T; organisations: readonly ListedOrganisation[] }) {
  if (organisations.length === 0) return <EmptyState level={2} icon="building" title={t('organisation.none')} text={t('organisation.none-next')} />
  return (
    <>
      <PageHead title={t('organisation.title')} lead={t('organisation.count', { n: organisations.length })} />
      <h2 class="mr-vh">{t('organisation.list')}</h2>
      <ul class="mr-list">
        {organisations.map((organisation) => (
          <li key={organisation.id} class="mr-result">
            <h3 class="mr-h3">
              <a href={`/open-data/organisation/${organisation.name}`}>
                <Hy>{organisation.title}</Hy>
              </a>
            </h3>
            {organisation.description ? <p>{organisation.description}</p> : null}
            <ul class="mr-meta">
              <li class="mr-num">{t('list.found', { n: organisation.datasets })}</li>
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

export type OrganisationPageProps = { t: T; now: Date; organisation: OrganisationRow; page: number; result: SearchResult; datasets: readonly DatasetSummary[] }

/** One publisher: how to reach it, what it publishes. */
export function OrganisationPage({ t, now, organisation, page, result, datasets }: OrganisationPageProps) {
  const path = `/open-data/organisation/${organisation.name}`
  const themes = result.facets['theme'] ?? []
  return (
    <>
      <PageHead title={organisation.title} lead={t('list.found', { n: result.total })}>
        <SearchBox action={listPath} label={t('organisation.search')} button={t('list.search')} keep={[{ name: 'organisation', value: organisation.name }]} />
        <FollowLink t={t} kind="organisation" subject={organisation.name} />
      </PageHead>
      <Split>
        <div class="mr-stack-l">
          {organisation.description ? (
            <Section id="description" title={t('organisation.about')}>
              <Prose>
                <p>{organisation.description}</p>
              </Prose>
            </Section>
          ) : null}
          <section aria-labelledby="datasets">
            <h2 id="datasets">{t('organisation.datasets')}</h2>
            <DatasetPages t={t} now={now} datasets={datasets} total={result.total} page={page} href={(to) => (to > 1 ? `${path}?page=${to}` : path)} />
          </section>
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('dataset.glance')}</h2>
          <DescriptionList stacked entries={glance(t, organisation)} />
          {themes.length > 0 ? (
            <>
              <h3>{t('theme.title')}</h3>
              <ul class="mr-chips">
                {themes.map(({ value, count }) => (
                  <li key={value}>
                    <Chip href={hrefOf({ organisation: [organisation.name], theme: [value] })}>{`${themeLabel(value, t.locale)} (${t.format.number(count)})`}</Chip>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </aside>
      </Split>
    </>
  )
}

function glance(t: T, { email, homepage, createdAt }: OrganisationRow): Entry[] {
  const entries: (Entry | undefined)[] = [
    email ? { term: t('dataset.contact'), value: <a href={`mailto:${email.replace(/^mailto:/, '')}`}>{email.replace(/^mailto:/, '')}</a> } : undefined,
    homepage && /^https?:\/\//.test(homepage) ? { term: t('organisation.homepage'), value: <a href={homepage}>{homepage.replace(/^https?:\/\/|\/$/g, '')}</a> } : undefined,
    { term: t('dataset.in-catalogue-since'), value: t.format.date(createdAt) },
  ]
  return entries.filter((entry) => entry !== undefined)
}
