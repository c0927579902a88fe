import type { Example } from '../gallery/example.ts'
import { Row } from '../layout/layout.tsx'
import { Button, LinkButton, MoreLink } from './button.tsx'

export const examples: Example[] = [
  {
    name: 'kinds',
    body: (
      <Row>
        <Button>Weiter</Button>
        <Button kind="quiet">Zweite Wahl</Button>
        <Button kind="bare">Nebenbei</Button>
        <Button kind="danger" icon="bin">
          Entwurf löschen
        </Button>
        <Button kind="accent" icon="search">
          Suchen
        </Button>
        <Button kind="bare" icon="close" iconOnly>
          Schließen
        </Button>
      </Row>
    ),
  },
  { name: 'not-yet', body: <Button notYet="Grund: Es fehlt die Unterschrift Ihrer Vermieterin.">Antrag absenden</Button> },
  {
    name: 'links',
    body: (
      <Row>
        <LinkButton href="/datei.csv" icon="download">
          CSV herunterladen, 14&nbsp;MB
        </LinkButton>
        <LinkButton href="/formate" kind="quiet" small>
          Weitere Formate
        </LinkButton>
        <MoreLink href="/n">Alle Meldungen</MoreLink>
      </Row>
    ),
  },
  { name: 'long-word', body: <Button>Wohnungsgeberbestätigung ausstellen</Button> },
]
