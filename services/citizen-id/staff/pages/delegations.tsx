import { Button, Card, DateField, DescriptionList, EmptyState, ErrorSummary, Form, FormEnd, Note, PageHead, Section, Select, Stack, Tag, TextField } from '@modellregion/ui'
import { typedOf, type Delegation, type FormErrors, type RoleGrant, type RoleRequest, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

type Props = {
  t: PageT
  csrf: string
  self: string
  now: Date
  /** Roles of one's own that can be handed on. */
  own: readonly RoleGrant[]
  nameOf: (role: string, organisation: string | undefined) => string
  delegations: readonly Delegation[]
  waiting: readonly RoleRequest[]
  typed: Typed
  errors: FormErrors
  done: string | undefined
}

/** Whom I stand in for, who stands in for me, and the form to arrange it. */
export function DelegationsPage({ t, csrf, self, now, own, nameOf, delegations, waiting, typed, errors, done }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const received = delegations.filter(({ accountId }) => accountId === self)
  const given = delegations.filter(({ delegatedFrom }) => delegatedFrom === self)
  const words = { day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }
  const dateOf = (name: string) => ({ day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) })
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {done === undefined ? null : <Note kind="ok" level={0} role="status" title={done} />}
      <PageHead title={t('staff.delegations-title')} lead={t('staff.delegations-lead')} />
      <Stack gap="l">
        <Section id="received" title={t('staff.delegations-received')}>
          {received.length === 0 ? <p>{t('staff.delegations-received-none')}</p> : received.map((one) => <DelegationCard key={one.id} t={t} csrf={csrf} one={one} now={now} role={nameOf(one.role, one.organisation)} received />)}
        </Section>
        <Section id="given" title={t('staff.delegations-given')}>
          {given.length === 0 && waiting.length === 0 ? <p>{t('staff.delegations-given-none')}</p> : null}
          {waiting.map((one) => (
            <Card key={one.id}>
              <h3 class="mr-h4">{nameOf(one.role, one.organisation)}</h3>
              <p>
                <Tag kind="warn">{t('staff.delegation-state.waits')}</Tag> {one.name}
              </p>
            </Card>
          ))}
          {given.map((one) => (
            <DelegationCard key={one.id} t={t} csrf={csrf} one={one} now={now} role={nameOf(one.role, one.organisation)} />
          ))}
        </Section>
        <Section id="new" title={t('staff.delegation-new')}>
          {own.length === 0 ? (
            <EmptyState level={3} icon="people" title={t('staff.delegation-none-title')} text={t('staff.delegation-none')} />
          ) : (
            <Form action="/citizen-id/staff/delegations" csrf={csrf}>
              <Select
                name="role"
                label={t('staff.delegation-field.role')}
                empty={t('forms.please-choose')}
                value={typedOf(typed, 'role')}
                error={errors['role']}
                choices={own.map(({ role, organisation }) => ({ value: organisation === undefined ? role : `${role} ${organisation}`, label: nameOf(role, organisation) }))}
              />
              <TextField name="colleague" label={t('staff.delegation-field.colleague')} hint={t('staff.delegation-hint.colleague')} value={typedOf(typed, 'colleague')} error={errors['colleague']} maxLength={320} />
              <DateField name="from" label={t('staff.delegation-field.from')} words={words} value={dateOf('from')} error={errors['from']} />
              <DateField name="until" label={t('staff.delegation-field.until')} words={words} value={dateOf('until')} error={errors['until']} />
              <TextField name="reason" label={t('staff.delegation-field.reason')} hint={t('staff.delegation-hint.reason')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={500} />
              <FormEnd>
                <Button>{t('staff.delegation-send')}</Button>
              </FormEnd>
            </Form>
          )}
        </Section>
      </Stack>
    </>
  )
}

type State = 'coming' | 'running' | 'ended' | 'over'
const stateOf = ({ endedAt, validFrom, validUntil }: Delegation, now: Date): State => (endedAt !== null ? 'ended' : validUntil <= now ? 'over' : validFrom > now ? 'coming' : 'running')

function DelegationCard({ t, csrf, one, now, role, received = false }: { t: PageT; csrf: string; one: Delegation; now: Date; role: string; received?: boolean }) {
  const state = stateOf(one, now)
  const open = state === 'coming' || state === 'running'
  return (
    <Card>
      <h3 class="mr-h4">{role}</h3>
      <DescriptionList
        entries={[
          { term: t(received ? 'staff.delegation-for' : 'staff.delegation-by'), value: received ? one.fromName : one.name },
          { term: t('staff.delegation-span'), value: t('staff.delegation-span-of', { from: one.validFrom, until: new Date(one.validUntil.getTime() - 1) }) },
          { term: t('staff.delegation-field.reason'), value: one.reason },
          { term: t('staff.delegation-state'), value: <Tag kind={state === 'running' ? 'ok' : undefined}>{t(`staff.delegation-state.${state}`)}</Tag> },
        ]}
      />
      {open ? (
        <Form action={`/citizen-id/staff/delegations/${one.id}/end`} csrf={csrf} bare>
          <Button kind="quiet" small id={`end-${one.id}`}>
            {t(received && state === 'coming' ? 'staff.delegation-decline' : 'staff.delegation-end')}
          </Button>
        </Form>
      ) : null}
    </Card>
  )
}
