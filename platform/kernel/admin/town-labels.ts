import type { Say } from '../i18n/index.ts'
import type { KernelWords } from '../locales/index.ts'

const labels = {
  name: 'admin.town-name', kind: 'admin.town-kind', id: 'admin.town-id', ags: 'admin.town-ags', postcodes: 'admin.town-postcodes', hosts: 'admin.town-hosts', locales: 'admin.town-locales',
  addressForm: 'admin.town-form', gender: 'admin.town-gender', office: 'admin.town-office', address: 'admin.town-address', hours: 'admin.town-hours', phone: 'admin.town-phone',
  mail: 'admin.town-mail', responsible: 'admin.town-responsible', dataProtection: 'admin.town-data-protection', h: 'admin.brand-hue', c: 'admin.brand-chroma',
  accentH: 'admin.brand-accent-hue', accentC: 'admin.brand-accent-chroma', radius: 'admin.brand-radius', mark: 'admin.brand-mark', motif: 'admin.brand-motif',
} as const // prettier-ignore

export type TownField = keyof typeof labels

export const townLabel = (t: Say<KernelWords>, field: string): string => (field in labels ? t(labels[field as TownField]) : field) // `in` checked the name
