import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export type RegisterConfirmProps = { t: PageT; csrf: string; action: string; code: string; /** Asked for only when the wished name is taken. */ userName: string | undefined; errors: FormErrors; usedUp: boolean }

/** Waits for the code of the letter. Says the same whether or not the address has an account. */
export function RegisterConfirmPage({ t, csrf, action, code, userName, errors, usedUp }: RegisterConfirmProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t(userName === undefined ? 'register.code-title' : 'register.taken-title')} lead={userName === undefined ? t('register.code-lead') : undefined} />
      <Form action={action} csrf={csrf}>
        <TextField name="code" label={t('password.field.code')} hint={t('register.code-hint')} autocomplete="one-time-code" width={10} value={code} error={errors['code']} maxLength={40} />
        {userName === undefined ? null : (
          <TextField name="userName" label={t('password.field.userName')} hint={t('password.hint.userName')} autocomplete="username" width={20} value={userName} error={errors['userName']} />
        )}
        <p>{t('register.code-nothing')}</p>
        <FormEnd>
          {usedUp ? null : <Button>{t('register.code-send')}</Button>}
          <LinkButton href="/citizen-id/register" kind={usedUp ? 'primary' : 'bare'}>
            {t('register.again')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
