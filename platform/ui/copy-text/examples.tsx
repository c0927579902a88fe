import type { Example } from '../gallery/example.ts'
import { Island } from '../island/island.tsx'
import { CopyText } from './copy-text.island.tsx'

export const examples: Example[] = [
  {
    name: 'citation',
    body: (
      <Island
        name="copy-text"
        of={CopyText}
        props={{ text: 'Stadt Aachen (2026): Radverkehr, Zählstellen', label: 'Zitieren als', words: { copy: 'Kopieren', copied: 'Kopiert' } }}
      />
    ),
  },
]
