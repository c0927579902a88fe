import type { Draft } from '../document/desk.ts'

const text = `# Einen Antrag online anbieten

Für Fachämter, die ein Papierformular ablösen. Jeder Schritt ist in einer Sitzung zu schaffen.

## 1. Weglassen

- Welche Angaben stehen schon im Register oder in der Akte?
- Welche Nachweise hat zuletzt niemand mehr angesehen?
- Reicht eine Anzeige statt eines Antrags?

## 2. Verstehen

- Drei Menschen füllen das alte Formular laut denkend aus.
- Jede Rückfrage im letzten Jahr ist eine Frage, die das neue Formular beantwortet.

## 3. Bauen

- Eine Frage je Seite, die schwerste nicht zuerst.
- Fehler stehen neben dem Feld und sagen, was zu tun ist.
- Alles geht mit der Tastatur, mit 200 Prozent Schriftgröße und ohne JavaScript.

## 4. Anschließen

- Wohin kommt der Eingang, und wer sieht ihn am ersten Tag?
- Was bekommt die Person sofort zurück: Nummer, Frist, Ansprechstelle?

## 5. Nachsehen

- Nach vier Wochen: Wie viele haben begonnen, wie viele abgeschickt?
- Was fehlt, wird gestrichen oder erklärt, nicht angemahnt.
`

/** Invented, free for everybody. */
export const checklist: Omit<Draft, 'languages' | 'note'> & { readonly ref: string; readonly problem: string } = {
  ref: 'antrag-online-anbieten',
  class: 'templates-and-procedures',
  title: { de: 'Checkliste: einen Antrag online anbieten', en: 'Checklist: offering an application online' },
  summary: { de: 'Fünf Schritte vom Papierformular zum Online-Antrag, den Menschen zu Ende ausfüllen.', en: 'Five steps from a paper form to an online application that people finish.' },
  problem: 'Online-Formulare übernehmen oft jede Frage des Papiers. Viele brechen ab, und das Amt fragt nach, was es schon weiß.',
  licence: 'CC0-1.0',
  label: '1.0',
  files: [{ path: 'text.md', mediaType: 'text/markdown', text }],
}
