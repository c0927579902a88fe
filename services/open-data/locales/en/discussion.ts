import type { Translation } from '@modellregion/kernel/words'
import type { discussion as de } from '../de/discussion.ts'

export const discussion = {
  'discussion.privacy.purpose': 'Talking about datasets, thanks and applications',
  'discussion.privacy.data': 'Who wrote a post; the text itself is public and names nobody',
} satisfies Translation<typeof de>
