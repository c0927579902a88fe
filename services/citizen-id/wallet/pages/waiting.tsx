import { Button, Form, LinkButton, Note, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Told } from '../refusal.ts'
import { CodePicture } from './code-picture.tsx'
import { Simulated } from './simulated.tsx'

export type WaitingProps = {
  t: PageT
  csrf: string
  uid: string
  device: 'this' | 'other'
  /** What calls the wallet. */
  link: string
  number: number
  until: Date
  /** The wallet has answered; the number is still to be named there. */
  answered: boolean
  simulated: boolean
  /** Does not load itself again: for people whom that throws out of what they read. */
  still: boolean
  failure: Told | undefined
}

/** While the wallet is asked. With a wallet on another device the page loads itself again, unless that was switched off, and goes on when the answer is there. */
export function WaitingPage({ t, csrf, uid, device, link, number, until, answered, simulated, still, failure }: WaitingProps) {
  return (
    <>
      <PageHead title={t(device === 'this' ? 'wallet.open-title' : 'wallet.scan-title')} lead={t(device === 'this' ? 'wallet.open-lead' : still ? 'wallet.scan-still' : 'wallet.scan-lead')} />
      <Stack gap="l">
        {failure === undefined ? null : (
          <Note kind="warn" title={t('wallet.not-yet')} role="alert">
            {t(`wallet.failed.${failure}`)}
          </Note>
        )}
        {answered ? (
          <Note kind="ok" title={t('wallet.answered')} role="status">
            {t('wallet.answered-text', { number })}
          </Note>
        ) : null}
        {device === 'this' ? null : (
          <Row>
            {still ? (
              <LinkButton href={`/citizen-id/sign-in/${uid}/wallet?still=1`} kind="quiet">
                {t('wallet.on')}
              </LinkButton>
            ) : (
              <LinkButton href={`/citizen-id/sign-in/${uid}/wallet?still=1`} kind="bare">
                {t('wallet.still')}
              </LinkButton>
            )}
          </Row>
        )}
        {device === 'this' ? (
          <p>
            <LinkButton href={link} icon="device">
              {t('wallet.open-button')}
            </LinkButton>
          </p>
        ) : (
          <>
            <Stack gap="s">
              <CodePicture text={link} label={t('wallet.code-label')} />
              <p class="mr-lead">
                {t('wallet.number')} <strong data-number>{number}</strong>
              </p>
              <p>{t('wallet.number-text')}</p>
            </Stack>
            <Note kind="warn" title={t('wallet.beware')}>
              {t('wallet.beware-text')}
            </Note>
            <details>
              <summary>{t('wallet.as-text')}</summary>
              <p class="mr-small" data-wallet-link>
                {link}
              </p>
            </details>
          </>
        )}
        {simulated ? <Simulated t={t} /> : null}
        <p class="mr-muted">{t('wallet.until', { until })}</p>
        <Row>
          <Form action={`/citizen-id/sign-in/${uid}/wallet/again`} csrf={csrf} bare>
            <Button kind="bare">{t('wallet.again')}</Button>
          </Form>
          <LinkButton href={`/citizen-id/sign-in/${uid}`} kind="bare" icon="arrow-left">
            {t('wallet.other-way')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}
