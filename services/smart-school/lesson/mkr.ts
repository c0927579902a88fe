/**
 * The Medienkompetenzrahmen NRW: six areas with four competences each. Titles and numbers as the Land uses them.
 * Source: Medienberatung NRW, Medienkompetenzrahmen NRW, 3rd edition 2020 (medienkompetenzrahmen.nrw). State: 2026-11-29.
 */
export type MkrArea = { readonly id: string; readonly title: string; readonly competences: readonly { readonly id: string; readonly title: string }[] }

const area = (id: string, title: string, titles: readonly [string, string, string, string]): MkrArea => ({ id, title, competences: titles.map((one, at) => ({ id: `${id}.${at + 1}`, title: one })) })

export const mkrAreas: readonly MkrArea[] = [
  area('1', 'Bedienen und Anwenden', ['Medienausstattung (Hardware)', 'Digitale Werkzeuge', 'Datenorganisation', 'Datenschutz und Informationssicherheit']),
  area('2', 'Informieren und Recherchieren', ['Informationsrecherche', 'Informationsauswertung', 'Informationsbewertung', 'Informationskritik']),
  area('3', 'Kommunizieren und Kooperieren', ['Kommunikations- und Kooperationsprozesse', 'Kommunikations- und Kooperationsregeln', 'Kommunikation und Kooperation in der Gesellschaft', 'Cybergewalt und -kriminalität']),
  area('4', 'Produzieren und Präsentieren', ['Medienproduktion und Präsentation', 'Gestaltungsmittel', 'Quellendokumentation', 'Rechtliche Grundlagen']),
  area('5', 'Analysieren und Reflektieren', ['Medienanalyse', 'Meinungsbildung', 'Identitätsbildung', 'Selbstregulierte Mediennutzung']),
  area('6', 'Problemlösen und Modellieren', ['Prinzipien der digitalen Welt', 'Algorithmen erkennen', 'Modellieren und Programmieren', 'Bedeutung von Algorithmen']),
]

const titles = new Map(mkrAreas.flatMap(({ competences }) => competences.map(({ id, title }) => [id, title] as const)))

/** "6.3 Modellieren und Programmieren"; undefined when there is no such competence. */
export const mkrTitle = (id: string): string | undefined => {
  const title = titles.get(id)
  return title === undefined ? undefined : `${id} ${title}`
}
export const isMkr = (id: string): boolean => titles.has(id)
