import { Button, DataTable, DescriptionList, ErrorSummary, Form, FormEnd, Note, PageHead, Radios, Section, Select, Stack, Tag, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Mapping, Token } from '../schema.ts'

type Props = {
  t: PageT
  csrf: string
  tokens: readonly Token[]
  mappings: readonly Mapping[]
  groups: readonly { label: string; members: number }[]
  users: { active: number; inactive: number }
  roles: readonly string[]
  /** Address that the directory asks. */
  base: string
  now: Date
  typed: Typed
  errors: FormErrors
  done: string | undefined
  /** A token that was just made; it is shown this once. */
  token: string | undefined
}

/** Where a town connects its staff directory: address, keys, and what groups may do. */
export function DirectoryPage({ t, csrf, tokens, mappings, groups, users, roles, base, now, typed, errors, done, token }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const roleName = (role: string, organisation = ''): string => {
    const name = t.find(`identity.role.${role}`) ?? role
    return organisation === '' ? name : `${name} (${organisation})`
  }
  const isOpen = ({ revokedAt, expiresAt }: Token): boolean => revokedAt === null && expiresAt > now
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {done === undefined ? null : <Note kind="ok" level={0} role="status" title={done} />}
      <PageHead title={t('scim.title')} lead={t('scim.lead')} />
      <Stack gap="l">
        {token === undefined ? null : (
          <Note kind="warn" level={2} title={t('scim.token-once')}>
            <p>
              <code>{token}</code>
            </p>
          </Note>
        )}
        <DescriptionList
          entries={[
            { term: t('scim.address'), value: <code>{base}</code> },
            { term: t('scim.users'), value: t('scim.users-count', users) },
          ]}
        />
        <Section id="mappings" title={t('scim.mappings')}>
          <Stack gap="m">
            <p>{t('scim.mappings-lead')}</p>
            <DataTable
              id="mapping-list"
              caption={t('scim.mappings-table')}
              hideCaption
              rows={mappings}
              rowKey={({ id }) => id}
              empty={<p>{t('scim.mappings-none')}</p>}
              columns={[
                { key: 'group', head: t('scim.field.group'), rowHead: true, cell: ({ label }) => label },
                { key: 'role', head: t('scim.field.role'), cell: ({ role, organisation }) => roleName(role, organisation) },
                {
                  key: 'remove',
                  head: t('scim.action'),
                  cell: ({ id, label, role }) => (
                    <Form action={`/citizen-id/scim/mapping/${id}/remove`} csrf={csrf} bare label={t('scim.mapping-remove-one', { group: label, role: roleName(role) })}>
                      <Button kind="quiet" small id={`remove-${id}`}>
                        {t('scim.mapping-remove')}
                      </Button>
                    </Form>
                  ),
                },
              ]}
            />
            {groups.length === 0 ? null : <p class="mr-small mr-muted">{t('scim.groups-known', { groups: groups.map(({ label, members }) => t('scim.group-size', { label, members })) })}</p>}
            <Form action="/citizen-id/scim/mapping" csrf={csrf}>
              <TextField name="group" label={t('scim.field.group')} hint={t('scim.hint.group')} value={typedOf(typed, 'group')} error={errors['group']} maxLength={200} />
              <Select name="role" label={t('scim.field.role')} empty={t('forms.please-choose')} value={typedOf(typed, 'role')} error={errors['role']} choices={roles.map((role) => ({ value: role, label: roleName(role) }))} />
              <TextField name="organisation" label={t('admin.role-organisation')} hint={t('admin.role-organisation-hint')} optional={t('form.optional')} value={typedOf(typed, 'organisation')} error={errors['organisation']} width={20} maxLength={100} />
              <FormEnd>
                <Button>{t('scim.mapping-add')}</Button>
              </FormEnd>
            </Form>
          </Stack>
        </Section>
        <Section id="tokens" title={t('scim.tokens')}>
          <Stack gap="m">
            <p>{t('scim.tokens-lead')}</p>
            <DataTable
              id="token-list"
              caption={t('scim.tokens-table')}
              hideCaption
              rows={tokens}
              rowKey={({ id }) => id}
              empty={<p>{t('scim.tokens-none')}</p>}
              columns={[
                { key: 'label', head: t('scim.field.label'), rowHead: true, cell: ({ label }) => label },
                { key: 'scope', head: t('scim.field.scope'), cell: ({ scope }) => t(`scim.scope.${scope}`) },
                { key: 'used', head: t('scim.token-used'), nowrap: true, cell: ({ lastUsedAt }) => (lastUsedAt ? t.format.dateTime(lastUsedAt) : t('scim.token-unused')) },
                { key: 'until', head: t('scim.token-until'), nowrap: true, cell: ({ expiresAt }) => t.format.date(expiresAt, 'medium') },
                {
                  key: 'state',
                  head: t('scim.action'),
                  cell: (one) =>
                    isOpen(one) ? (
                      <Form action={`/citizen-id/scim/token/${one.id}/revoke`} csrf={csrf} bare label={t('scim.token-revoke-one', { label: one.label })}>
                        <Button kind="danger" small id={`revoke-${one.id}`}>
                          {t('scim.token-revoke')}
                        </Button>
                      </Form>
                    ) : (
                      <Tag>{t(one.revokedAt === null ? 'scim.token-over' : 'scim.token-revoked')}</Tag>
                    ),
                },
              ]}
            />
            <Form action="/citizen-id/scim/token" csrf={csrf}>
              <TextField name="label" label={t('scim.field.label')} hint={t('scim.hint.label')} value={typedOf(typed, 'label')} error={errors['label']} maxLength={80} />
              <Radios name="scope" label={t('scim.field.scope')} value={typedOf(typed, 'scope') || 'write'} error={errors['scope']} choices={(['write', 'read'] as const).map((scope) => ({ value: scope, label: t(`scim.scope.${scope}`) }))} />
              <Radios name="days" label={t('scim.field.days')} value={typedOf(typed, 'days') || '180'} error={errors['days']} choices={(['90', '180', '365'] as const).map((days) => ({ value: days, label: t('scim.days', { days: Number(days) }) }))} />
              <FormEnd>
                <Button kind="quiet">{t('scim.token-make')}</Button>
              </FormEnd>
            </Form>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}
