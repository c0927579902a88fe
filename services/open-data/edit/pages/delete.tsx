import { Button, ConfirmPage, Form, LinkButton } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'

/** The question before a draft goes; what is published stays. */
export function DeletePage({ t, csrf, id, isChange }: { t: T; csrf: string; id: string; isChange: boolean }) {
  return (
    <ConfirmPage title={t('edit.delete.question')} text={t(isChange ? 'edit.delete.text-change' : 'edit.delete.text')}>
      <Form bare action={`/open-data/draft/${id}/delete`} csrf={csrf}>
        <Button kind="danger" icon="bin">
          {t('edit.delete.title')}
        </Button>
      </Form>
      <LinkButton kind="quiet" href={`/open-data/draft/${id}/send`}>
        {t('edit.delete.keep')}
      </LinkButton>
    </ConfirmPage>
  )
}
