import type { EasyTranslation } from '@modellregion/kernel/words'
import type { bundid as de } from '../de/bundid.ts'

export const bundid: EasyTranslation<typeof de> = {
  'bundid.way.title': 'BundID',
  'bundid.way.lead': 'Die BundID ist ein Konto von Deutschland.\nSie können sich damit anmelden.',
  'bundid.way.needs': 'Sie brauchen: ein Konto bei der BundID.',
  'bundid.way.button': 'Mit der BundID anmelden',
  'bundid.demo-way.title': 'BundID',
  'bundid.demo-way.lead': 'Das ist nur zum Aus·probieren.\nDas ist **nicht** die echte BundID.',
  'bundid.demo-way.button': 'Mit der Übungs-BundID anmelden',
  'bundid.title': 'Mit der BundID anmelden',
  'bundid.lead': 'Sie melden sich bei der BundID an.\nDann kommen Sie hierher zurück.',
  'bundid.simulated': 'Nur zum Aus·probieren: keine echte BundID',
  'bundid.simulated-text': 'Gleich sehen Sie Übungs·konten.\nDiese Menschen gibt es **nicht** wirklich.',
  'bundid.levels': 'So sicher sind die Wege',
  'bundid.levels-password': 'mit Namen und Pass·wort',
  'bundid.levels-elster': 'mit ELSTER',
  'bundid.levels-eid': 'mit dem Online-Ausweis',
  'bundid.read': 'Das erfahren wir',
  'bundid.read-text': 'Wir erfahren Ihren Namen.\nWir erfahren Ihren Geburts·tag.\nWir erfahren Ihre Adresse.\nWir erfahren Ihre E-Mail-Adresse.',
  'bundid.start': 'Weiter zur BundID',
  'bundid.start-simulated': 'Weiter zur Übungs-BundID',
  'bundid.arrived.title': 'Die BundID hat geantwortet',
  'bundid.arrived.lead': 'Wir kennen diese BundID noch **nicht**.\nWas möchten Sie tun?',
  'bundid.failed.failed': 'Die BundID hat einen Fehler gemacht.',
}
