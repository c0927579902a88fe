import type { Moment } from '../../i18n/formats.ts'
import type { Dictionary } from '../../i18n/words.ts'

/** Privacy: the register of processing, disclosure and erasure. */
export const privacy = {
  'privacy.title': 'Datenschutz',
  'privacy.lead': 'Hier steht für jeden Dienst: welche Daten, wofür, auf welcher Grundlage, wie lange.',
  'privacy.generated': 'Die Angaben stammen aus dem Programm selbst. Was hier fehlt, speichert es nicht.',
  'privacy.controller': 'Verantwortliche Stelle',
  'privacy.officer': 'Datenschutzbeauftragte Stelle',
  'privacy.rights': {
    sie: 'Ihre Rechte',
    du: 'Deine Rechte',
  },
  'privacy.rights-text': {
    sie: 'Sie haben ein Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Mitnahme Ihrer Daten. Sie können widersprechen.',
    du: 'Du hast ein Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Mitnahme deiner Daten. Du kannst widersprechen.',
  },
  'privacy.complaint': 'Beschwerde bei der Aufsichtsbehörde',
  'privacy.complaint-text': 'Beschwerden nimmt die Landesbeauftragte für Datenschutz und Informationsfreiheit entgegen.',
  'privacy.service': 'Dienst',
  'privacy.data': 'Daten',
  'privacy.purpose': 'Zweck',
  'privacy.basis': 'Rechtsgrundlage',
  'privacy.retention': 'Aufbewahrung',
  'privacy.retention-days.one': '1 Tag',
  'privacy.retention-days.other': (p: { count: number }, f) => `${f.number(p.count)} Tage`,
  'privacy.retention-account': 'solange das Konto besteht',
  'privacy.retention-until': (p: { event: string }) => `bis ${p.event}`,
  'privacy.recipients': 'Empfangende Stellen',
  'privacy.recipients-none': 'Keine Weitergabe',
  'privacy.register-csv': 'Verzeichnis als Tabelle (CSV)',
  'privacy.my-data': 'Meine Daten',
  'privacy.my-data-lead': {
    sie: 'Das ist alles, was diese Kommune in den Diensten über Sie gespeichert hat.',
    du: 'Das ist alles, was diese Kommune in den Diensten über dich gespeichert hat.',
  },
  'privacy.my-data-none': {
    sie: 'In diesem Dienst ist nichts über Sie gespeichert.',
    du: 'In diesem Dienst ist nichts über dich gespeichert.',
  },
  'privacy.my-data-json': 'Als Datei herunterladen (JSON)',
  'privacy.erase': 'Löschung beantragen',
  'privacy.erased.one': '1 Eintrag gelöscht',
  'privacy.erased.other': (p: { count: number }, f) => `${f.number(p.count)} Einträge gelöscht`,
  'privacy.kept-by-law': (p: { date: Moment }, f) => `Gesetzlich aufzubewahren bis ${f.date(p.date)}`,
} satisfies Dictionary
