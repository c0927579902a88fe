export const explore = {
  'explore.view.table': 'Tabelle',
  'explore.view.chart': 'Bild',
  'explore.view.map': 'Karte',
  'explore.columns': 'Spalten',
  'explore.nothing': 'Wir haben **nichts** gefunden.',
  'explore.all-rows': 'Alles zeigen',
  'explore.from': 'von',
  'explore.to': 'bis',
}
