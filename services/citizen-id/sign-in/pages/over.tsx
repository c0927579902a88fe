import { LinkButton, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

/** `over`: the sign-in has ended. `failed`: whoever asked has asked wrongly. */
export type OverProps = { t: PageT; reason: 'over' | 'failed'; code?: string | undefined }

export function OverPage({ t, reason, code }: OverProps) {
  return (
    <>
      <PageHead title={t(reason === 'over' ? 'sign-in.over-title' : 'sign-in.failed-title')} lead={t(reason === 'over' ? 'sign-in.over-lead' : 'sign-in.failed-lead')} />
      <Stack gap="m">
        <p>{t(reason === 'over' ? 'sign-in.over-next' : 'sign-in.failed-next')}</p>
        {code === undefined ? null : <p class="mr-small mr-muted">{t('sign-in.failed-code', { code })}</p>}
        <Row>
          <LinkButton href="/sign-in">{t('sign-in.again')}</LinkButton>
          <LinkButton href="/" kind="bare">
            {t('sign-in.home')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}
