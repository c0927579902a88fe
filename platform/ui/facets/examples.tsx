import type { Example } from '../gallery/example.ts'
import { RangeField } from '../field/range-field.tsx'
import { Split } from '../layout/layout.tsx'
import { Facets, FilterChips, SortSelect } from './facets.tsx'

const words = { title: 'Filter', summary: 'Filter (2 aktiv)', apply: 'Filter anwenden', more: '{n} weitere' }

export const examples: Example[] = [
  {
    name: 'beside-results',
    body: (
      <Split side="start">
        <Facets
          action="/_ui/facets/beside-results"
          keep={[{ name: 'q', value: 'Verkehr' }]}
          words={words}
          groups={[
            {
              name: 'thema',
              label: 'Thema',
              options: [
                { value: 'tran', label: 'Verkehr', count: 47, checked: true },
                { value: 'envi', label: 'Umwelt', count: 18 },
                { value: 'soci', label: 'Bevölkerungsentwicklung', count: 6 },
                { value: 'educ', label: 'Bildung', count: 3 },
                { value: 'ener', label: 'Energie', count: 2 },
                { value: 'just', label: 'Justiz', count: 0 },
                { value: 'heal', label: 'Gesundheit', count: 1 },
              ],
            },
            { name: 'format', label: 'Format', options: [{ value: 'csv', label: 'CSV', count: 31 }, { value: 'geojson', label: 'GeoJSON', count: 22 }] },
          ]}
        >
          <RangeField name="km" label="Umkreis" value={10} min={1} max={50} sentence="Höchstens {n} km um 52062" />
        </Facets>
        <div>
          <div class="mr-row mr-row--between">
            <h2>47 Datensätze zu „Verkehr“</h2>
            <SortSelect
              action="/_ui/facets/beside-results"
              label="Sortiert nach"
              button="Sortieren"
              options={[
                { value: 'score', label: 'Relevanz', selected: true },
                { value: 'date', label: 'Aktualität' },
              ]}
            />
          </div>
          <FilterChips
            chips={[
              { label: 'Thema: Verkehr', href: '?1' },
              { label: 'Stadt Aachen', href: '?2' },
            ]}
            words={{ remove: 'entfernen', removeAll: 'Alle Filter entfernen' }}
            removeAllHref="?"
          />
        </div>
      </Split>
    ),
  },
]
