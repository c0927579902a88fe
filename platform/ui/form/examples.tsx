import { Button, LinkButton } from '../button/button.tsx'
import { ErrorSummary } from '../error-summary/error-summary.tsx'
import { DateField } from '../field/date-field.tsx'
import { Select } from '../field/choice-fields.tsx'
import { frame } from '../gallery/demo-town.ts'
import type { Example } from '../gallery/example.ts'
import { PageFrame } from '../page-frame/page-frame.tsx'
import { SaveState } from '../save-state/save-state.tsx'
import { Stepper } from '../stepper/stepper.tsx'
import { Form, FormEnd } from './form.tsx'

const places = ['Münsterplatz, am Fischpüddelchen', 'Markt', 'Elisenbrunnen', 'Katschhof', 'Holzgraben', 'Hof'].map((label) => ({ value: label, label }))

export const examples: Example[] = [
  {
    name: 'question-page',
    kind: 'page',
    body: (
      <PageFrame {...frame} width="form" breadcrumb={[{ label: 'Start', href: '/' }, { label: 'Erlaubnisse', href: '/erlaubnisse' }, { label: 'Straßenmusik' }]}>
        <div class="mr-row mr-row--between mr-formhead">
          <p class="mr-muted">Straßenmusik: Erlaubnis beantragen</p>
          <SaveState state="saved" text="Gespeichert um 10:42 Uhr" />
        </div>
        <Stepper
          label="Schritte"
          words={{ done: 'erledigt' }}
          steps={[
            { label: 'Wer spielt', state: 'done', href: '/1' },
            { label: 'Ort und Zeit', state: 'current' },
            { label: 'Instrument', state: 'open' },
            { label: 'Prüfen und absenden', state: 'open' },
          ]}
        />
        <ErrorSummary title="Eine Angabe fehlt noch" errors={[{ field: 'tag', text: 'Geben Sie einen Tag ab morgen an.' }]} />
        <h1>Wo und wann möchten Sie spielen?</h1>
        <Form action="/erlaubnisse/straßenmusik/2" csrf="beispiel">
          <Select name="ort" label="Platz oder Straße" choices={places} value="Markt" />
          <DateField
            name="tag"
            label="An welchem Tag?"
            hint="Zum Beispiel 5 12 2026"
            words={{ day: 'Tag', month: 'Monat', year: 'Jahr' }}
            value={{ day: '21', month: '11', year: '2026' }}
            wrong={['day']}
            error="Geben Sie einen Tag ab morgen an."
          />
          <FormEnd>
            <Button>Weiter</Button>
            <LinkButton href="/1" kind="bare">
              Zurück
            </LinkButton>
            <LinkButton href="/spaeter" kind="bare">
              Später weitermachen
            </LinkButton>
          </FormEnd>
          <p class="mr-small mr-muted">Ihre Angaben bleiben 30 Tage gespeichert und gehen erst mit „Absenden“ an das Ordnungsamt.</p>
        </Form>
      </PageFrame>
    ),
  },
]
