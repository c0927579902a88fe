import type { PersonalData } from '@modellregion/kernel'

export const threadPrivacy: readonly PersonalData[] = [
  { table: 'help_chat.epoch', columns: ['signature'], harmless: 'Made with the key of a case or of a confidant in their office; bytes from which nobody is read.' },
  { table: 'help_chat.envelope', columns: ['signature'], harmless: 'Made with the key of a case or of a confidant in their office; bytes from which nobody is read.' },
]
