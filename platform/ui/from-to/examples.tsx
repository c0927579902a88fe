import type { Example } from '../gallery/example.ts'
import { FromTo } from './from-to.tsx'

const words = { from: 'von', to: 'bis' }

export const examples: Example[] = [
  { name: 'years', body: <FromTo id="jahr" label="Jahr" hint="Zum Beispiel 2012" from={{ name: 'from.jahr', value: '2005' }} to={{ name: 'to.jahr' }} words={words} numeric /> },
  {
    name: 'mistaken-day',
    body: <FromTo id="tag" label="Tag der Messung" from={{ name: 'from.tag', value: '31.02.2024', error: 'Diesen Tag gibt es nicht. Bitte prüfen Sie Tag und Monat.' }} to={{ name: 'to.tag', value: '2024' }} words={words} />,
  },
]
