import type { Dictionary } from '@modellregion/kernel/words'

/** Review before publication: sending in, the department's check, the group's decision. */
export const review = {
  'review.privacy.purpose': 'Nachvollziehen, wer vor einer Veröffentlichung geprüft und entschieden hat',
  'review.send-title': 'Zur Prüfung senden',
  'review.not-sent': 'Der Entwurf ist noch nicht in der Prüfung',
  'review.not-sent-lead': 'Der Entwurf ist gespeichert. Nach diesen Änderungen lässt er sich senden.',
  'review.to-draft': 'Entwurf bearbeiten',
  'review.obstacle.file': (p: { file: string; reason: string }, f) => `Datei ${f.quote(p.file)}: ${p.reason}`,
  'review.obstacle.file-waiting': (p: { file: string }, f) => `Die Datei ${f.quote(p.file)} wird noch gelesen. Das dauert meist weniger als eine Minute.`,
  'review.obstacle.outdated': 'Der veröffentlichte Datensatz hat sich geändert, seit dieser Entwurf begonnen wurde. Bitte die Unterschiede ansehen und übernehmen.',
  'open-data.review.already-sent': 'Dieser Entwurf ist schon in der Prüfung.',
  'open-data.review.changed-meanwhile': 'Der Entwurf hat sich inzwischen geändert. Bitte noch einmal ansehen und dann senden.',
  'open-data.review.release-too-late': 'Der Tag der Veröffentlichung liegt mehr als ein Jahr entfernt. Bitte einen früheren wählen.',
  'open-data.review.release-unreadable': 'Der Tag der Veröffentlichung ist nicht lesbar. Bitte so angeben: 2026-03-04 oder 2026-03-04T08:00.',
  'open-data.review.not-yours': 'Diesen Entwurf senden nur Personen aus seiner Organisation.',
} satisfies Dictionary
