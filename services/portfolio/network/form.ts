import { Type } from 'typebox'
import { errorsIn, type Ask, type FieldError, type FormErrors, type PageOptions } from '@modellregion/kernel'
import { pageWords } from '../locales/index.ts'

/** Sentences beside the fields; labels are words under `network.<prefix>.field.<name>`. */
export function sentencesOf(ask: Pick<Ask, 'say'>, prefix: 'event' | 'register' | 'question' | 'answer' | 'objection' | 'news', errors: readonly FieldError[]): FormErrors {
  const t = ask.say(pageWords)
  return errorsIn(t, errors, (field) => t.find(`network.${prefix}.field.${field}`) ?? field)
}

/** Options of a page with a form: 422 and a title that says so, when something is wrong. */
export const formPage = (errors: FormErrors = {}): PageOptions => ({ frame: 'question', private: true, noindex: true, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })

/** The moment that a form has seen, and whether what stands now is from another one: somebody else was quicker. */
export const momentOf = ({ changedAt }: { readonly changedAt: Date }): string => String(changedAt.getTime())
export const isOutdated = (seen: string | undefined, now: { readonly changedAt: Date }): boolean => seen !== undefined && seen !== momentOf(now)

/** Until when somebody has looked at a page, in milliseconds since 1970. */
export const until = Type.Optional(Type.Integer({ minimum: 0 }))
/** What came after the page was made was not seen, although the button was pressed later. */
export const lookedAt = (typed: number | undefined, now: Date): Date => new Date(Math.min(now.getTime(), typed ?? now.getTime()))

/** Only a redirected page says what was done; any other word in the address is nothing. */
export const doneOf = <Word extends string>(words: readonly Word[], typed: string | undefined): Word | undefined => words.find((word) => word === typed)
