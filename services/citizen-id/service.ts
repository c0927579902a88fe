import { peopleImportPort } from '@modellregion/contracts'
import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { providerRoutes } from './provider/routes.ts'
import { clientRoutes } from './client/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { passwordRoutes } from './password/routes.ts'
import { recoveryRoutes } from './recovery/routes.ts'
import { passkeyRoutes } from './passkey/routes.ts'
import { passRoutes } from './pass/routes.ts'
import { eidRoutes } from './eid/routes.ts'
import { bundidRoutes } from './bundid/routes.ts'
import { walletRoutes } from './wallet/routes.ts'
import { levelMatters } from './level/matters.ts'
import { levelRoutes } from './level/routes.ts'
import { cockpitRoutes } from './cockpit/routes.ts'
import { mandateRoutes } from './mandate/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { scimRoutes } from './scim/routes.ts'
import { demoPeople } from './demo/people.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { jobs } from './jobs.ts'
import { words } from './locales/index.ts'
import { privacy } from './privacy.ts'
import { importPeople } from './people-import/import-people.ts'
import { providerEngine } from './provider/engine.ts'
import { townIdentity } from './provider/town-identity.ts'

export default defineService({
  id: 'citizen-id',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/citizen-id',
  routes: [
    ...providerRoutes,
    ...clientRoutes,
    ...signInRoutes,
    ...passwordRoutes,
    ...recoveryRoutes,
    ...passkeyRoutes,
    ...passRoutes,
    ...eidRoutes,
    ...bundidRoutes,
    ...walletRoutes,
    ...levelRoutes,
    ...cockpitRoutes,
    ...mandateRoutes,
    ...staffRoutes,
    ...scimRoutes,
  ],
  navigation: [
    { title: title(words, 'client.title'), href: '/citizen-id/clients', access: 'client.manage', console: 'link' },
    { title: title(words, 'provider.keys-title'), href: '/citizen-id/keys', access: 'client.manage', console: 'lock' },
    { title: title(words, 'counter.title'), href: '/citizen-id/counter', access: 'counter-case.open', console: 'permit' },
    { title: title(words, 'mandate.review-title'), href: '/citizen-id/mandates/review', access: 'mandate.review', console: 'check' },
    { title: title(words, 'staff.delegations-title'), href: '/citizen-id/staff/delegations', access: 'role.delegate', console: 'people' },
    { title: title(words, 'staff.invite-title'), href: '/citizen-id/staff/invite', access: 'staff.invite', console: 'mail' },
    { title: title(words, 'scim.title'), href: '/citizen-id/scim', access: 'directory.manage', console: 'building' },
  ],
  access,
  sensitiveRoles: ['counter-officer'],
  privacy,
  jobs,
  matters: levelMatters,
  engines: [providerEngine],
  offers: { [townIdentity.id]: townIdentity, [peopleImportPort]: importPeople },
  demo: { seed, towns: demoTowns, people: demoPeople },
  pages: ['/citizen-id'],
})
