import { consolePage, errorsIn, type Ask, type FormErrors, type PageOptions, type Typed } from '@modellregion/kernel'
import { pageWords } from '../locales/index.ts'

/** What a form page shows again: what was typed, and a sentence for each field that is wrong. */
export type FormState = { readonly typed: Typed; readonly errors: FormErrors }
export const untouched: FormState = { typed: {}, errors: {} }

/** The refusals of a form of the office, each with the label of its field. */
export const refusedForm = ({ say }: Pick<Ask, 'say'>, read: { errors: Parameters<typeof errorsIn>[1]; typed: Typed }): FormState => {
  const t = say(pageWords)
  return { typed: read.typed, errors: errorsIn(t, read.errors, (field) => t.find(`office.field.${field}`) ?? field) }
}

/** Pages of the office stand in the console; one with mistakes says so in its status and title. */
export const officePage = (ask: Parameters<typeof consolePage>[0], { errors }: FormState = untouched, options: PageOptions = {}): PageOptions =>
  consolePage(ask, Object.keys(errors).length > 0 ? { ...options, status: 422, hasErrors: true } : options)

/** What every page of the office is given. */
export const pageProps = (ask: Pick<Ask, 'say' | 'csrf'>, state: FormState = untouched) => ({ t: ask.say(pageWords), csrf: ask.csrf(), ...state })

// The access rule lets nobody in who has not signed in.
export function accountOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('A page of the office was open to a guest; see office/access.ts.')
  return actor.id
}
