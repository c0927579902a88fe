export const service = {
  'service.title': 'Vertraulicher Rat',
  'service.summary': 'Vertrauenspersonen fragen, ohne Namen und ohne Anmeldung. Vorher in Ruhe nachlesen.',
}
