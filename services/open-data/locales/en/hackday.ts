import type { Translation } from '@modellregion/kernel/words'
import type { hackday as de } from '../de/hackday.ts'

export const hackday = {
  'hackday.privacy.purpose': 'Registration for a hackday',
} satisfies Translation<typeof de>
