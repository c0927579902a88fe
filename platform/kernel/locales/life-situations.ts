import type { LocalText } from '../i18n/words.ts'
import type { NamedService } from './services.ts'

/** How people look for services: by what happens in their lives. One whose services are not installed is not shown. */
export type LifeSituation = { readonly id: string; readonly name: LocalText; readonly services: readonly NamedService[] }

export const lifeSituations: readonly LifeSituation[] = [
  {
    id: 'family',
    name: {
      de: 'Familie und Kita',
      en: 'Family and nursery',
      'de-x-leicht': 'Familie und Kita',
    },
    services: ['course-portal', 'volunteering', 'childcare'],
  },
  {
    id: 'school',
    name: {
      de: 'Schule',
      en: 'School',
      'de-x-leicht': 'Schule',
    },
    services: ['smart-school'],
  },
  {
    id: 'learning',
    name: {
      de: 'Lernen und Weiterbildung',
      en: 'Learning and courses',
      'de-x-leicht': 'Lernen',
    },
    services: ['course-portal'],
  },
  {
    id: 'home',
    name: {
      de: 'Wohnen und Umziehen',
      en: 'Housing and moving',
      'de-x-leicht': 'Wohnen und umziehen',
    },
    services: ['case-management', 'credentials'],
  },
  {
    id: 'identity',
    name: {
      de: 'Ausweis und Konto',
      en: 'ID and account',
      'de-x-leicht': 'Ausweis und Konto',
    },
    services: ['credentials', 'citizen-id'],
  },
  {
    id: 'applications',
    name: {
      de: 'Anträge und Post',
      en: 'Applications and letters',
      'de-x-leicht': 'Anträge und Briefe',
    },
    services: ['case-management', 'citizen-id'],
  },
  {
    id: 'helping',
    name: {
      de: 'Ehrenamt und Hilfe',
      en: 'Volunteering',
      'de-x-leicht': 'Anderen helfen',
    },
    services: ['volunteering'],
  },
  {
    id: 'having-a-say',
    name: {
      de: 'Mitreden und Mitentscheiden',
      en: 'Have your say',
      'de-x-leicht': 'Mitbestimmen',
    },
    services: ['participation'],
  },
  {
    id: 'shopping',
    name: {
      de: 'Einkaufen',
      en: 'Shopping',
      'de-x-leicht': 'Einkaufen',
    },
    services: ['local-retail'],
  },
  {
    id: 'animals',
    name: {
      de: 'Hund und andere Tiere',
      en: 'Dogs and other animals',
      'de-x-leicht': 'Hunde und andere Tiere',
    },
    services: ['credentials'],
  },
  {
    id: 'culture',
    name: {
      de: 'Kultur und Straßenmusik',
      en: 'Culture and street music',
      'de-x-leicht': 'Kultur und Musik',
    },
    services: ['credentials'],
  },
  {
    id: 'history',
    name: {
      de: 'Geschichte und Forschung',
      en: 'History and research',
      'de-x-leicht': 'Geschichte',
    },
    services: ['archive', 'open-data'],
  },
  {
    id: 'figures',
    name: {
      de: 'Daten und Zahlen',
      en: 'Data and figures',
      'de-x-leicht': 'Zahlen aus der Stadt',
    },
    services: ['archive', 'open-data'],
  },
  {
    id: 'environment',
    name: {
      de: 'Energie und Umwelt',
      en: 'Energy and environment',
      'de-x-leicht': 'Energie und Umwelt',
    },
    services: ['open-data', 'smart-school'],
  },
  {
    id: 'emergency',
    name: {
      de: 'Notfall und Rettung',
      en: 'Emergencies',
      'de-x-leicht': 'Notfall',
    },
    services: ['volunteering', 'emergency-planning'],
  },
  {
    id: 'health',
    name: {
      de: 'Gesundheit',
      en: 'Health',
      'de-x-leicht': 'Gesundheit',
    },
    services: ['help-chat', 'staff-health'],
  },
  {
    id: 'working-here',
    name: {
      de: 'Arbeiten bei der Stadt',
      en: 'Working for the town',
      'de-x-leicht': 'Arbeiten bei der Stadt',
    },
    services: ['help-chat', 'course-portal', 'case-management', 'staff-health', 'portfolio'],
  },
  {
    id: 'cooperation',
    name: {
      de: 'Für andere Kommunen',
      en: 'For other towns',
      'de-x-leicht': 'Für andere Städte',
    },
    services: ['archive', 'portfolio'],
  },
]
