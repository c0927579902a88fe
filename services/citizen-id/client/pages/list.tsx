import { DataTable, LinkButton, Note, PageHead, Row, Section, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Client } from '../schema.ts'

type Props = { t: PageT; clients: readonly Client[]; fromFile: readonly { client_id: string; office: string | undefined; refused: string | undefined }[]; issuer: string; /** The invented service of a demonstration. */ trial: string | undefined }

export function ClientListPage({ t, clients, fromFile, issuer, trial }: Props) {
  return (
    <>
      <PageHead title={t('client.title')} lead={t('client.lead')} />
      <Stack gap="l">
        <Note title={t('client.issuer')} level={2}>
          <p>
            <code>{issuer}</code>
          </p>
          <p>
            <a href={`${issuer}/.well-known/openid-configuration`}>{t('client.discovery')}</a>
          </p>
        </Note>
        <Row>
          <LinkButton href="/citizen-id/clients/new" icon="plus">
            {t('client.new')}
          </LinkButton>
        </Row>
        <DataTable
          id="client-list"
          caption={t('client.title')}
          hideCaption
          rows={clients}
          rowKey={({ clientId }) => clientId}
          empty={<p>{t('client.none')}</p>}
          columns={[
            { key: 'office', head: t('client.field.office'), rowHead: true, cell: ({ clientId, office }) => <a href={`/citizen-id/clients/${clientId}`}>{office}</a> },
            { key: 'purpose', head: t('client.field.purpose'), cell: ({ purpose }) => purpose },
            { key: 'id', head: t('client.id'), cell: ({ clientId }) => <code>{clientId}</code> },
            { key: 'since', head: t('client.since'), nowrap: true, cell: ({ createdAt }) => t.format.date(createdAt, 'medium') },
            { key: 'state', head: t('client.state'), cell: ({ disabledAt }) => <Tag kind={disabledAt === null ? 'ok' : 'plain'}>{t(disabledAt === null ? 'client.on' : 'client.off')}</Tag> },
          ]}
        />
        {trial === undefined ? null : (
          <p>
            {t('client.trial')} <a href={trial}>{t('client.trial-link')}</a>
          </p>
        )}
        {fromFile.length === 0 ? null : (
          <Section title={t('client.from-file')} id="from-file">
            <p>{t('client.from-file-lead')}</p>
            <ul>
              {fromFile.map(({ client_id, office, refused }) => (
                <li key={client_id}>
                  <code>{client_id}</code> {office} {refused === undefined ? null : <Tag kind="bad">{t('client.error.refused', { reason: refused })}</Tag>}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
    </>
  )
}
