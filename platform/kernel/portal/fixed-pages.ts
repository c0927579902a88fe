import type { Say } from '../i18n/index.ts'
import type { KernelWords } from '../locales/index.ts'

/** The pages every town has, beside its services. */
export const fixedPages = (t: Say<KernelWords>): { href: string; title: string }[] => [
  { href: '/services', title: t('portal.services') },
  { href: '/news', title: t('portal.news-title') },
  { href: '/accessibility', title: t('portal.accessibility-title') },
  { href: '/feedback', title: t('portal.feedback-heading') },
  { href: '/return', title: t('portal.return-title') },
  { href: '/leichte-sprache', title: t('portal.easy-title') },
  { href: '/gebaerdensprache', title: t('portal.sign-title') },
  { href: '/status', title: t('portal.status-title') },
  { href: '/imprint', title: t('portal.imprint-title') },
  { href: '/privacy', title: t('frame.privacy') },
  { href: '/source', title: t('portal.source-title') },
  { href: '/api', title: t('portal.api-title') },
]
