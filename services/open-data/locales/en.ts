export const en = {
  'service.title': 'Open data',
  'service.summary': 'Find, view, download and reuse the data of the town.',
  'dataset.kind': 'Dataset',
}
