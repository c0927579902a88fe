import { Button, DescriptionList, Form, LinkButton, Note, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Told } from '../refusal.ts'
import { Simulated } from './simulated.tsx'

export type StartProps = {
  t: PageT
  csrf: string
  uid: string
  client: string
  address: boolean
  otherDevice: boolean
  simulated: boolean
  /** Why the try before did not work; `wrong-number` and `late` are ours. */
  failure: Told | 'wrong-number' | 'late' | undefined
}

/** Before a wallet is asked: who asks, what for, which data; then on this device or on another. */
export function StartPage({ t, csrf, uid, client, address, otherDevice, simulated, failure }: StartProps) {
  const path = `/citizen-id/sign-in/${uid}/wallet`
  const asked = [t('wallet.claim.name'), t('wallet.claim.birth'), t('wallet.claim.subject'), t('wallet.claim.country'), ...(address ? [t('wallet.claim.address')] : [])]
  return (
    <>
      <PageHead title={t('wallet.title')} lead={t('wallet.lead')} />
      <Stack gap="l">
        {failure === undefined ? null : (
          <Note kind="warn" title={t('wallet.not-yet')} role="alert">
            {t(`wallet.failed.${failure}`)}
          </Note>
        )}
        {simulated ? <Simulated t={t} /> : null}
        <DescriptionList
          entries={[
            { term: t('wallet.asks'), value: client === '' ? t('wallet.asks-town') : client },
            { term: t('wallet.asked'), value: t.format.list(asked) },
            { term: t('wallet.why'), value: t('wallet.why-text') },
          ]}
        />
        <Section title={t('wallet.this-title')} id="this-device">
          <Stack gap="s">
            <p>{t('wallet.this-text')}</p>
            <Form action={path} csrf={csrf} hidden={{ device: 'this' }} bare>
              <Button icon="device">{t('wallet.this-button')}</Button>
            </Form>
          </Stack>
        </Section>
        {otherDevice ? (
          <Section title={t('wallet.other-title')} id="other-device">
            <Stack gap="s">
              <p>{t('wallet.other-text')}</p>
              <Form action={path} csrf={csrf} hidden={{ device: 'other' }} bare>
                <Button kind="quiet">{t('wallet.other-button')}</Button>
              </Form>
            </Stack>
          </Section>
        ) : null}
        <Row>
          <LinkButton href={`/citizen-id/sign-in/${uid}`} kind="bare" icon="arrow-left">
            {t('wallet.other-way')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}
