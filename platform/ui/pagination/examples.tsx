import type { Example } from '../gallery/example.ts'
import { Stack } from '../layout/layout.tsx'
import { Pagination } from './pagination.tsx'

const words = { page: 'Seite', next: 'Weiter', previous: 'Zurück' }
const href = (page: number): string => `?seite=${page}`

export const examples: Example[] = [
  {
    name: 'places',
    body: (
      <Stack gap="m">
        <Pagination label="Seiten, am Anfang" page={1} pages={5} href={href} words={words} />
        <Pagination label="Seiten, in der Mitte" page={12} pages={345} href={href} words={words} />
        <Pagination label="Seiten, am Ende" page={3} pages={3} href={href} words={words} />
      </Stack>
    ),
  },
]
