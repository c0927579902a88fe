import { Button, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export type FirstPasswordProps = { t: PageT; csrf: string; /** Signed in a moment ago. */ proved: boolean; /** The sign-in name, when there is one. */ known: string | null; userName: string; errors: FormErrors }

export function FirstPasswordPage({ t, csrf, proved, known, userName, errors }: FirstPasswordProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      <PageHead title={t('security.password-set')} lead={t('security.password-first-lead')} />
      {proved ? (
        <Form action="/citizen-id/security/password/first" csrf={csrf}>
          {known === null ? <TextField name="userName" label={t('password.field.userName')} hint={t('password.hint.userName')} autocomplete="username" width={20} value={userName} error={errors['userName']} /> : null}
          <TextField name="password" type="password" label={t('password.field.new')} hint={t('password.hint.password')} autocomplete="new-password" error={errors['password']} />
          <TextField name="repeat" type="password" label={t('password.field.repeat')} autocomplete="new-password" error={errors['repeat']} />
          <FormEnd>
            <Button>{t('security.password-set')}</Button>
            <LinkButton href="/citizen-id/security" kind="bare">
              {t('action.back')}
            </LinkButton>
          </FormEnd>
        </Form>
      ) : (
        <Note title={t('passkey.prove')} icon="lock">
          <p>{t('security.password-prove-text')}</p>
          <Form action="/citizen-id/devices/prove" csrf={csrf} hidden={{ back: '/citizen-id/security/password/first' }} bare>
            <Button>{t('passkey.prove')}</Button>
          </Form>
        </Note>
      )}
    </>
  )
}
