import { DataTable, EmptyState, LinkButton, Note, PageHead, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { ListedSource } from '../schema.ts'

type Props = { t: PageT; sources: readonly ListedSource[]; schools: readonly School[]; done: boolean }

/** Everybody who may deliver measurements, and when they were last heard. */
export function SourceListPage({ t, sources, schools, done }: Props) {
  return (
    <>
      {done ? <Note kind="ok" level={0} role="status" title={t('ingest.source.revoked-done')} /> : null}
      <PageHead title={t('ingest.source.title')} lead={t('ingest.source.lead')}>
        <p class="mr-row">
          <LinkButton href="/smart-school/source/new">{t('ingest.source.new')}</LinkButton>
          <LinkButton href="/smart-school/quarantine" kind="quiet">
            {t('ingest.quarantine.title')}
          </LinkButton>
        </p>
      </PageHead>
      <Stack gap="l">
        <DataTable
          id="sources"
          caption={t('ingest.source.title')}
          hideCaption
          rows={sources}
          rowKey={({ id }) => id}
          empty={<EmptyState level={2} icon="list" title={t('ingest.source.none')} text={t('ingest.source.none-next')} />}
          columns={[
            { key: 'name', head: t('ingest.source.field.name'), rowHead: true, cell: ({ id, name }) => <a href={`/smart-school/source/${id}`}>{name}</a> },
            { key: 'kind', head: t('ingest.source.field.kind'), cell: ({ kind }) => t(`ingest.source.kind.${kind}`) },
            { key: 'school', head: t('ingest.source.field.school'), cell: ({ schoolId }) => (schoolId === null ? t('ingest.source.all-schools') : (schools.find(({ id }) => id === schoolId)?.name ?? schoolId)) },
            { key: 'last', head: t('ingest.source.last'), cell: ({ lastMessageAt }) => (lastMessageAt ? t('ingest.at', { at: lastMessageAt }) : t('ingest.source.never')) },
            { key: 'messages', head: t('ingest.source.messages'), align: 'end', cell: ({ messages }) => t('ingest.count', { count: messages }) },
            { key: 'state', head: t('ingest.source.state'), cell: ({ revokedAt }) => <Tag kind={revokedAt ? 'warn' : 'ok'}>{t(revokedAt ? 'ingest.source.revoked' : 'ingest.source.open')}</Tag> },
          ]}
        />
      </Stack>
    </>
  )
}
