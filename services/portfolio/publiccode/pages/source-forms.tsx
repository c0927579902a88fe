import type { ComponentChildren } from 'preact'
import { Button, FileField, Form, FormEnd, Section, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

export type SourceProps = { t: PageT; csrf: string; action: string; send: string; typed: Typed; errors: FormErrors; /** Further fields of each form; the name tells them apart. */ more?: (form: string) => ComponentChildren }

/** Where a file comes from: an address or a text in one form, an upload in the other. Files flow by their own way, with the token in the address. */
export const SourceForms = ({ t, csrf, action, send, typed, errors, more }: SourceProps) => (
  <Stack gap="l">
    <Section id="by-text" title={t('publiccode.check.by-text')}>
      <Form action={action} csrf={csrf}>
        <TextField name="address" type="url" label={t('publiccode.check.address')} hint={t('publiccode.check.address-hint')} optional={t('form.optional')} maxLength={2_000} value={typedOf(typed, 'address')} error={errors['address']} />
        <TextArea name="text" label={t('publiccode.check.text')} optional={t('form.optional')} rows={10} value={typedOf(typed, 'text')} error={errors['text']} />
        {more?.('text')}
        <FormEnd>
          <Button>{send}</Button>
        </FormEnd>
      </Form>
    </Section>
    <Section id="by-file" title={t('publiccode.check.by-file')}>
      <Form action={action} csrf={csrf} multipart>
        <FileField name="file" label={t('publiccode.check.file')} hint={t('publiccode.check.file-hint')} accept=".yml,.yaml,text/yaml,application/yaml" error={errors['file']} />
        {more?.('file')}
        <FormEnd>
          <Button kind="quiet">{send}</Button>
        </FormEnd>
      </Form>
    </Section>
  </Stack>
)

export const listed = (errors: FormErrors) => Object.entries(errors).map(([field, text]) => ({ field, text }))
