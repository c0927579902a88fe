import type { Dictionary } from '@modellregion/kernel/words'

/** Days on which people work with the data together. */
export const hackday = {
  'hackday.privacy.purpose': 'Anmeldung zu einem Hackday',
} satisfies Dictionary
