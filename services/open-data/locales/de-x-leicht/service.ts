export const service = {
  'service.title': 'Daten von der Stadt',
  'service.summary': 'Hier finden Sie Zahlen und Listen von der Stadt.\nJeder darf sie benutzen.',
  'dataset.kind': 'Daten',
}
