import type { Example } from '../gallery/example.ts'
import { MapFrame, type MapFeature } from './map-frame.tsx'

const point = (title: string, lon: number, lat: number, value: string): MapFeature => ({ title, value, href: `#${title}`, geometry: { type: 'Point', coordinates: [lon, lat] } })

const stations = [
  point('Vennbahnweg', 6.1201, 50.7601, '3.412'),
  point('Wilhelmstraße', 6.0946, 50.7709, '2.106'),
  point('Hansemannplatz', 6.0916, 50.7797, '1.288'),
  point('Roermonder Straße', 6.0691, 50.7844, '1.240'),
]

export const examples: Example[] = [
  {
    name: 'points',
    body: (
      <MapFrame
        id="stellen"
        level={2}
        title="Vier Zählstellen im Stadtgebiet"
        listLabel="Zählstellen"
        features={stations}
        attribution="Fahrten gestern. Schematische Karte; Kartendaten: erfunden."
        words={{ zoomIn: 'Näher', zoomOut: 'Weiter weg' }}
        backdrop={[
          { kind: 'land', geometry: { type: 'Polygon', coordinates: [[[6.06, 50.757], [6.13, 50.755], [6.135, 50.787], [6.06, 50.79], [6.06, 50.757]]] } },
          { kind: 'green', geometry: { type: 'Polygon', coordinates: [[[6.062, 50.759], [6.08, 50.758], [6.078, 50.766], [6.064, 50.767], [6.062, 50.759]]] } },
          { kind: 'water', geometry: { type: 'LineString', coordinates: [[6.06, 50.779], [6.08, 50.776], [6.1, 50.779], [6.135, 50.772]] } },
        ]}
      />
    ),
  },
  {
    name: 'areas-and-lines',
    body: (
      <MapFrame
        id="gebiete"
        level={2}
        title="Ein Gebiet und ein Weg"
        listLabel="Gebiete"
        attribution="Kartendaten: erfunden."
        features={[
          { title: 'Sanierungsgebiet Nord', geometry: { type: 'Polygon', coordinates: [[[6.08, 50.77], [6.1, 50.77], [6.1, 50.78], [6.08, 50.78], [6.08, 50.77]]] } },
          { title: 'Radvorrangroute', geometry: { type: 'LineString', coordinates: [[6.07, 50.765], [6.09, 50.772], [6.11, 50.785]] } },
        ]}
      />
    ),
  },
]
