import { Button, DataTable, DateField, DescriptionList, EmptyState, Form, FormEnd, LinkButton, MoreLink, Row, SearchBox, Section, Select, Tag, TextField } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { Account, RoleGrant } from '../../identity/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Errors } from '../../forms/errors.ts'
import type { Typed } from '../../forms/index.ts'
import { typedOf } from '../../forms/typed.ts'
import { Console } from './console.tsx'
import { PeopleTabs } from './people-tabs.tsx'

export const roleName = (t: Say<KernelWords>, { role, organisation }: Pick<RoleGrant, 'role' | 'organisation'>): string => {
  const name = t.find(`identity.role.${role}`) ?? role
  return organisation === undefined ? name : `${name} (${organisation})`
}

/** The role with its end and with whom the person stands in for; `names` of those people by account. */
export const roleInFull = (t: Say<KernelWords>, grant: RoleGrant, names: ReadonlyMap<string, string> = new Map()): string => {
  const { deputyFor, until } = grant
  const role = roleName(t, grant)
  const name = deputyFor === undefined ? undefined : names.get(deputyFor)
  const held = deputyFor === undefined ? role : name === undefined ? t('admin.deputy', { role }) : t('admin.deputy-for', { role, name })
  return until === undefined ? held : t('admin.role-until', { role: held, until: new Date(until) })
}

type ListProps = { t: Say<KernelWords>; people: readonly Account[]; query: string; next: string | undefined; waiting: number; due: number }

export function PeoplePage({ t, people, query, next, waiting, due }: ListProps) {
  return (
    <Console t={t} title={t('admin.people')} actions={<SearchBox action="/admin/people" label={t('admin.people-search')} button={t('search.submit')} value={query} />}>
      <PeopleTabs t={t} current="people" waiting={waiting} due={due} />
      <DataTable
        id="people"
        kind="work"
        caption={t('admin.people')}
        hideCaption
        rows={people}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon="people" title={t('admin.people')} text={t('admin.people-none')} />}
        columns={[
          { key: 'name', head: t('admin.person'), rowHead: true, cell: (person) => <a href={`/admin/people/${person.id}`}>{person.name}</a> },
          { key: 'roles', head: t('admin.person-roles'), cell: ({ roles }) => t.format.list(roles.map((grant) => roleInFull(t, grant))) },
          { key: 'seen', head: t('admin.person-last-seen'), nowrap: true, cell: ({ lastSeenAt }) => t.format.date(lastSeenAt, 'medium') },
          { key: 'state', head: t('admin.note'), cell: ({ disabledAt }) => (disabledAt ? <Tag kind="warn">{t('admin.person-disabled')}</Tag> : null) },
        ]}
      />
      {next === undefined ? null : (
        <p>
          <MoreLink href={next}>{t('admin.people-next')}</MoreLink>
        </p>
      )}
    </Console>
  )
}

type Props = {
  t: Say<KernelWords>
  csrf: string
  person: Account
  roles: readonly string[]
  /** Names of the people whom this person stands in for, by account. */
  names: ReadonlyMap<string, string>
  typed: Typed
  errors: Errors
  done: string | undefined
}

/** What one person may do, and the door. */
export function PersonPage({ t, csrf, person, roles, names, typed, errors, done }: Props) {
  const at = `/admin/people/${person.id}`
  const entries = [
    ...(person.email === null ? [] : [{ term: t('identity.account-mail'), value: person.email }]),
    { term: t('identity.account-since'), value: t.format.date(person.createdAt) },
    { term: t('admin.person-last-seen'), value: t.format.dateTime(person.lastSeenAt) },
  ]
  return (
    <Console t={t} title={person.name} errors={errors} done={done} actions={person.disabledAt ? <Row><Tag kind="warn">{t('admin.person-disabled')}</Tag></Row> : null}>
      <DescriptionList entries={entries} />
      <Section id="roles" title={t('admin.person-roles')}>
        {person.roles.length === 0 ? <p>{t('identity.account-no-roles')}</p> : null}
        <ul class="mr-list">
          {person.roles.map((grant) => (
            <li key={`${grant.role} ${grant.organisation ?? ''} ${grant.deputyFor ?? ''}`}>
              <Form action={`${at}/revoke`} csrf={csrf} bare hidden={{ role: grant.role, ...(grant.organisation !== undefined && { organisation: grant.organisation }), ...(grant.deputyFor !== undefined && { deputyFor: grant.deputyFor }) }}>
                <Row between>
                  <span>{roleInFull(t, grant, names)}</span>
                  <Button kind="quiet" small id={`revoke-${grant.role}-${grant.organisation ?? ''}-${grant.deputyFor ?? ''}`}>
                    {t(grant.deputyFor === undefined ? 'admin.role-revoke' : 'admin.role-delegation-end', { role: roleName(t, grant) })}
                  </Button>
                </Row>
              </Form>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="grant" title={t('admin.role-grant')}>
        <Form action={`${at}/grant`} csrf={csrf}>
          <Select name="role" label={t('admin.role-new')} empty={t('forms.please-choose')} error={errors['role']} value={typedOf(typed, 'role')} choices={roles.map((role) => ({ value: role, label: roleName(t, { role }) }))} />
          <TextField name="organisation" label={t('admin.role-organisation')} hint={t('admin.role-organisation-hint')} optional={t('form.optional')} error={errors['organisation']} value={typedOf(typed, 'organisation')} width={20} maxLength={100} />
          <DateField
            name="until"
            label={t('admin.role-end')}
            hint={t('admin.role-end-hint')}
            optional={t('form.optional')}
            words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }}
            value={{ day: typedOf(typed, 'until-day'), month: typedOf(typed, 'until-month'), year: typedOf(typed, 'until-year') }}
            error={errors['until']}
          />
          <TextField name="reason" label={t('admin.role-reason')} hint={t('admin.role-reason-hint')} optional={t('form.optional')} error={errors['reason']} value={typedOf(typed, 'reason')} maxLength={500} />
          <FormEnd>
            <Button>{t('admin.role-grant')}</Button>
            <LinkButton kind="bare" href="/admin/people">
              {t('action.back')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Section>
      <Form action={`${at}/${person.disabledAt ? 'enable' : 'disable'}`} csrf={csrf} bare>
        <Button kind={person.disabledAt ? 'quiet' : 'danger'}>{person.disabledAt ? t('admin.person-enable') : t('admin.person-disable')}</Button>
      </Form>
    </Console>
  )
}
