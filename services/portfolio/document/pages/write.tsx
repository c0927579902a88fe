import { Button, Checkboxes, ErrorSummary, FileField, Form, FormEnd, LinkButton, PageHead, Radios, Select, TextArea, TextField } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { reuseClasses } from '../../shelf/schema.ts'
import { textLimit, type DocumentVersion } from '../schema.ts'

export type WriteDocumentProps = { t: PageT; csrf: string; title: string; action: string; cancel: string; typed: Typed; errors: FormErrors; licences: readonly string[]; kept: DocumentVersion['files'] }

export function WriteDocumentPage({ t, csrf, title, action, cancel, typed, errors, licences, kept }: WriteDocumentProps) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  const optional = t('document.optional')
  return (
    <>
      <ErrorSummary title={t('document.errors')} errors={Object.entries(errors).map(([field, message]) => ({ field, text: message }))} />
      <PageHead title={title} lead={t('document.write-lead')} />
      <Form action={action} csrf={csrf} multipart hidden={{ base: typedOf(typed, 'base'), from: typedOf(typed, 'from') }}>
        <TextField {...text('title')} label={t('document.field.title')} maxLength={120} />
        <TextField {...text('titleEn')} label={t('document.field.titleEn')} optional={optional} maxLength={120} lang="en" />
        <TextArea {...text('summary')} label={t('document.field.summary')} hint={t('document.field.summary-hint')} rows={2} maxLength={300} />
        <TextArea {...text('summaryEn')} label={t('document.field.summaryEn')} optional={optional} rows={2} maxLength={300} lang="en" />
        <Radios {...text('class')} label={t('document.field.class')} choices={reuseClasses.map((one) => ({ value: one, label: t(`document.class.${one}`), hint: t(`document.class.${one}.means`) }))} />
        <Select {...text('licence')} label={t('document.field.licence')} hint={t('document.field.licence-hint')} choices={licences.map((one) => ({ value: one, label: one }))} />
        <TextArea {...text('text')} label={t('document.field.text')} hint={t('document.field.text-hint')} rows={18} maxLength={textLimit} />
        {kept.length > 0 && <Checkboxes name="remove" label={t('document.field.remove')} values={tickedOf(typed, 'remove')} choices={kept.map(({ path }) => ({ value: path, label: path }))} />}
        <FileField name="files" label={t('document.field.files')} hint={t('document.field.files-hint')} optional={optional} error={errors['files']} multiple />
        <TextField {...text('label')} label={t('document.field.label')} hint={t('document.field.label-hint')} maxLength={30} width={10} />
        <TextField {...text('note')} label={t('document.field.note')} optional={optional} maxLength={300} />
        <FormEnd>
          <Button>{t('document.save')}</Button>
          <LinkButton kind="bare" href={cancel}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
