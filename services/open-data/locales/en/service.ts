/** What the service is called and for. */
export const service = {
  'service.title': 'Open data',
  'service.summary': 'Find, view, download and reuse the data of the town.',
  'dataset.kind': 'Dataset',
  'service.role.data-owner': 'Department: prepares data',
  'service.role.data-reviewer': 'Data group: decides on publications',
}
