import { LinkButton, Note, PageHead, Row } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

type Props = {
  t: Say<KernelWords>
  /** The provider at which the person is still signed in. */
  providerName: string | undefined
}

export function SignedOutPage({ t, providerName }: Props) {
  return (
    <>
      <PageHead title={t('identity.signed-out-title')} lead={t('session.signed-out')} />
      {providerName === undefined ? null : (
        <Note title={t('identity.still-there', { provider: providerName })} level={0}>
          <p>
            <a href="/sign-out/provider">{t('identity.sign-out-at', { provider: providerName })}</a>
          </p>
        </Note>
      )}
      <Row>
        <LinkButton href="/sign-in" kind="quiet">
          {t('identity.sign-in-again')}
        </LinkButton>
      </Row>
    </>
  )
}
