import { Button, ErrorSummary, FileField, Form, FormEnd, LinkButton, Note, PageHead, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

/** A package of another installation: by address or as a file. */
export function ImportPage({ t, csrf, typed, errors, complaints }: { t: PageT; csrf: string; typed: Typed; errors: FormErrors; complaints: readonly string[] }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <Stack gap="l">
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('adoption.import.title')} lead={t('adoption.import.lead')} />
      {complaints.length > 0 ? (
        <Note kind="bad" role="alert" title={t('adoption.import.refused')}>
          <ul class="mr-text">
            {complaints.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <Form action="/portfolio/adoption/import" csrf={csrf} multipart>
        <TextField name="address" type="url" label={t('adoption.import.address')} hint={t('adoption.import.address-hint')} optional={t('form.optional')} value={typedOf(typed, 'address')} error={errors['address']} />
        <FileField name="package" label={t('adoption.import.file')} hint={t('adoption.import.file-hint')} optional={t('form.optional')} accept="application/json,.json" error={errors['package']} />
        <FormEnd>
          <Button>{t('adoption.import.do')}</Button>
          <LinkButton kind="bare" href="/portfolio/adoption">
            {t('adoption.back-to-list')}
          </LinkButton>
        </FormEnd>
      </Form>
    </Stack>
  )
}
