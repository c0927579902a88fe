import { Button, DataTable, Form, Note, PageHead, Stack, Tag, type Column } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Level } from '../../person/schema.ts'

type Shown = { uid: string; /** Browser and system, when the person has been at the town with it. */ device: string; level: Level; signedInAt: Date | null; expiresAt: Date; services: readonly string[]; current: boolean; endable: boolean }

export function SessionsPage({ t, csrf, sessions, done }: { t: PageT; csrf: string; sessions: readonly Shown[]; done: boolean }) {
  return (
    <>
      <PageHead title={t('cockpit.sessions-title')} lead={t('cockpit.sessions-lead')} />
      <Stack gap="l">
        {done ? <Note kind="ok" role="status" level={0} title={t('cockpit.session-ended')} /> : null}
        <DataTable id="sessions" caption={t('cockpit.sessions-title')} hideCaption columns={columnsOf(t, csrf, sessions)} rows={sessions} rowKey={({ uid }) => uid} empty={<p>{t('cockpit.sessions-none')}</p>} />
        <Stack gap="s">
          <Form action="/citizen-id/sessions/end-all" csrf={csrf} bare>
            <Button kind="danger">{t('cockpit.sessions-end-all')}</Button>
          </Form>
          <p class="mr-small mr-muted">{t('cockpit.sessions-end-all-hint')}</p>
        </Stack>
      </Stack>
    </>
  )
}

function columnsOf(t: PageT, csrf: string, sessions: readonly Shown[]): Column<Shown>[] {
  const since = ({ signedInAt, expiresAt }: Shown) => (signedInAt === null ? t('cockpit.session-until', { at: expiresAt }) : t.format.dateTime(signedInAt))
  // Two that began in the same minute are told apart by their place.
  const uniquely = (session: Shown) => {
    const alike = sessions.filter((other) => since(other) === since(session))
    const named = t('cockpit.session-end-one', { since: since(session) })
    return alike.length > 1 ? `${named} (${t.format.number(alike.indexOf(session) + 1)})` : named
  }
  return [
    { key: 'device', head: t('cockpit.session-device'), cell: ({ device }) => device || t('cockpit.session-device-unknown'), rowHead: true },
    { key: 'since', head: t('cockpit.session-since'), cell: since },
    { key: 'level', head: t('cockpit.column.level'), cell: ({ level }) => t(`level.${level}`) },
    { key: 'services', head: t('cockpit.session-services'), cell: ({ services }) => (services.length === 0 ? t('cockpit.session-no-services') : t.format.list(services)) },
    {
      key: 'end',
      head: t('cockpit.session-end'),
      cell: (session) =>
        session.current ? (
          <Tag kind="ok">{t('cockpit.session-this')}</Tag>
        ) : session.endable ? (
          <Form action={`/citizen-id/sessions/${session.uid}/end`} csrf={csrf} bare label={uniquely(session)}>
            <Button kind="quiet" small>
              {t('cockpit.session-end')}
            </Button>
          </Form>
        ) : (
          t('cockpit.session-until', { at: session.expiresAt })
        ),
    },
  ]
}
