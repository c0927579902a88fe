import { Card, CopyText, DescriptionList, EmptyState, Grid, Island, KeyFigure, LinkButton, MoreLink, PageHead, ResultList, Row, SearchBox, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { listPath } from '../../dataset/list-query.ts'
import { DatasetResult } from '../../dataset/pages/result.tsx'
import type { DatasetSummary } from '../../dataset/schema.ts'
import { EasyText } from './easy-text.tsx'
import { ShowcaseCards } from '../../showcase/pages/cards.tsx'
import type { Showcase } from '../../showcase/schema.ts'
import { ThemeGrid } from '../../theme/pages/grid.tsx'

export type HomeProps = {
  t: T
  now: Date
  town: string
  origin: string
  themes: ReadonlyMap<string, number>
  newest: readonly DatasetSummary[]
  figures: { datasets: number; publishers: number; files: number }
  changed: number
  showcases: readonly Showcase[]
  /** Where the person's own work on the data begins, for staff. */
  work: string | undefined
}

/** The way into the open data of a town: search, themes, what is new, what others made of it, how to take part, and the addresses for programs. */
export function HomePage(props: HomeProps) {
  const { t, figures } = props
  return (
    <>
      <PageHead title={t('home.title', { town: props.town })} lead={t.locale === 'de-x-leicht' ? undefined : t('home.lead')}>
        <EasyText t={t} name="home.easy" />
        <SearchBox
          action={listPath}
          label={t('list.search-label')}
          button={t('list.search')}
          suggest={{ href: '/open-data/suggest', all: t('list.suggest-all'), count: t('list.suggest-count') }}
        />
      </PageHead>
      <Figures {...props} />
      {figures.datasets === 0 ? <EmptyState level={2} icon="data" title={t('home.empty')} text={t('home.empty-next')} /> : <Catalogue {...props} />}
      <TakePart t={t} />
      <Developers {...props} />
    </>
  )
}

function Catalogue(props: HomeProps) {
  const { t, themes, newest, showcases, now } = props
  return (
    <>
      <Section id="themes" title={t('theme.title')}>
        <ThemeGrid t={t} counts={themes} />
      </Section>
      <Section id="newest" title={t('home.newest')}>
        <Stack>
          <ResultList>
            {newest.map((dataset) => (
              <DatasetResult key={dataset.id} t={t} dataset={dataset} now={now} />
            ))}
          </ResultList>
          <p>
            <MoreLink href={`${listPath}?sort=newest`}>{t('home.all-datasets')}</MoreLink>
          </p>
        </Stack>
      </Section>
      {showcases.length > 0 ? (
        <Section id="showcases" title={t('showcase.made-of')}>
          <Stack>
            <ShowcaseCards t={t} showcases={showcases} />
            <p>
              <MoreLink href="/open-data/showcase">{t('showcase.all')}</MoreLink>
            </p>
          </Stack>
        </Section>
      ) : null}
    </>
  )
}

function Figures({ t, figures, changed, work }: HomeProps) {
  const number = (value: number) => t.format.number(value)
  return (
    <Stack gap="m">
      <div class="mr-tiles">
        <KeyFigure value={number(figures.datasets)} label={t('home.datasets')} />
        <KeyFigure value={number(figures.publishers)} label={t('home.publishers')} />
        <KeyFigure value={number(figures.files)} label={t('home.files')} />
        <KeyFigure value={number(changed)} label={t('home.changed')} />
      </div>
      <EasyText t={t} name="home.easy-use" />
      <Row>
        <LinkButton kind="quiet" icon="building" href="/open-data/organisation">
          {t('organisation.title')}
        </LinkButton>
        <LinkButton kind="quiet" icon="data" href="/open-data/statistics">
          {t('statistics.title')}
        </LinkButton>
        <LinkButton kind="quiet" icon="permit" href="/open-data/licence">
          {t('licence.title')}
        </LinkButton>
        {work === undefined ? null : (
          <LinkButton kind="quiet" icon="work" href={work}>
            {t('home.work')}
          </LinkButton>
        )}
      </Row>
    </Stack>
  )
}

/** What people do beside reading: ask for what is missing, be told what is new, see what became of a wish. */
function TakePart({ t }: { t: T }) {
  return (
    <Section id="take-part" title={t('home.take-part')}>
      <Grid>
        <Card level={3} title={t('request.ask')} href="/open-data/request">
          <p>{t('home.ask-text')}</p>
        </Card>
        <Card level={3} title={t('follow.title')} href="/open-data/theme">
          <p>{t('home.follow-text')}</p>
        </Card>
        <Card level={3} title={t('request.chain.title')} href="/open-data/chain">
          <p>{t('home.chain-text')}</p>
        </Card>
      </Grid>
    </Section>
  )
}

const syntaxes = [
  ['ttl', 'Turtle'],
  ['rdf', 'RDF/XML'],
  ['jsonld', 'JSON-LD'],
] as const

function Developers({ t, origin }: HomeProps) {
  const copy = (path: string, label: string) => <Island name="copy-text" of={CopyText} props={{ text: `${origin}${path}`, label, words: { copy: t('home.copy'), copied: t('home.copied') } }} />
  return (
    <Section id="developers" title={t('home.developers')}>
      <Stack>
        <p>{t('home.developers-lead')}</p>
        <DescriptionList
          entries={[
            { term: t('home.ckan'), value: copy('/api/3/action/package_search', t('home.ckan')) },
            { term: t('home.catalogue'), value: <Stack gap="s">{syntaxes.map(([extension, name]) => <div key={extension}>{copy(`/catalog.${extension}`, name)}</div>)}</Stack> },
            { term: t('home.feed'), value: copy('/open-data/feed.atom', t('home.feed')) },
            { term: t('home.openapi'), value: copy('/openapi.json', t('home.openapi')) },
          ]}
        />
        <p>
          <a href="/api">{t('home.api-page')}</a>
        </p>
      </Stack>
    </Section>
  )
}
