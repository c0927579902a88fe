import { Button } from '../button/button.tsx'
import type { Example } from '../gallery/example.ts'
import { Form } from '../form/form.tsx'
import { Stack } from '../layout/layout.tsx'
import { Dialog, DialogLink } from './dialog.tsx'

export const examples: Example[] = [
  {
    name: 'question',
    body: (
      <Stack>
        <DialogLink href="/loeschen" dialog="loeschen" danger>
          Entwurf löschen
        </DialogLink>
        <Dialog id="loeschen" title="Entwurf löschen?" text="Die Angaben zu „Straßenmusik, Münsterplatz“ sind dann weg." keep="Behalten">
          <Form action="/loeschen" csrf="beispiel" bare>
            <Button kind="danger">Entwurf löschen</Button>
          </Form>
        </Dialog>
      </Stack>
    ),
  },
]
