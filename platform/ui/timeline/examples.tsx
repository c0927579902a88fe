import type { Example } from '../gallery/example.ts'
import { Timeline } from './timeline.tsx'

export const examples: Example[] = [
  {
    name: 'case',
    body: (
      <Timeline
        events={[
          { title: 'Antwort bis Montag, 30. November', state: 'open' },
          { title: 'Das Ordnungsamt prüft', when: 'seit heute, 8:40 Uhr', dateTime: '2026-11-24T08:40', state: 'now' },
          { title: 'Gebühr eingegangen, 10,00 €', when: '20. November 2026, 18:15 Uhr', by: 'Kasse', state: 'done' },
          { title: 'Antrag gestellt', when: '20. November 2026, 18:12 Uhr', by: 'Ayşe Beispiel', state: 'done' },
        ]}
      />
    ),
  },
]
