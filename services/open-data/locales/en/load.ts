export const load = {
  'load.progress.fetching': '{megabytes} MB fetched',
  'load.progress.looking': 'Looking at the file',
}
