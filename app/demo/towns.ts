import type { Tenant } from '@modellregion/kernel'

type DemoTown = Omit<Tenant, 'services' | 'serviceNames' | 'hosts' | 'words' | 'locales'>

/**
 * The demonstration region: one real city, whose open data and public addresses are shown, and two invented towns.
 * Nothing here speaks for the city; every page of a demonstration says so.
 */
export const demoTowns: readonly DemoTown[] = [
  {
    id: 'aachen',
    kind: 'Stadt',
    name: 'Aachen',
    ags: '05334002',
    postcodes: ['52062', '52064', '52066', '52068', '52070', '52072', '52074', '52076', '52078', '52080'],
    addressForm: 'sie',
    gender: 'neutral',
    brand: { h: 225, c: 0.075, accentH: 92, accentC: 0.155, radius: 4, mark: 'aachen', motif: 'aachen' },
    contact: {
      office: 'Bürgerservice',
      address: 'Hackländerstraße 1, 52064 Aachen',
      hours: 'Mo–Fr 8–18 Uhr, Sa 9–13 Uhr',
      phone: '0241 432-0',
      mail: 'buergerservice@aachen.example.org',
      responsible: 'Vorführung der freien Software Modellregion, nicht die Stadt selbst',
      dataProtection: 'datenschutz@aachen.example.org',
    },
    invented: false,
  },
  {
    id: 'lindenhafen',
    kind: 'Hafenstadt',
    name: 'Lindenhafen',
    ags: '05999001',
    postcodes: ['59990', '59991'],
    addressForm: 'sie',
    gender: 'pair',
    brand: { h: 27, c: 0.12, accentH: 205, accentC: 0.085, radius: 0, mark: 'lindenhafen', motif: 'lindenhafen' },
    contact: {
      office: 'Bürgerbüro am Kai',
      address: 'Speicherstraße 4, 59990 Lindenhafen',
      hours: 'Mo–Fr 7–16 Uhr, Do 7–19 Uhr',
      phone: '02999 100-0',
      mail: 'kontakt@lindenhafen.example.org',
      responsible: 'Hafenstadt Lindenhafen (erfunden)',
      dataProtection: 'datenschutz@lindenhafen.example.org',
    },
    invented: true,
  },
  {
    id: 'hohenried',
    kind: 'Gemeinde',
    name: 'Hohenried',
    ags: '05999002',
    postcodes: ['59995'],
    addressForm: 'du',
    gender: 'neutral',
    brand: { h: 148, c: 0.08, accentH: 62, accentC: 0.13, radius: 8, mark: 'hohenried', motif: 'hohenried' },
    contact: {
      office: 'Rathaus',
      address: 'Dorfplatz 1, 59995 Hohenried',
      hours: 'Mo, Mi 8–12 Uhr, Do 14–18 Uhr',
      phone: '02999 200-10',
      mail: 'rathaus@hohenried.example.org',
      responsible: 'Gemeinde Hohenried (erfunden)',
      dataProtection: 'datenschutz@hohenried.example.org',
    },
    invented: true,
  },
]
