import { DataTable, EmptyState, LinkButton, PageHead, Row, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { eventPath } from '../rules/reference.ts'
import type { Registration, TransferEvent } from '../schema.ts'
import { whenOf } from '../when.ts'

/** Who comes and who waits, for the organiser. */
export function RegistrationsPage({ t, event, registrations, keptDays }: { t: PageT; event: TransferEvent; registrations: readonly Registration[]; keptDays: number }) {
  return (
    <>
      <PageHead title={t('network.registrations.of', { title: event.title })} lead={whenOf(t, event)}>
        <Row>
          <LinkButton kind="quiet" icon="download" href={`${eventPath(event.id)}/registration.csv`}>
            {t('network.registrations.csv')}
          </LinkButton>
          <LinkButton kind="bare" href={eventPath(event.id)}>
            {t('network.register.back')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack gap="l">
        <DataTable
          id="registrations"
          caption={t.count('network.registrations.count', registrations.length)}
          captionNote={t('network.registrations.kept', { days: keptDays })}
          rows={registrations}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', head: t('network.register.field.name'), cell: ({ name }) => name, rowHead: true },
            { key: 'organisation', head: t('network.register.field.organisation'), cell: ({ organisation }) => organisation },
            { key: 'email', head: t('network.register.field.email'), cell: ({ email }) => <a href={`mailto:${email}`}>{email}</a> },
            { key: 'needs', head: t('network.register.field.needs'), cell: ({ needs }) => needs ?? '–' },
            { key: 'state', head: t('network.registrations.state'), cell: ({ state }) => <Tag kind={state === 'confirmed' ? 'ok' : 'warn'}>{t(state === 'confirmed' ? 'network.registrations.seat' : 'network.registrations.waiting')}</Tag> },
            { key: 'at', head: t('network.registrations.since'), cell: ({ confirmedAt }) => (confirmedAt === null ? '–' : t.format.date(confirmedAt, 'medium')), nowrap: true },
          ]}
          empty={<EmptyState level={2} icon="people" title={t('network.registrations.none')} text={t('network.registrations.none-next')} />}
        />
      </Stack>
    </>
  )
}
