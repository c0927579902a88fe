import { DataTable } from '../data-table/data-table.tsx'
import { aachen } from '../gallery/demo-town.ts'
import type { Example } from '../gallery/example.ts'
import { Tabs } from '../tabs/tabs.tsx'
import { Tag } from '../tag/tag.tsx'
import { WorkFrame } from './work-frame.tsx'

const cases = [
  { due: 'heute', subject: 'Straßenmusik', from: 'Ayşe Beispiel', kind: 'warn' as const, state: 'Prüfen', received: '20.11.' },
  { due: 'morgen', subject: 'Straßenfest', from: 'Frankenberg e. V.', kind: 'info' as const, state: 'Nachweis fehlt', received: '21.11.' },
  { due: '26.11.', subject: 'Sondernutzung Gehweg', from: 'Café Zuhause GmbH', kind: 'ok' as const, state: 'Entscheidungsreif', received: '14.11.' },
]

export const examples: Example[] = [
  {
    name: 'work-list',
    kind: 'page',
    density: 'dense',
    body: (
      <WorkFrame
        town={aachen}
        tool="Akte"
        words={{ skip: 'Zum Inhalt', home: 'Startseite', nav: 'Bereiche' }}
        rail={[
          { href: '/eingang', label: 'Eingang', icon: 'inbox', count: 12 },
          { href: '/faelle', label: 'Meine Fälle', icon: 'folder', count: 23, current: true },
          { href: '/fristen', label: 'Fristen', icon: 'calendar', count: 4 },
          { href: '/team', label: 'Team', icon: 'user', count: 87 },
          { href: '/auswertung', label: 'Auswertung', icon: 'data' },
        ]}
        account={<p>M. Muster</p>}
      >
        <div class="mr-stack">
          <h1>Meine Fälle</h1>
          <Tabs
            label="Ansichten"
            tabs={[
              { href: '?a=offen', label: 'Offen', count: 23, current: true },
              { href: '?a=woche', label: 'Frist diese Woche', count: 4 },
              { href: '?a=reif', label: 'Entscheidungsreif', count: 6 },
            ]}
          />
          <DataTable
            id="faelle"
            caption="Offene Fälle"
            hideCaption
            kind="work"
            rows={cases}
            isSelected={(row) => row.due === 'heute'}
            columns={[
              { key: 'due', head: 'Frist', cell: (row) => row.due, sort: { href: '?sort=-frist', direction: 'ascending' } },
              { key: 'subject', head: 'Anliegen', rowHead: true, cell: (row) => <a href="/fall">{row.subject}</a> },
              { key: 'from', head: 'Von', cell: (row) => row.from },
              { key: 'state', head: 'Status', cell: (row) => <Tag kind={row.kind}>{row.state}</Tag> },
              { key: 'received', head: 'Eingang', align: 'end', cell: (row) => row.received, sort: { href: '?sort=eingang' } },
            ]}
          />
        </div>
      </WorkFrame>
    ),
  },
]
