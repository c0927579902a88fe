import { Button, ConfirmPage, Form, FormEnd, LinkButton, Note, PageHead, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { Errors, type FormProps } from './parts.tsx'

/** Registering without an account. */
export function RegisterPage({ t, csrf, typed, errors, action, back, when, isFull, keptDays }: FormProps & { action: string; back: string; title: string; when: string; isFull: boolean; keptDays: number }) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t('network.register.title')} lead={when} />
      {isFull ? <Note kind="warn" level={0} title={t('network.register.full')} /> : null}
      <Form action={action} csrf={csrf}>
        <TextField {...text('name')} label={t('network.register.field.name')} autocomplete="name" maxLength={120} />
        <TextField {...text('email')} type="email" label={t('network.register.field.email')} hint={t('network.register.hint.email')} autocomplete="email" maxLength={254} />
        <TextField {...text('organisation')} label={t('network.register.field.organisation')} hint={t('network.register.hint.organisation')} autocomplete="organization" maxLength={160} />
        <TextArea {...text('needs')} label={t('network.register.field.needs')} optional={t('form.optional')} hint={t('network.register.hint.needs')} rows={3} />
        <p class="mr-small mr-muted">{t('network.register.privacy', { days: keptDays })}</p>
        <FormEnd>
          <Button>{t('network.register.send')}</Button>
          <LinkButton href={back} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** What came of it, with the way back to the event. */
export function OutcomePage({ t, title, text, tone, back, backLabel }: { t: PageT; title: string; text: string; tone: 'ok' | 'warn' | 'info'; back: string; backLabel?: string }) {
  return (
    <>
      <PageHead title={title} />
      <Note kind={tone} role="status" level={0} title={text} />
      <p>
        <LinkButton kind="quiet" href={back}>
          {backLabel ?? t('network.register.back')}
        </LinkButton>
      </p>
    </>
  )
}

/** Where the link of the first letter leads: programs that open links in advance confirm nothing. */
export const ConfirmRegistrationPage = ({ t, action, title }: { t: PageT; action: string; title: string }) => (
  <ConfirmPage title={t('network.confirm.title')} text={t('network.confirm.text', { title })}>
    <Form action={action} bare>
      <Button>{t('network.confirm.send')}</Button>
    </Form>
  </ConfirmPage>
)

/** Where the link at the end of each letter leads. */
export const WithdrawPage = ({ t, action, title, back }: { t: PageT; action: string; title: string; back: string }) => (
  <ConfirmPage title={t('network.withdraw.title')} text={t('network.withdraw.text', { title })}>
    <Form action={action} bare>
      <Button kind="danger">{t('network.withdraw.send')}</Button>
    </Form>
    <LinkButton kind="quiet" href={back}>
      {t('network.withdraw.keep')}
    </LinkButton>
  </ConfirmPage>
)
