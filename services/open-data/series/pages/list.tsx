import { EmptyState, LinkButton, PageHead, Result, ResultList, Row, Section } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Kind, SeriesEntry, ServiceEntry } from '../schema.ts'

export type SeriesListProps = { t: T; series: readonly SeriesEntry[]; services: readonly ServiceEntry[]; mayWrite: boolean }

/** What belongs together, and the interfaces through which programs get data: of the town's own. */
export function SeriesListPage({ t, series, services, mayWrite }: SeriesListProps) {
  return (
    <>
      <PageHead title={t('series.title')} lead={t('series.lead')}>
        {mayWrite ? (
          <Row>
            <LinkButton href="/open-data/series/new">{t('series.series.new')}</LinkButton>
            <LinkButton kind="quiet" href="/open-data/service/new">
              {t('series.service.new')}
            </LinkButton>
          </Row>
        ) : null}
      </PageHead>
      <div class="mr-stack-l">
        <Entries t={t} kind="series" entries={series} />
        <Entries t={t} kind="service" entries={services} />
      </div>
    </>
  )
}

function Entries({ t, kind, entries }: { t: T; kind: Kind; entries: readonly (SeriesEntry | ServiceEntry)[] }) {
  return (
    <Section id={kind} title={t(`series.${kind}.all`)}>
      {entries.length === 0 ? (
        <EmptyState level={3} icon="data" title={t(`series.${kind}.none`)} text={t(`series.${kind}.none-next`)} />
      ) : (
        <ResultList>
          {entries.map(({ id, name, title, organisation, document }) => (
            <Result key={id} href={`/open-data/${kind}/${name}`} title={title} summary={document.description['de']} meta={[{ text: organisation }]} />
          ))}
        </ResultList>
      )}
    </Section>
  )
}
