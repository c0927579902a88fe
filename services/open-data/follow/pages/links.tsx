import { Button, ConfirmPage, Form, LinkButton } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'

type Props = { t: T; action: string; label: string | undefined }

/** Where the link of the first mail leads: programs that open links in advance confirm nothing. */
export function ConfirmFollowPage({ t, action, label }: Props) {
  return (
    <ConfirmPage title={t('follow.confirm-title')} text={t('follow.confirm-text', { label: label ?? '' })}>
      <Form action={action} bare>
        <Button>{t('follow.confirm')}</Button>
      </Form>
    </ConfirmPage>
  )
}

/** Where the link at the end of each mail leads. */
export function StopPage({ t, action, label }: Props) {
  return (
    <ConfirmPage title={t('follow.stop-title')} text={label === undefined ? t('follow.stop-all') : t('follow.stop-one', { label })}>
      <Form action={action} bare>
        <Button>{t('follow.stop')}</Button>
      </Form>
      <LinkButton kind="quiet" href="/open-data">
        {t('follow.stop-keep')}
      </LinkButton>
    </ConfirmPage>
  )
}
