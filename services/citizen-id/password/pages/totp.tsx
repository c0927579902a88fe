import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Prose, Row, Section, Stack, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export type TotpProps = { t: PageT; csrf: string; /** Rows of dark (true) and light squares, with a border. */ qr: readonly (readonly boolean[])[]; secret: string; errors: FormErrors }

export function TotpPage({ t, csrf, qr, secret, errors }: TotpProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('security.totp-set-up')} lead={t('security.totp-apps')} />
      <Stack gap="l">
        <Section title={t('security.totp-step-1')} id="step-1">
          <Stack gap="m">
            <Squares rows={qr} label={t('security.totp-qr')} />
            <p>{t('security.totp-by-hand')}</p>
            <p>
              <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
            </p>
          </Stack>
        </Section>
        <Section title={t('security.totp-step-2')} id="step-2">
          <Form action="/citizen-id/security/totp" csrf={csrf}>
            <TextField name="code" numeric label={t('password.field.code')} hint={t('security.totp-code-hint')} autocomplete="one-time-code" width={10} error={errors['code']} maxLength={40} />
            <FormEnd>
              <Button>{t('security.totp-confirm')}</Button>
              <LinkButton href="/citizen-id/security" kind="bare">
                {t('action.back')}
              </LinkButton>
            </FormEnd>
          </Form>
        </Section>
      </Stack>
    </>
  )
}

/** Black on white in every theme: cameras read nothing else. */
function Squares({ rows, label }: { rows: TotpProps['qr']; label: string }) {
  const size = rows.length
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="240" height="240" role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}

/** Shown once. */
export function CodesPage({ t, codes }: { t: PageT; codes: readonly string[] }) {
  return (
    <>
      <PageHead title={t('security.codes-title')} lead={t('security.codes-lead')} />
      <Stack gap="m">
        <Prose>
          <ul aria-label={t('security.codes-list')}>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Prose>
        <Row>
          <LinkButton href="/citizen-id/security">{t('security.codes-done')}</LinkButton>
        </Row>
      </Stack>
    </>
  )
}

export function RemoveTotpPage({ t, csrf, errors }: { t: PageT; csrf: string; errors: FormErrors }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('security.totp-remove')} lead={t('security.totp-remove-lead')} />
      <Form action="/citizen-id/security/totp/remove" csrf={csrf}>
        <TextField name="old" type="password" label={t('password.field.password')} autocomplete="current-password" error={errors['old']} />
        <FormEnd>
          <Button kind="danger">{t('security.totp-remove')}</Button>
          <LinkButton href="/citizen-id/security" kind="bare">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
