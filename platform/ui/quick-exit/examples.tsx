import type { Example } from '../gallery/example.ts'
import { Island } from '../island/island.tsx'
import { QuickExit } from './quick-exit.island.tsx'

export const examples: Example[] = [
  {
    name: 'leave',
    body: (
      <Island
        name="quick-exit"
        of={QuickExit}
        props={{ href: '/', keptHref: '/', label: 'Schnell weg', hint: 'oder dreimal die Taste Esc', traces: { prefix: 'example', scopes: ['/example'], caches: 'example' }, trail: '/example' }}
      />
    ),
  },
]
