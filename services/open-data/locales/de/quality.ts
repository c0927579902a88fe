import type { IndicatorId } from '../../quality/mqa.ts'

type Keys = `open-data.quality.${IndicatorId}` | `open-data.quality.${IndicatorId}.advice`

/** The indicators of metadata quality: their names, and what to do when one is not met. */
export const quality = {
  'open-data.quality.keyword': 'Schlagwörter', 'open-data.quality.keyword.advice': 'Mindestens ein Schlagwort vergeben.',
  'open-data.quality.theme': 'Thema', 'open-data.quality.theme.advice': 'Ein Thema der europäischen Liste wählen.',
  'open-data.quality.spatial': 'Ort', 'open-data.quality.spatial.advice': 'Angeben, für welches Gebiet die Daten gelten.',
  'open-data.quality.temporal': 'Zeitraum', 'open-data.quality.temporal.advice': 'Angeben, für welchen Zeitraum die Daten gelten.',
  'open-data.quality.access-url-status': 'Zugangsadresse antwortet', 'open-data.quality.access-url-status.advice': 'Die Adresse prüfen, sie muss ohne Anmeldung antworten.',
  'open-data.quality.download-url': 'Adresse zum Herunterladen', 'open-data.quality.download-url.advice': 'Eine Adresse angeben, unter der die Datei direkt zu laden ist.',
  'open-data.quality.download-url-status': 'Herunterladen gelingt', 'open-data.quality.download-url-status.advice': 'Die Adresse zum Herunterladen prüfen.',
  'open-data.quality.format': 'Dateiformat', 'open-data.quality.format.advice': 'Das Format der Datei angeben.',
  'open-data.quality.media-type': 'Medientyp', 'open-data.quality.media-type.advice': 'Den Medientyp angeben, zum Beispiel text/csv.',
  'open-data.quality.format-from-vocabulary': 'Format aus der europäischen Liste', 'open-data.quality.format-from-vocabulary.advice': 'Das Format aus der europäischen Liste wählen.',
  'open-data.quality.non-proprietary': 'Offenes Format', 'open-data.quality.non-proprietary.advice': 'Die Daten auch in einem offenen Format anbieten, zum Beispiel CSV.',
  'open-data.quality.machine-readable': 'Maschinenlesbar', 'open-data.quality.machine-readable.advice': 'Die Daten auch als Tabelle oder Geodatei anbieten, nicht nur als PDF.',
  'open-data.quality.dcat-ap-compliance': 'Entspricht DCAT-AP.de', 'open-data.quality.dcat-ap-compliance.advice': 'Nötige Angaben ergänzen: Titel, Beschreibung, Herausgeber, Lizenz.',
  'open-data.quality.licence': 'Lizenz', 'open-data.quality.licence.advice': 'Jeder Datei eine Lizenz geben.',
  'open-data.quality.licence-from-vocabulary': 'Lizenz aus der deutschen Liste', 'open-data.quality.licence-from-vocabulary.advice': 'Eine Lizenz der deutschen Liste wählen.',
  'open-data.quality.access-rights': 'Zugänglichkeit', 'open-data.quality.access-rights.advice': 'Angeben, ob die Daten öffentlich sind.',
  'open-data.quality.access-rights-from-vocabulary': 'Zugänglichkeit aus der europäischen Liste', 'open-data.quality.access-rights-from-vocabulary.advice': 'Die Zugänglichkeit aus der europäischen Liste wählen.',
  'open-data.quality.contact': 'Kontakt', 'open-data.quality.contact.advice': 'Eine Kontaktstelle mit E-Mail oder Webadresse angeben.',
  'open-data.quality.publisher': 'Herausgeber', 'open-data.quality.publisher.advice': 'Die veröffentlichende Stelle angeben.',
  'open-data.quality.rights': 'Nutzungshinweise', 'open-data.quality.rights.advice': 'Hinweise zur Nutzung ergänzen.',
  'open-data.quality.byte-size': 'Dateigröße', 'open-data.quality.byte-size.advice': 'Die Größe der Datei angeben.',
  'open-data.quality.issued': 'Veröffentlicht am', 'open-data.quality.issued.advice': 'Das Datum der Veröffentlichung angeben.',
  'open-data.quality.modified': 'Geändert am', 'open-data.quality.modified.advice': 'Das Datum der letzten Änderung angeben.',
} satisfies Record<Keys, string>
