import { LinkButton } from '../button/button.tsx'
import type { Example } from '../gallery/example.ts'
import { Stack } from '../layout/layout.tsx'
import { Note, Toast } from './note.tsx'

export const examples: Example[] = [
  {
    name: 'kinds',
    body: (
      <Stack>
        <Note kind="info" title="Dafür ist eine Anmeldung nötig" icon="lock">
          <p>Bescheide sehen nur Sie. Mit Passwort oder Online-Ausweis.</p>
          <div class="mr-row">
            <LinkButton href="/anmelden" kind="quiet">
              Anmelden
            </LinkButton>
          </div>
        </Note>
        <Note kind="ok" title="Ihr Antrag ist da">
          Sie hören bis Montag, 30. November von uns.
        </Note>
        <Note kind="warn" title="Gerade keine Verbindung">
          Sie können weiterschreiben. Gesendet wird, sobald das Netz zurück ist.
        </Note>
        <Note kind="bad" title="Der Antrag konnte nicht gesendet werden">
          Ihre Angaben sind gespeichert. <a href="/erneut">Jetzt erneut senden</a>
        </Note>
      </Stack>
    ),
  },
  { name: 'toast', body: <Toast still text="Zum Merkzettel gelegt" undo={{ label: 'Rückgängig', href: '/zurueck' }} /> },
]
