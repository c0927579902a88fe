/** What the service is called and for. */
export const service = {
  'service.title': 'Open data',
  'service.summary': 'Find, view, download and reuse the data of the town.',
  'dataset.kind': 'Dataset',
}
