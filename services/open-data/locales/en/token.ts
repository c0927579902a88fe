import type { Dictionary } from '@modellregion/kernel/words'

export const token = {
  'token.privacy.purpose': 'Allow and end the access of programs to the data portal in the name of an account',
} satisfies Dictionary
