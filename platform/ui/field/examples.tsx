import type { Example } from '../gallery/example.ts'
import { Checkbox, Checkboxes, Radios, Select } from './choice-fields.tsx'
import { DateField } from './date-field.tsx'
import { FileField } from './file-field.tsx'
import { RangeField } from './range-field.tsx'
import { TextArea, TextField } from './text-field.tsx'

const dateWords = { day: 'Tag', month: 'Monat', year: 'Jahr' }
const times = [
  { value: 'vor', label: 'Vormittag, 10 bis 12 Uhr' },
  { value: 'nach', label: 'Nachmittag, 15 bis 18 Uhr' },
  { value: 'abend', label: 'Abend, 18 bis 20 Uhr', hint: 'An diesem Tag schon vergeben', disabled: true },
]
const places = ['Münsterplatz, am Fischpüddelchen', 'Markt', 'Elisenbrunnen', 'Katschhof', 'Holzgraben', 'Hof'].map((label) => ({ value: label.toLowerCase(), label }))

export const examples: Example[] = [
  {
    name: 'text',
    body: (
      <div class="mr-form">
        <TextField name="name" label="Vorname und Nachname" autocomplete="name" value="Ayşe Beispiel" />
        <TextField name="plz" label="Postleitzahl" hint="5 Ziffern, zum Beispiel 52062." numeric width={10} error="Die Postleitzahl hat 5 Ziffern, zum Beispiel 52062." value="5206" />
        <TextField name="fee" label="Gebühr" numeric width={4} unit="€" optional="(freiwillig)" value="10" />
        <TextArea name="why" label="Begründung" hint="Zwei Sätze reichen." />
      </div>
    ),
  },
  {
    name: 'choices',
    body: (
      <div class="mr-form">
        <Select name="ort" label="Platz oder Straße" hint="Zwölf Plätze sind freigegeben. Andere Orte prüfen wir einzeln." choices={places} value="markt" empty="Bitte wählen" />
        <Radios name="zeit" label="Uhrzeit" hint="Höchstens 30 Minuten je Platz, danach ist Pause." choices={times} value="nach" />
        <Checkboxes name="art" label="Was spielen Sie?" error="Wählen Sie mindestens ein Instrument." choices={[{ value: 'g', label: 'Geige' }, { value: 'a', label: 'Akkordeon' }]} />
        <Checkbox name="nachweis" label="Erlaubnis zusätzlich als Nachweis aufs Telefon" hint="Vorzeigen reicht, auch ohne Netz." checked />
      </div>
    ),
  },
  {
    name: 'date',
    body: (
      <div class="mr-form">
        <DateField name="tag" label="An welchem Tag?" hint="Zum Beispiel 5 12 2026" words={dateWords} value={{ day: '5', month: '12', year: '2026' }} />
        <DateField
          name="geburt"
          label="Geburtsdatum"
          birthday
          words={dateWords}
          value={{ day: '21', month: '11', year: '2028' }}
          wrong={['year']}
          error="Das Geburtsdatum liegt in der Zukunft. Bitte prüfen Sie das Jahr."
        />
      </div>
    ),
  },
  {
    name: 'file',
    body: (
      <FileField
        name="foto"
        label="Foto Ihres Instruments"
        optional="(freiwillig)"
        hint="Damit das Ordnungsamt vor Ort nicht nachfragen muss. JPG oder PNG, bis 5 MB."
        error="akkordeon.png hat 11 MB. Wählen Sie ein kleineres Bild."
        accept="image/*"
        removeWord="Entfernen"
        files={[
          { name: 'geige.jpg', size: '1,2 MB', state: { kind: 'ok', text: 'geprüft' }, remove: { name: 'remove', value: 'geige.jpg' } },
          { name: 'noten-fuer-die-weihnachtszeit-in-der-innenstadt.pdf', size: '840 kB', state: { kind: 'info', text: 'wird geprüft' } },
        ]}
      />
    ),
  },
  { name: 'range', body: <RangeField name="km" label="Umkreis" value={10} min={1} max={50} sentence="Höchstens {n} km um 52062" precise={{ label: 'Umkreis in Kilometern' }} /> },
]
