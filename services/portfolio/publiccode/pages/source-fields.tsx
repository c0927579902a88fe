import { FileField, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'

/** Where a file comes from: an address, an upload or a text. One is enough. */
export const SourceFields = ({ t, typed, errors }: { t: PageT; typed: Typed; errors: FormErrors }) => (
  <Stack>
    <p class="mr-muted">{t('publiccode.check.one-of')}</p>
    <TextField name="address" type="url" label={t('publiccode.check.address')} hint={t('publiccode.check.address-hint')} maxLength={2_000} value={typedOf(typed, 'address')} error={errors['address']} />
    <FileField name="file" label={t('publiccode.check.file')} hint={t('publiccode.check.file-hint')} accept=".yml,.yaml,text/yaml,application/yaml" error={errors['file']} />
    <TextArea name="text" label={t('publiccode.check.text')} rows={10} value={typedOf(typed, 'text')} error={errors['text']} />
  </Stack>
)

export const listed = (errors: FormErrors) => Object.entries(errors).map(([field, text]) => ({ field, text }))
