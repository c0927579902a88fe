export const load = {
  'load.progress.fetching': '{megabytes} MB geholt',
  'load.progress.looking': 'Die Datei wird angesehen',
}
