import type { Translation } from '@modellregion/kernel/words'
import type { programme as de } from '../de/programme.ts'

export const programme: Translation<typeof de> = {
  'programme.kind-of-result': 'Project',
}
