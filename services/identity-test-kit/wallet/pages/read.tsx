import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Stack, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { WalletLabel } from './label.tsx'

/** A question comes as a link, or as the text of a code that a camera would have read. */
export function ReadPage({ t, link, error }: { t: PageT; link: string; error: string | undefined }) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={error === undefined ? [] : [{ field: 'link', text: error }]} />
      <PageHead title={t('wallet.title')} lead={t('wallet.lead')} />
      <Stack gap="l">
        <WalletLabel t={t} />
        <Form action="/identity-test-kit/wallet" method="get">
          <TextField name="link" label={t('wallet.link')} hint={t('wallet.link-hint')} value={link} error={error} autocomplete="off" />
          <FormEnd>
            <Button>{t('wallet.read')}</Button>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}

const heads = { bad: 'wallet.bad', cannot: 'wallet.cannot', refused: 'wallet.refused', sent: 'wallet.sent' } as const

/** The wallet is done, or will not answer. */
export function EndPage({ t, end, reason }: { t: PageT; end: keyof typeof heads; reason: string | undefined }) {
  return (
    <>
      <PageHead title={t(heads[end])} lead={end === 'bad' ? t('wallet.bad-text') : end === 'refused' ? t('wallet.refused-text') : undefined} />
      <Stack gap="m">
        <WalletLabel t={t} />
        {reason === undefined ? null : <p class="mr-small mr-muted">{t('wallet.technical', { reason })}</p>}
        <p>
          <LinkButton href="/identity-test-kit/wallet" kind="bare">
            {t('wallet.title')}
          </LinkButton>
        </p>
      </Stack>
    </>
  )
}
