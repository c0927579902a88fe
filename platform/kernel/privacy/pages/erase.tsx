import { Button, Form, FormEnd, LinkButton, PageHead } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

export function ErasePage({ t, csrf }: { t: Say<KernelWords>; csrf: string }) {
  return (
    <>
      <PageHead title={t('identity.account-delete')} lead={t('identity.account-delete-question')} />
      <Form action="/account/delete" csrf={csrf}>
        <FormEnd>
          <Button kind="danger">{t('identity.account-delete')}</Button>
          <LinkButton href="/account" kind="quiet">
            {t('identity.account-keep')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
