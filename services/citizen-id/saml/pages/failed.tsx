import { LinkButton, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Failure, Source } from '../schema.ts'

type Props = { t: PageT; uid: string; source: Source; failure: Failure | 'locked' }

/** Nobody was identified: says why and offers both ways on. */
export function FailedPage({ t, uid, source, failure }: Props) {
  const key = source === 'bundid' && failure === 'failed' ? 'bundid.failed.failed' : (`eid.failed.${failure}` as const)
  return (
    <>
      <PageHead title={t('eid.failed.title')} lead={t(key)} />
      <Row>
        <LinkButton href={`/citizen-id/sign-in/${uid}/${source}`}>{t('eid.failed.again')}</LinkButton>
        <LinkButton href={`/citizen-id/sign-in/${uid}`} kind="quiet">
          {t('eid.other-way')}
        </LinkButton>
      </Row>
    </>
  )
}

/** Identity and account do not belong to one person. */
export function RefusedPage({ t, uid }: Pick<Props, 't' | 'uid'>) {
  return (
    <>
      <PageHead title={t('eid.refused.title')} lead={t('eid.refused.lead')} />
      <Stack gap="m">
        <p>{t('eid.refused.next')}</p>
        <Row>
          <LinkButton href={`/citizen-id/sign-in/${uid}`}>{t('eid.refused.back')}</LinkButton>
        </Row>
      </Stack>
    </>
  )
}
