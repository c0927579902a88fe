import type { Example } from '../gallery/example.ts'
import { Accordion } from './accordion.tsx'

export const examples: Example[] = [
  {
    name: 'questions',
    body: (
      <Accordion
        items={[
          { title: 'Darf ich die Daten verkaufen?', body: <p>Ja, wenn Sie die Quelle nennen.</p>, open: true },
          { title: 'Wer haftet für Fehler?', body: <p>Die Stadt prüft, aber sie gewährt keine Fehlerfreiheit.</p> },
        ]}
      />
    ),
  },
]
