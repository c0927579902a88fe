import type { Example } from '../gallery/example.ts'
import { DescriptionList } from './description-list.tsx'

const entries = [
  { term: 'Herausgeber', value: <a href="/org">Mobilität und Verkehr</a> },
  { term: 'Zeitraum', value: '1. Januar 2019 bis gestern' },
  { term: 'Aktualisierungshäufigkeit', value: 'täglich, zuletzt heute 6:00 Uhr' },
  { term: 'Lizenz', value: 'Datenlizenz Deutschland, Namensnennung 2.0' },
]

export const examples: Example[] = [
  { name: 'beside', body: <DescriptionList entries={entries} /> },
  { name: 'stacked', body: <DescriptionList entries={entries} stacked /> },
]
