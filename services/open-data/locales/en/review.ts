import type { Dictionary } from '@modellregion/kernel/words'

export const review = {
  'review.privacy.purpose': 'To know who checked and decided before a publication',
  'review.send-title': 'Send for review',
  'review.not-sent': 'The draft is not in review yet',
  'review.not-sent-lead': 'The draft is saved. It can be sent after these changes.',
  'review.to-draft': 'Edit the draft',
  'review.obstacle.file': (p: { file: string; reason: string }, f) => `File ${f.quote(p.file)}: ${p.reason}`,
  'review.obstacle.file-waiting': (p: { file: string }, f) => `The file ${f.quote(p.file)} is still being read. This usually takes less than a minute.`,
  'review.obstacle.outdated': 'The published dataset has changed since this draft was begun. Look at the differences and take them over.',
  'open-data.review.already-sent': 'This draft is in review already.',
  'open-data.review.changed-meanwhile': 'The draft has changed in the meantime. Look at it once more, then send it.',
  'open-data.review.release-too-late': 'The day of publication is more than a year away. Choose an earlier one.',
  'open-data.review.release-unreadable': 'The day of publication cannot be read. Give it as 2026-03-04 or 2026-03-04T08:00.',
  'open-data.review.not-yours': 'Only people of its organisation send this draft.',
} satisfies Dictionary
