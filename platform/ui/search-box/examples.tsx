import type { Example } from '../gallery/example.ts'
import { SearchBox } from './search-box.tsx'

export const examples: Example[] = [
  { name: 'filled', body: <SearchBox id="s1" action="/open-data" label="Daten suchen" button="Suchen" value="Verkehr" keep={[{ name: 'sort', value: 'date' }]} /> },
  {
    name: 'suggesting',
    body: (
      <SearchBox
        id="s2"
        action="/suche"
        label="Suche"
        button="Suchen"
        example="Zum Beispiel: Hund anmelden"
        suggest={{ href: '/suggest.json', all: 'Alles zu „{q}“ suchen', count: '{n} Vorschläge' }}
      />
    ),
  },
]
