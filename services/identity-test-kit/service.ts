import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { bundidRoutes } from './bundid/routes.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { eidRoutes } from './eid/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { words } from './locales/index.ts'
import { privacy } from './privacy.ts'
import { identityTestKit } from './provider/port.ts'
import { testService } from './service/registration.ts'
import { testServiceRoutes } from './service/routes.ts'
import { walletTestKit } from './wallet/port.ts'
import { walletRoutes } from './wallet/routes.ts'

export default defineService({
  id: 'identity-test-kit',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/identity-test-kit',
  internal: true,
  routes: [...homeRoutes, ...eidRoutes, ...bundidRoutes, ...walletRoutes, ...testServiceRoutes],
  access,
  privacy,
  offers: { [identityTestKit.id]: identityTestKit, [walletTestKit.id]: walletTestKit, [testService.id]: testService },
  demo: { seed, towns: demoTowns },
  pages: ['/identity-test-kit', '/identity-test-kit/service'],
})
