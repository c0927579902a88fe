import type { Dictionary } from '@modellregion/kernel/words'

export const home = {
  'home.person.project-office': 'Projektbüro: führt Programm, Katalog und Übernahmen',
  'home.person.project-lead': 'Projektleitung: ruft Mittel ab und bucht',
  'home.person.auditor': 'Rechnungsprüfung: liest Nachweise',
  'home.title': 'Projekte und Nachnutzung',
  'home.lead': 'Was die Stadt mit Fördergeld macht, und was andere Städte davon übernehmen können.',
} satisfies Dictionary
