import type { Tenant } from './kernel.ts'

const town = (id: string, kind: string, name: string, ags: string, look: Pick<Tenant['brand'], 'h' | 'accentH'>, addressForm: Tenant['addressForm']): Tenant => ({
  id,
  kind,
  name,
  ags,
  postcodes: [`${ags.slice(-5)}`],
  locales: ['de', 'en', 'de-x-leicht'],
  addressForm,
  gender: 'neutral',
  brand: { ...look, c: 0.1, accentC: 0.1, radius: 6, mark: 'plain', motif: 'plain' },
  contact: {
    office: 'Rathaus',
    address: 'Marktplatz 1',
    hours: 'Mo-Fr 8-12',
    phone: '0000 1234',
    mail: `rathaus@${id}.example.org`,
    responsible: 'Toni Beispiel',
    dataProtection: `datenschutz@${id}.example.org`,
  },
  services: [],
  serviceNames: {},
  words: {},
  invented: true,
  hosts: [`${id}.example.org`],
})

/** Three invented towns that every temporary database knows. Keys of the invented state 99 belong to nobody. */
export const testTenants = {
  erlenau: town('erlenau', 'Stadt', 'Erlenau', '99000001', { h: 250, accentH: 90 }, 'sie'),
  moorbek: town('moorbek', 'Gemeinde', 'Moorbek', '99000002', { h: 150, accentH: 40 }, 'du'),
  steinfurtheim: town('steinfurtheim', 'Stadt', 'Steinfurtheim', '99000003', { h: 20, accentH: 200 }, 'sie'),
} satisfies Record<string, Tenant>
