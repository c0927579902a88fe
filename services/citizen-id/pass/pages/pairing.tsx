import { ErrorSummary, Form, Island, LinkButton, Note, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { PasskeyCeremony } from '../../passkey/pages/passkey-ceremony.island.tsx'
import { ceremonyWords } from '../../passkey/pages/sign-in.tsx'
import { CodePicture } from '../../wallet/pages/code-picture.tsx'

/** The old phone confirms first: nobody pairs a phone at an open screen. */
export function PairPage({ t, csrf, options, trouble }: { t: PageT; csrf: string; options: Record<string, unknown> | undefined; trouble: 'unknown' | 'invalid' | 'clone' | 'locked' | undefined }) {
  return (
    <>
      {trouble === undefined ? null : <ErrorSummary title={t('pass.not-yet')} errors={[{ text: t(`passkey.trouble.${trouble}`) }]} />}
      <PageHead title={t('pass.pair')} lead={t('pass.pair-lead')} />
      {options === undefined ? (
        <Note kind="warn" title={t('passkey.no-host')}>
          {t('passkey.no-host-why')}
        </Note>
      ) : (
        <Form action="/pass/pair" csrf={csrf}>
          <Island name="passkey-ceremony" of={PasskeyCeremony} props={{ kind: 'get' as const, options, id: 'pair', words: ceremonyWords(t, 'pass.pair-go') }} />
        </Form>
      )}
    </>
  )
}

export type PairingProps = { t: PageT; state: 'waiting' | 'seen' | 'done' | 'late'; code: string; link: string; host: string; until: Date }

/** The code on the old phone, until the new one is there. */
export function PairingPage({ t, state, code, link, host, until }: PairingProps) {
  return (
    <>
      <PageHead title={t(state === 'waiting' ? 'pass.pair-scan' : `pass.pair-${state}`)} lead={t(`pass.pair-${state}-text`)} />
      <Stack gap="m">
        {state === 'waiting' ? (
          <>
            <CodePicture text={link} label={t('pass.picture')} />
            <p>
              {t('pass.type-instead', { host })}
              <br />
              <strong class="mr-figure mr-num" data-code>
                <b>{code}</b>
              </strong>
            </p>
            <Note kind="warn" title={t('pass.pair-beware')}>
              {t('pass.pair-beware-text')}
            </Note>
            <p class="mr-muted">{t('pass.until', { until })}</p>
          </>
        ) : null}
        <Row>
          <LinkButton href="/pass" kind={state === 'done' ? 'primary' : 'bare'}>
            {t('pass.to-home')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}
