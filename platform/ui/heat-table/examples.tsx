import type { Example } from '../gallery/example.ts'
import { type HeatCell, HeatTable } from './heat-table.tsx'

const cells = (...values: (number | null)[]): HeatCell[] =>
  values.map((value) => (value === null ? { text: '–', band: 'none' } : { text: value.toLocaleString('de'), band: value <= 1000 ? 'ok' : value < 1400 ? 'mid' : 'bad' }))

export const examples: Example[] = [
  {
    name: 'rooms',
    body: (
      <HeatTable
        id="raeume"
        caption="Räume heute, Stundenmittel in ppm"
        heads={['8 Uhr', '9 Uhr', '10 Uhr', '11 Uhr', '12 Uhr', '13 Uhr']}
        rows={[
          { head: 'Mensa', cells: cells(480, 510, 620, 980, 1320, 1460) },
          { head: 'Raum 104, Klasse 7b', cells: cells(560, 760, 640, 900, 880, 1410) },
          { head: 'Aula', cells: cells(550, 560, 640, null, null, null) },
        ]}
        legend={{ ok: 'gut, bis 1.000', mid: 'bald lüften', bad: 'jetzt lüften, ab 1.400', none: 'kein Wert' }}
      />
    ),
  },
]
