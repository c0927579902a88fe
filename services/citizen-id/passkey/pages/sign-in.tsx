import { ErrorSummary, Form, Island, LinkButton, Note, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { PasskeyCeremony } from './passkey-ceremony.island.tsx'

export type PasskeyTrouble = 'unknown' | 'invalid' | 'clone' | 'locked' | 'too-low'
export type PasskeySignInProps = { t: PageT; csrf: string; uid: string; /** Missing under an address that keys cannot belong to. */ options: Record<string, unknown> | undefined; trouble: PasskeyTrouble | undefined }

export function PasskeySignInPage({ t, csrf, uid, options, trouble }: PasskeySignInProps) {
  return (
    <>
      {trouble === undefined ? null : <ErrorSummary title={t('sign-in.not-yet')} errors={[{ text: t(`passkey.trouble.${trouble}`) }]} />}
      <PageHead title={t('passkey.sign-in')} lead={t('passkey.sign-in-lead')} />
      <Stack gap="l">
        {options === undefined ? (
          <Note kind="warn" title={t('passkey.no-host')}>
            {t('passkey.no-host-why')}
          </Note>
        ) : (
          <Form action={`/citizen-id/sign-in/${uid}/passkey`} csrf={csrf}>
            <Island name="passkey-ceremony" of={PasskeyCeremony} props={{ kind: 'get' as const, options, id: 'use-key', words: ceremonyWords(t, 'passkey.use') }} />
          </Form>
        )}
        <p>{t('passkey.sign-in-none')}</p>
        <Row>
          <LinkButton href={`/citizen-id/sign-in/${uid}`} kind="bare" icon="arrow-left">
            {t('passkey.other-way')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}

/** What the button and the sentences around it say. */
export const ceremonyWords = (t: PageT, go: 'passkey.use' | 'passkey.make' | 'pass.make' | 'pass.lift-go' | 'pass.pair-go') => ({ go: t(go), script: t('passkey.script'), unsupported: t('passkey.unsupported'), failed: t('passkey.failed') })
