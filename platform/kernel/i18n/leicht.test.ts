import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintLeicht, sentencesOf } from './leicht.ts'

const rules = (value: string, level?: string) => lintLeicht(value).filter((finding) => !level || finding.level === level).map(({ rule }) => rule)

/** Each rule with sentences it must find and look-alikes it must leave alone. */
const cases: [rule: string, level: 'error' | 'warning' | 'info', found: string[], left: string[]][] = [
  ['length', 'error', ['Sie müssen jetzt alle diese Papiere gleich heute noch in das Amt bringen.'], ['Bringen Sie diese Papiere heute: Ausweis, Brief, Foto, Karte, Heft, Buch und Stift.']],
  ['length', 'warning', ['Sie müssen alle diese Papiere heute noch in das Amt bringen.'], ['Sie müssen die Papiere heute in das Amt bringen.']],
  ['clause', 'warning', ['Wir wissen, dass Sie warten.', 'Weil es regnet, kommen wir später.'], ['Äpfel, Birnen, Brot.', 'Das Wetter ist gut.']],
  ['genitive', 'error', ['Das ist das Haus des Kindes.', 'Das ist wegen dem Regen.'], ['Dieses Haus ist alt.', 'Jedes Kind darf mit.']],
  ['genitive-der', 'warning', ['Das ist die Seite der Stadt, oder Name der Stadt.'], ['Gilt der Nachweis noch?', 'Oder der Text ist zu lang.']],
  ['subjunctive', 'error', ['Das könnte schwer sein.', 'Wir würden helfen.', 'Es wäre gut.'], ['Möchten Sie helfen?', 'Sie können das.', 'Kommen Sie.']],
  ['passive', 'error', ['Ihr Antrag wird geprüft.', 'Der Brief wurde abgeschickt.', 'Die Daten werden gelöscht.', 'Das wird repariert.', 'Die Karte wird verkauft.'], ['Wir prüfen den Antrag.', 'Das wird bekannt.', 'Wir werden gewinnen.', 'Das wird leicht.']],
  ['passive', 'warning', ['Die Tür wird verschlossen.'], ['Wir verschließen die Tür.']],
  ['negation', 'warning', ['Das geht nicht.', 'Sie brauchen kein Geld.'], ['Das geht **nicht**.', 'Sie brauchen **kein** Geld.']],
  ['abbreviation', 'error', ['Das sind z. B. Papiere.', 'Haus Nr. 4'], ['Zum Beispiel: Papiere.']],
  ['acronym', 'warning', ['Das BMG sagt das.'], ['Das PDF ist da.', 'Das ist in NRW.']],
  ['long-word', 'info', ['Die Barrierefreiheit ist gut.', 'Die Geschwindigkeitsmessung kommt.'], ['Die Barriere·freiheit ist gut.', 'Die Post·leit·zahl fehlt.']],
  ['nominal', 'warning', ['Die Prüfung von der Meldung dauert.'], ['Wir prüfen die Meldung.']],
  ['digits', 'error', ['Warten Sie zwei Minuten.'], ['Warten Sie 2 Minuten.', 'Das ist zweimal da.']],
  ['digits', 'warning', ['Das kostet 5 %.', 'Brief & Karte'], ['Das kostet 5 Euro.']],
  ['digits', 'info', ['Das waren 12345 Menschen.'], ['Das war am 4. März.']],
  ['address', 'error', ['Das ist dein Brief.', 'Kommst du?'], ['Das ist Ihr Brief.', 'Der Dunst ist da.']],
]

for (const [rule, level, found, left] of cases) {
  test(`${rule} (${level})`, () => {
    for (const value of found) assert.ok(rules(value, level).includes(rule), `missed: ${value}`)
    for (const value of left) assert.ok(!rules(value, level).includes(rule), `false alarm: ${value}`)
  })
}

test('a date does not end a sentence, a colon does', () => {
  assert.deepEqual(sentencesOf('Am 4. März 2026 geht es weiter.'), ['Am 4. März 2026 geht es weiter.'])
  assert.deepEqual(sentencesOf('Das heißt: Sie warten.\nDann kommen wir. Ja?'), ['Das heißt:', 'Sie warten.', 'Dann kommen wir.', 'Ja?'])
  assert.deepEqual(sentencesOf('Ihre Nummer ist: {number}.'), ['Ihre Nummer ist:'])
})

test('a good text has no finding', () => {
  assert.deepEqual(lintLeicht('Wir haben einen Fehler gemacht.\nProbieren Sie es bald noch einmal.\nHaben Sie Fragen? Dann rufen Sie uns an.'), [])
})
