import { DescriptionList, EmptyState, LinkButton, PageHead, ResultList, Row, Section, Split, type Entry } from '@modellregion/ui'
import { DatasetResult } from '../../dataset/pages/result.tsx'
import type { DatasetSummary } from '../../dataset/schema.ts'
import type { T } from '../../locales/index.ts'
import { formatOfUri, labelOfUri } from '../labels.ts'
import type { Kind, SeriesEntry, ServiceEntry } from '../schema.ts'

export type EntryPageProps = { t: T; now: Date; kind: Kind; entry: SeriesEntry | ServiceEntry; members: readonly DatasetSummary[]; mayWrite: boolean }

/** A series with its datasets in their order, or a data service with what it serves. */
export function EntryPage(props: EntryPageProps) {
  const { t, now, kind, entry, members, mayWrite } = props
  return (
    <>
      <PageHead title={entry.title} lead={entry.document.description['de']}>
        {mayWrite ? (
          <Row>
            <LinkButton kind="quiet" href={`/open-data/${kind}/${entry.name}/edit`}>
              {t('series.edit')}
            </LinkButton>
            <LinkButton kind="bare" href={`/open-data/${kind}/${entry.name}/delete`}>
              {t(`series.${kind}.delete`)}
            </LinkButton>
          </Row>
        ) : null}
      </PageHead>
      <Split>
        <Section id="members" title={t(`series.${kind}.members`, { n: members.length })}>
          {members.length === 0 ? (
            <EmptyState level={3} icon="data" title={t(`series.${kind}.empty`)} text={t(`series.${kind}.empty-next`)} />
          ) : (
            <ResultList>
              {members.map((dataset) => (
                <DatasetResult key={dataset.id} t={t} dataset={dataset} now={now} />
              ))}
            </ResultList>
          )}
        </Section>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('dataset.glance')}</h2>
          <DescriptionList stacked entries={glance(props)} />
        </aside>
      </Split>
    </>
  )
}

function glance({ t, entry }: EntryPageProps): Entry[] {
  const { document } = entry
  const contact = document.contactPoint[0]
  const service = 'endpointURL' in document ? document : undefined
  const link = (address: string) => <a key={address} href={address}>{address}</a>
  const entries: (Entry | undefined)[] = [
    { term: t('dataset.publisher'), value: entry.organisation },
    'accrualPeriodicity' in document && document.accrualPeriodicity ? { term: t('dataset.frequency'), value: labelOfUri(document.accrualPeriodicity, t.locale) } : undefined,
    service ? { term: t('series.field.endpointURL'), value: service.endpointURL.map(link) } : undefined,
    service && service.endpointDescription.length > 0 ? { term: t('series.field.endpointDescription'), value: service.endpointDescription.map(link) } : undefined,
    service && service.page.length > 0 ? { term: t('series.field.page'), value: service.page.map(link) } : undefined,
    service && service.format.length > 0 ? { term: t('list.facet.format'), value: service.format.map((uri) => formatOfUri(uri)).join(', ') } : undefined,
    service?.license ? { term: t('dataset.licence'), value: labelOfUri(service.license, t.locale) } : undefined,
    (document.hvdCategory?.length ?? 0) > 0 ? { term: t('dataset.high-value-of'), value: (document.hvdCategory ?? []).map((uri) => labelOfUri(uri, t.locale)).join(', ') } : undefined,
    contact?.email ? { term: t('dataset.contact'), value: <a href={`mailto:${contact.email}`}>{contact.email}</a> } : undefined,
    { term: t('dataset.modified'), value: t.format.date(entry.changedAt) },
  ]
  return entries.filter((one) => one !== undefined)
}
