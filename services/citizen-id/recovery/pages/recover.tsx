import { Button, ConfirmPage, ErrorSummary, Form, FormEnd, LinkButton, MoreLink, PageHead, Row, Stack, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export function RecoverPage({ t, csrf, name, error }: { t: PageT; csrf: string; name: string; error: string | undefined }) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={error === undefined ? [] : [{ field: 'name', text: error }]} />
      <PageHead title={t('recovery.title')} lead={t('recovery.lead')} />
      <Stack gap="l">
        <Form action="/citizen-id/recover" csrf={csrf}>
          <TextField name="name" label={t('recovery.field.name')} autocomplete="username" value={name} error={error} maxLength={320} />
          <FormEnd>
            <Button>{t('recovery.send')}</Button>
            <LinkButton href="/sign-in" kind="bare">
              {t('action.back')}
            </LinkButton>
          </FormEnd>
        </Form>
        <Stack gap="s">
          <p>{t('recovery.no-mail')}</p>
          <MoreLink href="/citizen-id/recover/counter">{t('recovery.have-code')}</MoreLink>
        </Stack>
      </Stack>
    </>
  )
}

export function RecoverSentPage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('recovery.sent-title')} lead={t('recovery.sent-lead')} />
      <Stack gap="m">
        <p>{t('recovery.sent-nothing')}</p>
        <Row>
          <LinkButton href="/citizen-id/recover" kind="quiet">
            {t('recovery.again')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}

export function UseLinkPage({ t, csrf, action }: { t: PageT; csrf: string; action: string }) {
  return (
    <ConfirmPage title={t('recovery.link-title')} text={t('recovery.link-text')}>
      <Form action={action} csrf={csrf} bare>
        <Button>{t('recovery.link-yes')}</Button>
      </Form>
      <LinkButton href="/" kind="quiet">
        {t('recovery.link-no')}
      </LinkButton>
    </ConfirmPage>
  )
}

export function CounterCodePage({ t, csrf, name, errors }: { t: PageT; csrf: string; name: string; errors: FormErrors }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('recovery.counter-title')} lead={t('recovery.counter-lead')} />
      <Form action="/citizen-id/recover/counter" csrf={csrf}>
        <TextField name="name" label={t('recovery.field.name')} autocomplete="username" value={name} error={errors['name']} maxLength={320} />
        <TextField name="code" label={t('recovery.field.code')} hint={t('recovery.code-hint')} autocomplete="one-time-code" width={20} error={errors['code']} maxLength={40} />
        <FormEnd>
          <Button>{t('action.continue')}</Button>
          <LinkButton href="/citizen-id/recover" kind="bare">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export type NewPasswordProps = { t: PageT; csrf: string; /** The person's sign-in name; null when there is none yet. */ person: string | null; userName: string; errors: FormErrors }

export function NewPasswordPage({ t, csrf, person, userName, errors }: NewPasswordProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('recovery.new-title')} lead={person === null ? t('recovery.new-lead-no-name') : t('recovery.new-lead', { userName: person })} />
      <Form action="/citizen-id/recover/new" csrf={csrf}>
        {person === null ? (
          <TextField name="userName" label={t('password.field.userName')} hint={t('password.hint.userName')} autocomplete="username" width={20} value={userName} error={errors['userName']} />
        ) : null}
        <TextField name="password" type="password" label={t('password.field.new')} hint={t('password.hint.password')} autocomplete="new-password" error={errors['password']} />
        <TextField name="repeat" type="password" label={t('password.field.repeat')} autocomplete="new-password" error={errors['repeat']} />
        <FormEnd>
          <Button>{t('recovery.new-send')}</Button>
        </FormEnd>
      </Form>
    </>
  )
}

export function RecoveredPage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('recovery.done-title')} lead={t('recovery.done-lead')} />
      <Row>
        <LinkButton href="/sign-in?return=%2Fcitizen-id">{t('session.sign-in')}</LinkButton>
      </Row>
    </>
  )
}

export function WayBackGonePage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('recovery.gone-title')} lead={t('recovery.gone-lead')} />
      <Row>
        <LinkButton href="/citizen-id/recover">{t('recovery.again')}</LinkButton>
      </Row>
    </>
  )
}
