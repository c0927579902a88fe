import type { FieldError } from './form.ts'
import type { Say } from '../i18n/index.ts'
import type { KernelWords } from '../locales/index.ts'

/** Sentences by field, for the field and for the summary. */
export type Errors = Readonly<Record<string, string>>

// A label that asks loses its mark before the colon: "Was fehlt: Diese Angabe …".
const nameOf = (label: string): string => label.replace(/\s*\?$/, '')

/** The refusals of a form in words; `labelOf` names the field as the page does. */
export const errorsIn = (t: Pick<Say<KernelWords>, 'find'>, errors: readonly FieldError[], labelOf: (field: string) => string): Errors =>
  Object.fromEntries(errors.map(({ field, code, limit = 0 }) => [field, t.find(`forms.error.${code}`, { field: nameOf(labelOf(field)), limit }) ?? field]))
