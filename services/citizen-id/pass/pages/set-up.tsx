import { ErrorSummary, Form, Island, LinkButton, Note, PageHead, Row, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { Hindrance } from '../../passkey/pages/devices.tsx'
import { PasskeyCeremony } from '../../passkey/pages/passkey-ceremony.island.tsx'
import { ceremonyWords } from '../../passkey/pages/sign-in.tsx'

export type SetUpProps = { t: PageT; csrf: string; action: string; hindrance: 'prove' | 'host' | 'full' | undefined; options: Record<string, unknown> | undefined; typed: Typed; errors: FormErrors; nameLimit: number }

/** The key of the Pass on this phone. */
export function SetUpPage({ t, csrf, action, hindrance, options, typed, errors, nameLimit }: SetUpProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={t('pass.set-up')} lead={t('pass.set-up-lead')} />
      {hindrance !== undefined || options === undefined ? (
        <Hindrance t={t} csrf={csrf} hindrance={hindrance ?? 'host'} back="/pass/set-up" />
      ) : (
        <Form action={action} csrf={csrf}>
          <TextField name="name" label={t('pass.phone-name')} hint={t('pass.phone-name-hint')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={nameLimit} />
          <Island name="passkey-ceremony" of={PasskeyCeremony} props={{ kind: 'create' as const, options, id: 'make-key', words: ceremonyWords(t, 'pass.make') }} />
        </Form>
      )}
    </>
  )
}

export type LiftProps = { t: PageT; csrf: string; options: Record<string, unknown> | undefined; until: Date; trouble: 'unknown' | 'invalid' | 'clone' | 'locked' | 'synced' | undefined }

/** After the card, BundID or the wallet: this phone is worth more from now on, for a limited time. */
export function LiftPage({ t, csrf, options, until, trouble }: LiftProps) {
  return (
    <>
      {trouble === undefined ? null : <ErrorSummary title={t('pass.not-yet')} errors={[{ text: trouble === 'synced' ? t('pass.lift-synced') : t(`passkey.trouble.${trouble}`) }]} />}
      <PageHead title={t('pass.lift')} lead={t('pass.lift-lead')} />
      {options === undefined ? (
        <Stack gap="m">
          <Note title={t('pass.lift-first')}>{t('pass.lift-first-text')}</Note>
          <Row>
            <LinkButton href="/sign-in?level=substantial&return=%2Fpass%2Flift">{t('pass.lift-prove')}</LinkButton>
          </Row>
        </Stack>
      ) : (
        <Form action="/pass/lift" csrf={csrf}>
          <p>{t('pass.lift-until', { until })}</p>
          <Island name="passkey-ceremony" of={PasskeyCeremony} props={{ kind: 'get' as const, options, id: 'lift', words: ceremonyWords(t, 'pass.lift-go') }} />
        </Form>
      )}
    </>
  )
}
