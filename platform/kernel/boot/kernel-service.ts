import { adminAccess, adminRoutes } from '../admin/index.ts'
import { systemRoutes } from '../http/system-routes.ts'
import { identityAccess, identityRoutes } from '../identity/index.ts'
import { kernelWords } from '../locales/index.ts'
import { mailRoutes } from '../mail/index.ts'
import { kernelPrivacy, privacyAccess, privacyRoutes } from '../privacy/index.ts'
import { kernelJobs } from '../jobs/index.ts'
import { portalAccess, portalPrivacy, portalRoutes } from '../portal/index.ts'
import { title } from '../http/route.ts'
import type { Config } from './config.ts'
import { defineService, type Service } from './service.ts'

/** The kernel's own rooms, in the same form as every service. */
export function kernelService(config: Config): Service {
  return defineService({
    id: 'platform',
    version: '0.1.0',
    folder: import.meta.dirname,
    words: kernelWords,
    title: title(kernelWords, 'portal.services'),
    summary: title(kernelWords, 'portal.services'),
    home: '/',
    internal: true,
    routes: [...systemRoutes, ...identityRoutes(config), ...privacyRoutes, ...portalRoutes, ...adminRoutes, ...(config.demo ? mailRoutes : [])],
    access: [...identityAccess, ...privacyAccess, ...portalAccess, ...adminAccess],
    privacy: [...kernelPrivacy, ...portalPrivacy],
    jobs: kernelJobs,
    pages: ['/', '/sign-in', '/privacy', '/imprint', '/accessibility', '/sitemap'],
  })
}
