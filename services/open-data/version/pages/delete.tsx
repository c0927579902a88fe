import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextArea } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { versionPath } from '../address.ts'
import type { FileVersion } from '../schema.ts'

export type DeleteProps = { t: PageT; csrf: string; version: FileVersion; typed: Typed; errors: FormErrors }

/** Asks why an upload is to be taken away, because the reason is all that stays. */
export function DeletePage({ t, csrf, version, typed, errors }: DeleteProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      <PageHead title={t('version.delete')} lead={t('version.delete-lead')} />
      <Form action={`${versionPath(version.id)}/delete`} csrf={csrf}>
        <TextArea name="reason" label={t('version.delete-reason')} hint={t('version.delete-reason-hint')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={500} />
        <FormEnd>
          <Button kind="danger">{t('version.delete')}</Button>
          <LinkButton kind="bare" href={versionPath(version.id)}>
            {t('version.delete-keep')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
