import type { Translation } from '@modellregion/kernel/words'
import type { follow as de } from '../de/follow.ts'

export const follow = {
  'follow.privacy.purpose': 'Telling people about new data',
  'follow.privacy.until': 'Until unsubscribed; unconfirmed addresses seven days',
  'follow.privacy.data': 'E-mail address and language',
  'follow.privacy.subjects': 'What an address follows',
} satisfies Translation<typeof de>
