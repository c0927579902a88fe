import { Button, ConfirmPage, Form, LinkButton } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { adoptionHref } from './parts.tsx'

/** The question before a use ends. */
export const EndPage = ({ t, csrf, id, title }: { t: PageT; csrf: string; id: string; title: string }) => (
  <ConfirmPage title={t('adoption.end.question', { title })} text={t('adoption.end.text')}>
    <Form action={adoptionHref(id, '/end')} csrf={csrf} bare>
      <Button kind="danger">{t('adoption.end.do')}</Button>
    </Form>
    <LinkButton kind="quiet" href={adoptionHref(id)}>
      {t('adoption.end.keep')}
    </LinkButton>
  </ConfirmPage>
)
