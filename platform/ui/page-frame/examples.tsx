import { Note } from '../note/note.tsx'
import { PageHead } from '../layout/layout.tsx'
import { frame } from '../gallery/demo-town.ts'
import type { Example } from '../gallery/example.ts'
import { PageFrame } from './page-frame.tsx'

const path = [{ label: 'Start', href: '/' }, { label: 'Daten', href: '/open-data' }, { label: 'Radverkehr: Zählstellen' }]

export const examples: Example[] = [
  {
    name: 'page',
    kind: 'page',
    body: (
      <PageFrame {...frame} breadcrumb={path} banner={<p>Das ist eine Vorführung. Alle Personen sind erfunden.</p>}>
        <PageHead title="Geschwindigkeitsüberwachung im Straßenverkehr" lead="So sieht eine Seite mit langem Titel und einem Satz darunter aus." />
        <Note title="Nur ein Beispiel">Der Inhalt steht zwischen Kopf und Fuß.</Note>
      </PageFrame>
    ),
  },
  {
    name: 'acting',
    kind: 'page',
    body: (
      <PageFrame {...frame} acting={{ text: 'Sie handeln für Bäckerei Muster GmbH', link: { href: '/acting', label: 'Ändern oder beenden' } }}>
        <PageHead title="Aushang" lead="So sieht eine Seite aus, wenn jemand für jemand anderen handelt." />
      </PageFrame>
    ),
  },
  {
    name: 'signed-out',
    kind: 'page',
    body: (
      <PageFrame {...frame} mine={{ href: '/anmelden', label: 'Anmelden' }} width="form">
        <PageHead title="Seite nicht gefunden" lead="Die Adresse gibt es nicht oder nicht mehr." />
      </PageFrame>
    ),
  },
]
