/** The European themes in short and common words, for readers of Leichte Sprache; the list itself has none. Drafts until two readers have checked them. */
export const easyThemes: Readonly<Record<string, string>> = {
  AGRI: 'Essen, Wald und Tiere',
  ECON: 'Arbeit und Geld',
  EDUC: 'Schule, Kunst und Sport',
  ENER: 'Strom und Wärme',
  ENVI: 'Natur und Umwelt',
  GOVE: 'Stadt und Politik',
  HEAL: 'Gesundheit',
  INTR: 'Andere Länder',
  JUST: 'Recht und Sicherheit',
  REGI: 'Orte und Häuser',
  SOCI: 'Menschen in der Stadt',
  TECH: 'Technik und Forschung',
  TRAN: 'Straßen, Busse und Räder',
}
