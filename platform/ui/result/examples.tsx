import type { Example } from '../gallery/example.ts'
import { Result, ResultList } from './result.tsx'

export const examples: Example[] = [
  {
    name: 'list',
    body: (
      <ResultList>
        <Result
          level={2}
          href="/open-data/rad"
          title="Radverkehr: Zählstellen, stündlich"
          summary="Fahrten je Stunde und Richtung an sechs Dauerzählstellen seit Januar 2019."
          formats={['CSV', 'Parquet', 'API']}
          meta={[{ text: 'Mobilität und Verkehr' }, { text: 'heute, 6:00 Uhr', icon: 'clock' }, { text: 'dl-de/by-2-0' }]}
        />
        <Result
          level={2}
          href="/open-data/karte"
          title="Verkehrsmengenkarte und Geschwindigkeitsbegrenzungen 2025"
          summary="Durchschnittliche tägliche Verkehrsstärke je Straßenabschnitt, Kraftfahrzeuge und Schwerverkehr."
          formats={['GeoJSON', 'WFS', 'PDF']}
          meta={[{ text: 'Mobilität und Verkehr' }, { text: '3. März 2026', icon: 'clock' }]}
        />
        <Result level={2} href="/open-data/x" title="Ohne alles" />
      </ResultList>
    ),
  },
]
