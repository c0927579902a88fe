import { Button, ConfirmPage, Form, LinkButton } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Kind, SeriesEntry, ServiceEntry } from '../schema.ts'

export type DeleteProps = { t: T; csrf: string; kind: Kind; entry: SeriesEntry | ServiceEntry }

/** What goes and what stays, before it goes. */
export function DeletePage({ t, csrf, kind, entry }: DeleteProps) {
  const path = `/open-data/${kind}/${entry.name}`
  return (
    <ConfirmPage title={t('series.delete-question', { title: entry.title })} text={t(`series.${kind}.delete-text`)}>
      <Form action={`${path}/delete`} csrf={csrf} bare>
        <Button kind="danger">{t(`series.${kind}.delete`)}</Button>
      </Form>
      <LinkButton kind="quiet" href={path}>
        {t('series.keep')}
      </LinkButton>
    </ConfirmPage>
  )
}
