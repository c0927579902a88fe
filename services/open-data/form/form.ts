import { errorsIn, kernelWords, type Ask, type FieldError, type FormErrors } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import type { FormProps, FormState } from './props.ts'

/** Props of a form page, with the words of the kernel's forms. */
export function formProps(ask: Pick<Ask, 'say' | 'csrf'>, { typed = {}, errors = {} }: FormState = {}): FormProps {
  const say = ask.say(kernelWords)
  return {
    t: ask.say(words),
    csrf: ask.csrf(),
    typed,
    errors,
    errorTitle: say.count('form.errors', Math.max(1, Object.keys(errors).length)),
    optional: say('form.optional'),
    dateWords: { day: say('forms.day'), month: say('forms.month'), year: say('forms.year') },
  }
}

/** Sentences beside the fields; labels are words under `<prefix>.field.<name>`. */
export function sentencesOf(ask: Pick<Ask, 'say'>, prefix: string, errors: readonly FieldError[]): FormErrors {
  const t = ask.say(words)
  return errorsIn(ask.say(kernelWords), errors, (field) => t.find(`${prefix}.field.${field}`) ?? field)
}

/** What a page says of itself when something in its form is wrong. */
export const refusedPage = ({ errors = {} }: FormState): { status?: number; hasErrors?: boolean } => (Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {})

/** Options of a page with a form: 422 and a title that says so, when something is wrong. */
export const formPage = (state: FormState = {}) => ({ frame: 'question' as const, private: true, noindex: true, ...refusedPage(state) })
