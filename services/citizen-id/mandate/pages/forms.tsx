import { Button, Checkboxes, DateField, ErrorSummary, Form, FormEnd, Hidden, LinkButton, PageHead, Radios, TextField, type Choice } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

type Props = { t: PageT; csrf: string; typed: Typed; errors: FormErrors }
type ScopeProps = Props & { services: readonly Choice[] }

function Errors({ t, errors }: Pick<Props, 't' | 'errors'>) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
}

/** Somebody gives a power of attorney. */
export function GrantPage({ t, csrf, typed, errors, services }: ScopeProps) {
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t('mandate.grant-title')} lead={t('mandate.grant-lead')} />
      <Form action="/citizen-id/mandates" csrf={csrf}>
        <Radios
          name="to"
          label={t('mandate.field.to')}
          value={typedOf(typed, 'to')}
          error={errors['to']}
          choices={[
            { value: 'code', label: t('mandate.to.code') },
            { value: 'user-name', label: t('mandate.to.user-name') },
          ]}
        />
        <TextField name="userName" label={t('mandate.field.userName')} hint={t('mandate.hint.userName')} value={typedOf(typed, 'userName')} error={errors['userName']} width={20} maxLength={80} />
        <ScopeFields t={t} typed={typed} errors={errors} services={services} />
        <DateField name="until" label={t('mandate.field.until')} hint={t('mandate.hint.until')} {...dateOf(t, typed, errors, 'until')} />
        <FormEnd>
          <Button>{t('mandate.grant-send')}</Button>
          <LinkButton href="/citizen-id/mandates" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** Somebody says for whom they act by law or register. What only one kind asks for says so in its hint; it is not voluntary. */
export function RequestPage({ t, csrf, typed, errors, services }: ScopeProps) {
  const field = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t('mandate.request-title')} lead={t('mandate.request-lead')} />
      <Form action="/citizen-id/mandates/request" csrf={csrf}>
        <Radios
          {...field('kind')}
          label={t('mandate.field.kind')}
          choices={[
            { value: 'parent', label: t('mandate.choice.parent'), hint: t('mandate.hint.parent') },
            { value: 'guardian', label: t('mandate.choice.guardian'), hint: t('mandate.hint.guardian') },
            { value: 'company', label: t('mandate.choice.company'), hint: t('mandate.hint.company') },
          ]}
        />
        <TextField {...field('name')} label={t('mandate.field.name')} maxLength={200} />
        <DateField name="birthDate" label={t('mandate.field.birthDate')} hint={t('mandate.hint.birthDate')} {...dateOf(t, typed, errors, 'birthDate')} />
        <Radios
          {...field('custody')}
          label={t('mandate.field.custody')}
          choices={[
            { value: 'joint', label: t('mandate.custody.joint') },
            { value: 'sole', label: t('mandate.custody.sole') },
          ]}
        />
        <TextField {...field('registerNumber')} label={t('mandate.field.registerNumber')} hint={t('mandate.hint.registerNumber')} maxLength={100} />
        <ScopeFields t={t} typed={typed} errors={errors} services={services} />
        <DateField name="until" label={t('mandate.field.untilOptional')} optional={t('form.optional')} hint={t('mandate.hint.untilOptional')} {...dateOf(t, typed, errors, 'until')} />
        <TextField {...field('reference')} label={t('mandate.field.reference')} hint={t('mandate.hint.reference')} maxLength={200} />
        <FormEnd>
          <Button>{t('mandate.request-send')}</Button>
          <LinkButton href="/citizen-id/mandates" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

// A town without services of its own has nothing to choose from.
function ScopeFields({ t, typed, errors, services }: Omit<ScopeProps, 'csrf'>) {
  if (services.length === 0) return <Hidden name="extent" value="all" />
  return (
    <>
      <Radios
        name="extent"
        label={t('mandate.field.extent')}
        value={typedOf(typed, 'extent')}
        error={errors['extent']}
        choices={[
          { value: 'some', label: t('mandate.extent.some') },
          { value: 'all', label: t('mandate.extent.all') },
        ]}
      />
      <Checkboxes name="scope" label={t('mandate.field.scope')} values={tickedOf(typed, 'scope')} error={errors['scope']} choices={services} />
    </>
  )
}

const dateOf = (t: PageT, typed: Typed, errors: FormErrors, name: string) => ({
  words: { day: t('forms.day'), month: t('forms.month'), year: t('forms.year') },
  value: { day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) },
  error: errors[name],
})

export function CodePage({ t, csrf, typed, errors }: Props) {
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t('mandate.code-form-title')} lead={t('mandate.code-form-lead')} />
      <Form action="/citizen-id/mandates/code" csrf={csrf}>
        <TextField name="code" label={t('mandate.field.code')} value={typedOf(typed, 'code')} error={errors['code']} width={20} maxLength={40} autocomplete="off" />
        <FormEnd>
          <Button>{t('mandate.code-send')}</Button>
          <LinkButton href="/citizen-id/mandates" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

type ForProps = Props & { uid: string; client: string; choices: readonly Choice[] }

/** A step of the sign-in: the person themself stands first and is chosen already. */
export function ForWhomPage({ t, csrf, typed, errors, uid, client, choices }: ForProps) {
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t('mandate.for-title')} lead={t('mandate.for-lead')}>{client === '' ? null : <p>{t('mandate.for-client', { client })}</p>}</PageHead>
      <Form action={`/citizen-id/sign-in/${uid}/for`} csrf={csrf}>
        <Radios name="who" label={t('mandate.for-title')} hideLabel value={typedOf(typed, 'who') || 'self'} error={errors['who']} choices={[{ value: 'self', label: t('mandate.for-self') }, ...choices]} />
        <FormEnd>
          <Button>{t('mandate.for-continue')}</Button>
        </FormEnd>
      </Form>
    </>
  )
}
