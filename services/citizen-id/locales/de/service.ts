export const service = {
  'service.title': 'Servicekonto',
  'service.summary': 'Eine sichere Anmeldung für alle Dienste: mit dem Telefon, dem Online-Ausweis oder einem Passwort.',
}
