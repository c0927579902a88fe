export const store = {
  'store.found.title': 'In Tabellen suchen',
  'store.found.lead': 'Hier können Sie in Tabellen suchen. Zum Beispiel nach einem Stadt·teil.',
}
