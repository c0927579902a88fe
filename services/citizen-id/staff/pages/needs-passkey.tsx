import { LinkButton, Note, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Props = { t: PageT; uid: string; demand: 'needs-passkey' | 'enrolment-only' | 'locked' }

/** Staff have proved who they are, but by a way that a false page could copy: what to do now. */
export function NeedsPasskeyPage({ t, uid, demand }: Props) {
  if (demand === 'locked')
    return (
      <>
        <PageHead title={t('staff.locked-title')} lead={t('staff.locked-lead')} />
        <Row>
          <LinkButton href="/" kind="quiet">
            {t('staff.to-town')}
          </LinkButton>
        </Row>
      </>
    )
  return (
    <>
      <PageHead title={t('staff.passkey-title')} lead={t('staff.passkey-lead')} />
      <Stack gap="l">
        <Note level={2} title={t('staff.passkey-why')}>
          {t('staff.passkey-why-text')}
        </Note>
        <section>
          <h2 class="mr-h3">{t('staff.passkey-have')}</h2>
          <p>{t('staff.passkey-have-text')}</p>
          <Row>
            <LinkButton href={`/citizen-id/sign-in/${uid}`}>{t('staff.passkey-use')}</LinkButton>
          </Row>
        </section>
        <section>
          <h2 class="mr-h3">{t('staff.passkey-none')}</h2>
          <p>{t('staff.passkey-none-text')}</p>
        </section>
      </Stack>
    </>
  )
}
