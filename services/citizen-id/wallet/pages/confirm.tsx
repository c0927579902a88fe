import { Button, Form, LinkButton, Note, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

export type ConfirmProps = { t: PageT; csrf: string; code: string; client: string; town: string; since: Date; numbers: readonly number[] }

/** On the device with the wallet: which number does the screen show? Whoever sits before another screen than they think does not know it. */
export function ConfirmPage({ t, csrf, code, client, town, since, numbers }: ConfirmProps) {
  return (
    <>
      <PageHead title={t('wallet.confirm-title')} lead={client === '' ? t('wallet.confirm-town', { town, since }) : t('wallet.confirm-client', { client, since })} />
      <Stack gap="m">
        <p>{t('wallet.confirm-text')}</p>
        <Row>
          {numbers.map((number) => (
            <Form key={number} action="/citizen-id/wallet/confirm" csrf={csrf} hidden={{ code, number: String(number) }} bare>
              <Button kind="quiet">{String(number)}</Button>
            </Form>
          ))}
        </Row>
        <Note kind="warn" title={t('wallet.confirm-beware')}>
          {t('wallet.confirm-beware-text')}
        </Note>
        <Form action="/citizen-id/wallet/confirm" csrf={csrf} hidden={{ code, number: '0' }} bare>
          <Button kind="danger">{t('wallet.confirm-none')}</Button>
        </Form>
      </Stack>
    </>
  )
}

/** The end on the device with the wallet, and everything that ends a try. */
export function EndPage({ t, end, uid }: { t: PageT; end: 'confirmed' | 'wrong' | 'over' | 'declined' | 'elsewhere'; uid?: string | undefined }) {
  return (
    <>
      <PageHead title={t(`wallet.end.${end}`)} lead={t(`wallet.end.${end}-text`)} />
      {uid === undefined ? null : (
        <Row>
          <LinkButton href={`/citizen-id/sign-in/${uid}`}>{t('wallet.other-way')}</LinkButton>
        </Row>
      )}
    </>
  )
}
