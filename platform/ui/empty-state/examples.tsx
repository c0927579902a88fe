import { LinkButton } from '../button/button.tsx'
import type { Example } from '../gallery/example.ts'
import { Grid } from '../layout/layout.tsx'
import { EmptyState, ErrorState, LoadingState } from './empty-state.tsx'

export const examples: Example[] = [
  {
    name: 'states',
    body: (
      <Grid min={24}>
        <EmptyState
          level={2}
          icon="search"
          title="Kein Kurs zu „Polnisch, abends, 2 km“"
          text="Im Umkreis von 10 km gibt es drei Kurse."
          actions={
            <>
              <LinkButton href="?km=10">Umkreis auf 10 km</LinkButton>
              <LinkButton href="?" kind="bare">
                Filter entfernen
              </LinkButton>
            </>
          }
        />
        <EmptyState level={2} title="Hier stehen bald Ihre Anliegen" text="Sobald Sie etwas beantragen, sehen Sie hier Stand, Frist und nächsten Schritt." />
        <LoadingState text="Die Karte wird geladen. Die Liste steht schon darunter." />
        <ErrorState
          title="Der Antrag konnte nicht gesendet werden"
          text="Ihre Angaben sind gespeichert. Wir versuchen es in fünf Minuten erneut."
          incident="Vorfall 7K3-M2Q, 10:42 Uhr"
          actions={<LinkButton href="/erneut">Jetzt erneut senden</LinkButton>}
        />
      </Grid>
    ),
  },
]
