import type { Dictionary } from '@modellregion/kernel/words'

export const scan = {
  'scan.privacy.purpose': 'To know who decided about a finding when files were searched for personal data',
} satisfies Dictionary
