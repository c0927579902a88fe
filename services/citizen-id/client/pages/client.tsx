import { Button, Checkbox, Checkboxes, DescriptionList, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Radios, Section, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

type Props = {
  t: PageT
  csrf: string
  typed: Typed
  errors: FormErrors
  done: string | undefined
  /** Shown this once. */
  secret: string | undefined
  /** Absent for a new one. */
  clientId: string | undefined
  disabled: boolean
  issuer: string
}

const several = (typed: Typed, field: string): readonly string[] => [typed[field] ?? []].flat()

export function ClientPage(props: Props) {
  const { t, csrf, errors, done, secret, clientId, disabled, issuer } = props
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {done === undefined ? null : <Note kind="ok" level={0} role="status" title={done} />}
      <PageHead title={t(clientId === undefined ? 'client.new' : 'client.change')} lead={t('client.form-lead')} />
      <Stack gap="l">
        {secret === undefined ? null : (
          <Note kind="warn" level={2} title={t('client.secret-once')}>
            <p>
              <code>{secret}</code>
            </p>
          </Note>
        )}
        {clientId === undefined ? null : (
          <DescriptionList
            entries={[
              { term: t('client.issuer'), value: <code>{issuer}</code> },
              { term: t('client.id'), value: <code>{clientId}</code> },
              { term: t('client.state'), value: t(disabled ? 'client.off' : 'client.on') },
            ]}
          />
        )}
        <Fields {...props} />
        {clientId === undefined ? null : (
          <Section title={t('client.acts')} id="acts">
            <Stack gap="m">
              <Form action={`/citizen-id/clients/${clientId}/secret`} csrf={csrf} bare>
                <Button kind="quiet">{t('client.new-secret')}</Button>
              </Form>
              <p class="mr-small mr-muted">{t('client.new-secret-hint')}</p>
              <Form action={`/citizen-id/clients/${clientId}/switch`} csrf={csrf} bare>
                <Button kind={disabled ? 'quiet' : 'danger'}>{t(disabled ? 'client.switch-on' : 'client.switch-off')}</Button>
              </Form>
              <p class="mr-small mr-muted">{t('client.switch-hint')}</p>
            </Stack>
          </Section>
        )}
      </Stack>
    </>
  )
}

function Fields({ t, csrf, typed, errors, clientId }: Props) {
  const text = (name: string, options: { hint?: boolean; optional?: boolean; maxLength?: number; lines?: number } = {}) => {
    const field = {
      name,
      label: t.find(`client.field.${name}`) ?? name,
      hint: options.hint ? t.find(`client.hint.${name}`) : undefined,
      optional: options.optional ? t('form.optional') : undefined,
      value: typedOf(typed, name),
      error: errors[name],
      maxLength: options.maxLength,
    }
    return options.lines === undefined ? <TextField {...field} /> : <TextArea {...field} rows={options.lines} />
  }
  const choices = (group: string, values: readonly string[]) => values.map((value) => ({ value, label: t.find(`client.${group}.${value}`) ?? value }))
  return (
    <Form action={clientId === undefined ? '/citizen-id/clients/new' : `/citizen-id/clients/${clientId}`} csrf={csrf}>
      <Section title={t('client.part.who')} id="who">
        <Stack gap="l">
          {text('name', { maxLength: 100 })}
          {text('office', { hint: true, maxLength: 200 })}
          {text('purpose', { hint: true, maxLength: 500 })}
          {text('legalBasis', { hint: true, maxLength: 200 })}
        </Stack>
      </Section>
      <Section title={t('client.part.data')} id="data">
        <Stack gap="l">
          <Checkboxes name="scopes" label={t('client.field.scopes')} values={several(typed, 'scopes')} error={errors['scopes']} choices={choices('scope', ['profile', 'email', 'birthdate', 'address', 'offline_access'])} />
          <Checkboxes name="voluntary" label={t('client.field.voluntary')} hint={t('client.hint.voluntary')} values={several(typed, 'voluntary')} error={errors['voluntary']} choices={choices('scope', ['profile', 'email', 'birthdate', 'address'])} />
        </Stack>
      </Section>
      <Section title={t('client.part.level')} id="level">
        <Stack gap="l">
          <Radios
            name="minimum"
            label={t('client.field.minimum')}
            value={typedOf(typed, 'minimum')}
            error={errors['minimum']}
            choices={(['low', 'substantial', 'high'] as const).map((value) => ({
              value,
              label: t(`level.${value}`),
            }))}
          />
          <Checkbox name="mandates" label={t('client.field.mandates')} value="true" checked={typedOf(typed, 'mandates') === 'true'} />
        </Stack>
      </Section>
      <Section title={t('client.part.addresses')} id="addresses">
        <Stack gap="l">
          {text('redirectUris', { hint: true, lines: 3 })}
          {text('postLogoutUris', { optional: true, lines: 2 })}
          {text('backchannelLogoutUri', { hint: true, optional: true })}
          {text('frontchannelLogoutUri', { hint: true, optional: true })}
        </Stack>
      </Section>
      <Section title={t('client.part.proof')} id="proof">
        <Stack gap="l">
          <Radios name="authMethod" label={t('client.field.authMethod')} value={typedOf(typed, 'authMethod')} error={errors['authMethod']} choices={choices('auth', ['client_secret_basic', 'private_key_jwt', 'none'])} />
          {text('jwksUri', { hint: true, optional: true })}
          {text('jwks', { hint: true, optional: true, lines: 4 })}
        </Stack>
      </Section>
      <Section title={t('client.part.special')} id="special">
        <Stack gap="l">
          <Radios name="ciba" label={t('client.field.ciba')} hint={t('client.hint.ciba')} value={typedOf(typed, 'ciba')} error={errors['ciba']} choices={choices('ciba', ['off', 'poll', 'ping'])} />
          {text('cibaUri', { optional: true })}
          <Checkbox name="machine" label={t('client.field.machine')} value="true" checked={typedOf(typed, 'machine') === 'true'} />
          <Checkbox name="dpop" label={t('client.field.dpop')} value="true" checked={typedOf(typed, 'dpop') === 'true'} />
        </Stack>
      </Section>
      <FormEnd>
        <Button>{t(clientId === undefined ? 'client.register' : 'client.save')}</Button>
        <LinkButton kind="bare" href="/citizen-id/clients">
          {t('action.back')}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}
