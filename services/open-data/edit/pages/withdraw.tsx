import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextArea } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'

export type WithdrawProps = { t: T; csrf: string; id: string; name: string; typed: string; errors: Readonly<Record<string, string>>; errorTitle: string }

/** The question before a dataset leaves the catalogue. */
export function WithdrawPage({ t, csrf, id, name, typed, errors, errorTitle }: WithdrawProps) {
  return (
    <>
      <ErrorSummary title={errorTitle} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={t('edit.withdraw.question', { title: name })} lead={t('edit.withdraw.lead')} />
      <Form action={`/open-data/workshop/withdraw/${id}`} csrf={csrf}>
        <TextArea name="reason" label={t('edit.withdraw.reason')} hint={t('edit.withdraw.reason.hint')} value={typed} error={errors['reason']} rows={3} maxLength={1_000} />
        <FormEnd>
          <Button kind="danger">{t('edit.withdraw.title')}</Button>
          <LinkButton kind="quiet" href="/open-data/workshop">
            {t('edit.withdraw.keep')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
