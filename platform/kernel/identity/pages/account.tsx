import { Button, DataTable, DescriptionList, Form, MoreLink, PageHead, Row, Section, Stack, Tag, type Column } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { LevelOfAssurance, RoleGrant } from '../actor.ts'
import type { Account } from '../queries/account.ts'
import type { OwnSession } from '../queries/session.ts'

type Props = {
  t: Say<KernelWords>
  csrf: string
  account: Account
  sessions: readonly OwnSession[]
  /** Id of the session that shows this page. */
  current: string | undefined
  level: LevelOfAssurance
}

export function AccountPage({ t, csrf, account, sessions, current, level }: Props) {
  const entries = [
    { term: t('identity.account-name'), value: account.name },
    ...(account.email === null ? [] : [{ term: t('identity.account-mail'), value: account.email }]),
    { term: t('identity.account-since'), value: t.format.date(account.createdAt) },
    { term: t('identity.level'), value: t(`identity.level.${level}`) },
    { term: t('identity.account-roles'), value: account.roles.length === 0 ? t('identity.account-no-roles') : t.format.list(account.roles.map((grant) => roleName(t, grant))) },
  ]
  return (
    <>
      <PageHead title={t('identity.account')} />
      <Stack gap="l">
        <DescriptionList entries={entries} />
        <MoreLink href="/account/data">{t('identity.account-data')}</MoreLink>
        <Section title={t('identity.sessions')} id="sessions">
          <Stack gap="m">
            <p>{t('identity.sessions-lead')}</p>
            <DataTable id="session-list" caption={t('identity.sessions-list')} hideCaption columns={columnsOf(t, csrf, current, sessions)} rows={sessions} rowKey={({ id }) => id} />
            <Row>
              <Form action="/sign-out" csrf={csrf} bare>
                <Button>{t('session.sign-out')}</Button>
              </Form>
              <Form action="/sign-out/everywhere" csrf={csrf} bare>
                <Button kind="quiet">{t('identity.sign-out-everywhere')}</Button>
              </Form>
            </Row>
            <p class="mr-small mr-muted">{t('identity.sign-out-everywhere-hint')}</p>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

function columnsOf(t: Say<KernelWords>, csrf: string, current: string | undefined, sessions: readonly OwnSession[]): readonly Column<OwnSession>[] {
  const device = (session: OwnSession) => session.device || t('identity.device.unknown')
  const named = (session: OwnSession) => `${device(session)}, ${t.format.dateTime(session.createdAt)}`
  // Two that began in the same minute are told apart by their place.
  const uniquely = (session: OwnSession) => {
    const alike = sessions.filter((other) => named(other) === named(session))
    return alike.length > 1 ? `${named(session)} (${t.format.number(alike.indexOf(session) + 1)})` : named(session)
  }
  return [
    { key: 'device', head: t('identity.session-device'), cell: device, rowHead: true },
    { key: 'since', head: t('identity.session-since'), cell: ({ createdAt }) => t.format.dateTime(createdAt), nowrap: true },
    { key: 'seen', head: t('identity.session-seen'), cell: ({ lastSeenAt }) => t.format.dateTime(lastSeenAt), nowrap: true },
    {
      key: 'end',
      head: t('identity.session-end'),
      cell: (session) =>
        session.id === current ? (
          <Tag kind="ok">{t('identity.session-this')}</Tag>
        ) : (
          <Form action={`/account/sessions/${session.id}/end`} csrf={csrf} bare label={uniquely(session)}>
            <Button kind="quiet" small>
              {t('identity.session-end')}
            </Button>
          </Form>
        ),
    },
  ]
}

const roleName = (t: Say<KernelWords>, { role, organisation }: RoleGrant): string => {
  const name = t.find(`identity.role.${role}`) ?? role
  return organisation === undefined ? name : `${name} (${organisation})`
}
