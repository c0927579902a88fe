import { Button, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Row, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

/** The page behind the one-time link. Without a name it is over, used or unknown. */
export function InvitationPage({ t, csrf, code, name }: { t: PageT; csrf: string; code: string; name: string | undefined }) {
  if (name === undefined)
    return (
      <>
        <PageHead title={t('staff.invitation-over-title')} lead={t('staff.invitation-over')} />
        <Row>
          <LinkButton href="/" kind="quiet">
            {t('staff.to-town')}
          </LinkButton>
        </Row>
      </>
    )
  return (
    <>
      <PageHead title={t('staff.invitation-title')} lead={t('staff.invitation-lead', { name })} />
      <Stack gap="m">
        <p>{t('staff.invitation-how')}</p>
        <Form action={`/citizen-id/invitation/${code}`} csrf={csrf} bare>
          <Button>{t('staff.invitation-go')}</Button>
        </Form>
      </Stack>
    </>
  )
}

type InviteProps = { t: PageT; csrf: string; typed: Typed; errors: FormErrors; done: string | undefined }

/** Sending a colleague the link. */
export function InvitePage({ t, csrf, typed, errors, done }: InviteProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {done === undefined ? null : <Note kind="ok" level={0} role="status" title={done} />}
      <PageHead title={t('staff.invite-title')} lead={t('staff.invite-lead')} />
      <Form action="/citizen-id/staff/invite" csrf={csrf}>
        <TextField name="colleague" label={t('staff.delegation-field.colleague')} hint={t('staff.delegation-hint.colleague')} value={typedOf(typed, 'colleague')} error={errors['colleague']} maxLength={320} />
        <FormEnd>
          <Button>{t('staff.invite-send')}</Button>
          <LinkButton kind="bare" href="/admin/people">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
