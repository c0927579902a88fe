import type { Dictionary } from '@modellregion/kernel/words'

/** What people say about a dataset. */
export const discussion = {
  'discussion.privacy.purpose': 'Gespräch über Datensätze, Dank und Anwendungen',
  'discussion.privacy.data': 'Wer einen Beitrag geschrieben hat; der Text selbst ist öffentlich und nennt niemanden',
} satisfies Dictionary
