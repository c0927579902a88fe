export const provider = {
  'provider.purpose.person': 'Anmeldung bei den Diensten der Kommune',
  'provider.data.person': 'Name, Anmeldename, Mailadresse, Geburtsdatum, Anschrift und wie sicher die Angaben sind',
  'provider.purpose.credential': 'Anmeldung mit einem Gerät',
  'provider.data.credential': 'Name und öffentlicher Schlüssel des Geräts, letzte Benutzung',
  'provider.purpose.link': 'Wiedererkennen eines Ausweises oder einer BundID',
  'provider.data.link': 'verschlüsseltes Kennzeichen, letzte Benutzung',
  'provider.purpose.level-event': 'Verlauf des Vertrauensniveaus',
  'provider.data.level-event': 'Niveau, Anlass und Zeitpunkt',
  'provider.purpose.artifact': 'Sitzungen, Zustimmungen und Zugriffsschlüssel der Anmeldung',
  'provider.data.artifact': 'Kennung des Kontos, angemeldete Dienste, erteilte Zustimmungen',
  'provider.purpose.use': 'Nachweis für die Person selbst, wer ihre Daten erhalten hat',
  'provider.data.use': 'Stelle, Zweck, Rechtsgrundlage, übermittelte Angaben, Zeitpunkt',
}
