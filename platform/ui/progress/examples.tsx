import type { Example } from '../gallery/example.ts'
import { Stack } from '../layout/layout.tsx'
import { Progress } from './progress.tsx'

export const examples: Example[] = [
  {
    name: 'bars',
    body: (
      <Stack gap="m">
        <Progress id="p1" label="Katalog wird gelesen" value={1240} max={3400} text="1.240 von 3.400 Datensätzen" />
        <Progress id="p2" label="Datei wird geprüft" text="Das dauert etwa eine Minute." />
      </Stack>
    ),
  },
]
