/** Publishing of the town's own data: what all its rooms say. */
export const publish = {
  'publish.privacy.purpose': 'Nachvollziehen, wer in der Verwaltung Daten vorbereitet und veröffentlicht hat',
  'publish.privacy.until-published': 'Solange der Entwurf besteht; er endet mit der Veröffentlichung oder wenn er verworfen wird.',
}
