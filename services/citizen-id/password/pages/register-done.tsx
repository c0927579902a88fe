import { Button, ConfirmPage, ErrorSummary, Form, LinkButton, PageHead, Row, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

export type RegisterLinkProps = { t: PageT; csrf: string; action: string; name: string; userName: string; /** Another name, when the wished one is taken. */ other: { userName: string; error: string } | undefined }

/** Where the link of the letter leads: one button, because programs follow links, too. */
export function RegisterLinkPage({ t, csrf, action, name, userName, other }: RegisterLinkProps) {
  if (other === undefined)
    return (
      <ConfirmPage title={t('register.link-title')} text={t('register.link-text', { name, userName })}>
        <Form action={action} csrf={csrf} bare>
          <Button>{t('register.link-yes')}</Button>
        </Form>
        <LinkButton href="/" kind="quiet">
          {t('register.link-no')}
        </LinkButton>
      </ConfirmPage>
    )
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={[{ field: 'userName', text: other.error }]} />
      <PageHead title={t('register.taken-title')} />
      <Form action={action} csrf={csrf}>
        <TextField name="userName" label={t('password.field.userName')} hint={t('password.hint.userName')} autocomplete="username" width={20} value={other.userName} error={other.error} />
        <Row>
          <Button>{t('register.link-yes')}</Button>
        </Row>
      </Form>
    </>
  )
}

export function RegisterDonePage({ t, userName, next }: { t: PageT; userName: string; next: string }) {
  return (
    <>
      <PageHead title={t('register.done-title')} lead={t('register.done-lead', { userName })} />
      <Row>
        <LinkButton href={next}>{t('register.done-next')}</LinkButton>
      </Row>
    </>
  )
}

export function RegisterGonePage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('register.gone-title')} lead={t('register.gone-lead')} />
      <Row>
        <LinkButton href="/sign-in">{t('register.sign-in')}</LinkButton>
        <LinkButton href="/citizen-id/register" kind="quiet">
          {t('register.again')}
        </LinkButton>
      </Row>
    </>
  )
}
