import type { Example } from '../gallery/example.ts'
import { Grid } from '../layout/layout.tsx'
import { Card, KeyFigure, Panel } from './card.tsx'

export const examples: Example[] = [
  {
    name: 'cards',
    body: (
      <Grid>
        <Card title="Mobilität und Verkehr" href="/thema/verkehr">
          <p>47 Datensätze, zuletzt heute.</p>
        </Card>
        <Card title="Reden Sie mit" look="flat">
          <p>Vier Entwürfe liegen aus.</p>
        </Card>
        <Card>
          <KeyFigure label="Strom gestern" value="412" unit="kWh" note="8 % weniger als im November 2025" />
        </Card>
      </Grid>
    ),
  },
  {
    name: 'panels',
    density: 'dense',
    body: (
      <Grid min={24}>
        <Panel title="Prüfung" aside="4 von 5">
          <p>Bitte entscheiden.</p>
        </Panel>
        <Panel title="Entscheiden" act>
          <p>Zweites Augenpaar nötig.</p>
        </Panel>
      </Grid>
    ),
  },
]
