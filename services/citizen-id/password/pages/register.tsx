import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export type RegisterProps = {
  t: PageT
  csrf: string
  /** The waiting sign-in to go back to. */
  from: string | undefined
  typed: Typed
  errors: FormErrors
  refusal: string | undefined
}

/** The least that makes an account. Passwords are never sent back to the page. */
export function RegisterPage({ t, csrf, from, typed, errors, refusal }: RegisterProps) {
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  const field = (name: 'givenNames' | 'familyName' | 'email' | 'userName') => ({ name, label: t(`password.field.${name}`), value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('register.title')} lead={t('register.lead')} />
      <Form action={from === undefined ? '/citizen-id/register' : `/citizen-id/register?from=${from}`} csrf={csrf}>
        <TextField {...field('givenNames')} hint={t('password.hint.givenNames')} autocomplete="given-name" maxLength={100} />
        <TextField {...field('familyName')} autocomplete="family-name" maxLength={100} />
        <TextField {...field('email')} type="email" hint={t('password.hint.email')} autocomplete="email" />
        <TextField {...field('userName')} hint={t('password.hint.userName')} autocomplete="username" width={20} />
        <TextField name="password" type="password" label={t('password.field.password')} hint={t('password.hint.password')} autocomplete="new-password" error={errors['password']} />
        <TextField name="repeat" type="password" label={t('password.field.repeat')} autocomplete="new-password" error={errors['repeat']} />
        <p class="mr-small mr-muted">{t('register.privacy')}</p>
        <FormEnd>
          <Button>{t('register.send')}</Button>
          <LinkButton href={from === undefined ? '/sign-in' : `/citizen-id/sign-in/${from}`} kind="bare">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
