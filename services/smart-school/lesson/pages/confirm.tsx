import { Button, ConfirmPage, Form, LinkButton } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

export type SureProps = { t: PageT; csrf: string; what: 'close' | 'erase'; action: string; back: string; name: string }

/** Asked once more, because it cannot be undone. */
export function SurePage({ t, csrf, what, action, back, name }: SureProps) {
  return (
    <ConfirmPage title={t(`lesson.${what}.title`)} text={t(`lesson.${what}.text`, { name })}>
      <Form action={action} csrf={csrf} bare>
        <Button kind={what === 'erase' ? 'danger' : undefined}>{t(`lesson.${what}.yes`)}</Button>
      </Form>
      <LinkButton kind="quiet" href={back}>
        {t(`lesson.${what}.no`)}
      </LinkButton>
    </ConfirmPage>
  )
}
