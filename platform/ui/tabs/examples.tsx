import type { Example } from '../gallery/example.ts'
import { Tabs } from './tabs.tsx'

export const examples: Example[] = [
  {
    name: 'dataset',
    body: (
      <Tabs
        label="Ansichten"
        tabs={[
          { href: '?ansicht=vorschau', label: 'Vorschau', current: true },
          { href: '?ansicht=dateien', label: 'Dateien', count: 4 },
          { href: '?ansicht=felder', label: 'Felder' },
          { href: '?ansicht=verlauf', label: 'Verlauf' },
          { href: '?ansicht=fragen', label: 'Rückfragen' },
        ]}
      />
    ),
  },
]
