import { EmptyState } from '../empty-state/empty-state.tsx'
import type { Example } from '../gallery/example.ts'
import { Tag } from '../tag/tag.tsx'
import { DataTable } from './data-table.tsx'

const rows = [
  { time: '22.11.2026 07:00', place: 'Wilhelmstraße', way: 'Zentrum', count: 184, temperature: '6,2', isOdd: false },
  { time: '22.11.2026 08:00', place: 'Vennbahnweg', way: 'Zentrum', count: 1024, temperature: '6,1', isOdd: true },
]

export const examples: Example[] = [
  {
    name: 'sortable',
    body: (
      <DataTable
        id="zeilen"
        caption="Erste Zeilen der Datei"
        captionNote="2 von 2.914.308"
        rows={rows}
        foot={[{ head: 'Summe aller Zeilen', cells: { count: '812.406.117' } }]}
        columns={[
          { key: 'time', head: 'Zeit', nowrap: true, cell: (row) => row.time, sort: { href: '?s=-zeit', direction: 'ascending' } },
          { key: 'place', head: 'Zählstelle', rowHead: true, cell: (row) => row.place, sort: { href: '?s=ort' } },
          { key: 'way', head: 'Richtung', cell: (row) => row.way },
          { key: 'count', head: 'Fahrten', align: 'end', cell: (row) => row.count.toLocaleString('de') },
          { key: 'temperature', head: '°C', align: 'end', cell: (row) => row.temperature },
          { key: 'quality', head: 'Güte', cell: (row) => (row.isOdd ? <Tag kind="warn">unplausibel</Tag> : 'gemessen') },
        ]}
      />
    ),
  },
  {
    name: 'empty',
    body: (
      <DataTable
        id="leer"
        caption="Berichte"
        rows={[]}
        columns={[{ key: 'x', head: 'Lauf', cell: () => '' }]}
        empty={<EmptyState level={2} title="Noch kein Lauf" text="Der erste Bericht steht hier nach der nächsten Nacht." />}
      />
    ),
  },
]
