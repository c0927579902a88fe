import { Button, ErrorSummary, Form, FormEnd, LinkButton, MoreLink, PageHead, Row, Section, Stack, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export type SecurityProps = { t: PageT; passwordSince: Date | undefined; /** Signed in surely enough to add a password. */ mayAdd: boolean; totpSince: Date | undefined; codes: number }

export function SecurityPage({ t, passwordSince, mayAdd, totpSince, codes }: SecurityProps) {
  return (
    <>
      <PageHead title={t('security.title')} lead={t('security.lead')} />
      <Stack gap="l">
        <Section title={t('security.password')} id="password">
          <Stack gap="s">
            <p>{passwordSince === undefined ? t('security.password-none') : t('security.password-since', { at: passwordSince })}</p>
            {passwordSince === undefined && !mayAdd ? (
              <p>{t('security.password-surer')}</p>
            ) : (
              <Row>
                <LinkButton href={passwordSince === undefined ? '/citizen-id/security/password/first' : '/citizen-id/security/password'} kind="quiet">
                  {t(passwordSince === undefined ? 'security.password-set' : 'security.password-change')}
                </LinkButton>
              </Row>
            )}
          </Stack>
        </Section>
        {passwordSince === undefined ? null : (
          <Section title={t('security.totp')} id="totp">
            <Stack gap="s">
              <p>{totpSince === undefined ? t('security.totp-off') : `${t('security.totp-on', { at: totpSince })} ${t.count('security.totp-codes', codes)}.`}</p>
              <Row>
                {totpSince === undefined ? (
                  <LinkButton href="/citizen-id/security/totp" kind="quiet">
                    {t('security.totp-set-up')}
                  </LinkButton>
                ) : (
                  <LinkButton href="/citizen-id/security/totp/remove" kind="danger">
                    {t('security.totp-remove')}
                  </LinkButton>
                )}
              </Row>
            </Stack>
          </Section>
        )}
        <Section title={t('security.devices')} id="devices">
          <Stack gap="s">
            <p>{t('security.devices-lead')}</p>
            <MoreLink href="/citizen-id/devices">{t('security.devices-link')}</MoreLink>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

export function PasswordPage({ t, csrf, errors }: { t: PageT; csrf: string; errors: FormErrors }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('security.password-change')} lead={t('security.password-ends')} />
      <Form action="/citizen-id/security/password" csrf={csrf}>
        <TextField name="old" type="password" label={t('password.field.old')} autocomplete="current-password" error={errors['old']} />
        <TextField name="password" type="password" label={t('password.field.new')} hint={t('password.hint.password')} autocomplete="new-password" error={errors['password']} />
        <TextField name="repeat" type="password" label={t('password.field.repeat')} autocomplete="new-password" error={errors['repeat']} />
        <FormEnd>
          <Button>{t('security.password-change')}</Button>
          <LinkButton href="/citizen-id/security" kind="bare">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export function PasswordDonePage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('security.password-done-title')} lead={t('security.password-done-lead')} />
      <Row>
        <LinkButton href="/sign-in?return=%2Fcitizen-id">{t('session.sign-in')}</LinkButton>
      </Row>
    </>
  )
}

export function NoPersonPage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('security.no-person-title')} lead={t('security.no-person-lead')} />
      <MoreLink href="/account">{t('identity.account')}</MoreLink>
    </>
  )
}
