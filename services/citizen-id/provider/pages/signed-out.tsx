import { LinkButton, PageHead, Row } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Props = { t: PageT; /** Addresses of services that end their session when a browser opens them. */ frames: readonly string[]; next: string | undefined; stayed: boolean }

export function SignedOutPage({ t, frames, next, stayed }: Props) {
  return (
    <>
      <PageHead title={t(stayed ? 'provider.sign-out-stay' : 'provider.signed-out-title')} lead={t(stayed ? 'provider.stayed-lead' : 'provider.signed-out-lead')} />
      <Row>
        {next === undefined ? <LinkButton href="/">{t('provider.signed-out-home')}</LinkButton> : <LinkButton href={next}>{t('provider.signed-out-on')}</LinkButton>}
      </Row>
      {frames.map((src) => (
        <iframe key={src} src={src} title={t('provider.signed-out-frame')} hidden />
      ))}
    </>
  )
}
