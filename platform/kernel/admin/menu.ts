import type { RailLink } from '@modellregion/ui'
import { decide } from '../access/rules.ts'
import type { PageOptions } from '../http/answer.ts'
import type { Ask } from '../http/route.ts'
import type { Say } from '../i18n/index.ts'
import { kernelWords, type KernelWords } from '../locales/index.ts'
import { adminAccess } from './access.ts'

type Entry = Omit<RailLink, 'label' | 'current'> & { key: Parameters<Say<KernelWords>['isFallback']>[0]; permission: string; subject?: unknown }

const entries = (town: string): Entry[] => [
  { href: '/admin', key: 'admin.overview', icon: 'home', permission: 'console.see' },
  { href: '/admin/towns', key: 'admin.towns', icon: 'map', permission: 'towns.manage' },
  { href: `/admin/towns/${town}`, key: 'admin.town', icon: 'building', permission: 'town.edit', subject: { own: true } },
  { href: '/admin/people', key: 'admin.people', icon: 'people', permission: 'people.manage' },
  { href: '/admin/news', key: 'admin.news', icon: 'edit', permission: 'news.edit' },
  { href: '/admin/feedback', key: 'admin.feedback', icon: 'inbox', permission: 'report.answer' },
  { href: '/admin/search-words', key: 'admin.search-words', icon: 'search', permission: 'synonym.edit' },
  { href: '/admin/jobs', key: 'admin.jobs', icon: 'cog', permission: 'jobs.manage' },
  { href: '/admin/audit', key: 'admin.audit', icon: 'shield', permission: 'audit.see' },
  { href: '/admin/health', key: 'admin.health', icon: 'heart', permission: 'health.see' },
]

type Asks = Pick<Ask, 'tenant' | 'say' | 'actor' | 'platform'>

/** The sections of the console that this person may enter: the platform's own, then those of the town's services. */
export function sectionsOf(ask: Asks): Omit<RailLink, 'current'>[] {
  const t = ask.say(kernelWords)
  const own = entries(ask.tenant.id)
    .filter(({ permission, subject }) => decide(adminAccess, ask.actor, permission, subject).allowed) // a service's own page knows its own rules only
    .map(({ href, key, icon }) => ({ href, icon, label: t.find(key) ?? key }))
  return [...own, ...sectionsOfServices(ask)]
}

const sectionsOfServices = ({ platform, tenant, actor, say }: Asks): Omit<RailLink, 'current'>[] =>
  platform.registry.services
    .filter(({ id }) => tenant.services.includes(id))
    .flatMap(({ access, navigation = [] }) =>
      navigation.flatMap((entry) => (entry.console !== undefined && entry.access !== undefined && decide(access, actor, entry.access).allowed ? [{ href: entry.href, icon: entry.console, label: say(entry.title.words).find(entry.title.key) ?? entry.title.key }] : [])),
    )

/** Options of every page of the console: rail, no search engines, no caches. */
export function consolePage(ask: Asks & Pick<Ask, 'url'>, options: PageOptions = {}): PageOptions {
  const t = ask.say(kernelWords)
  const path = ask.url.pathname
  const sections = sectionsOf(ask)
  const current = sections.filter(({ href }) => path === href || path.startsWith(`${href}/`)).reduce((best, { href }) => (href.length > best.length ? href : best), '')
  const outside = [...(ask.platform.config.demo ? [{ href: '/demo/mail', label: t('admin.mail-title'), icon: 'mail' as const }] : []), { href: '/', label: t('admin.to-town'), icon: 'exit' as const }]
  return {
    frame: 'work',
    private: true,
    noindex: true,
    rail: { tool: t('admin.title'), nav: t('admin.sections'), links: [...sections.map((link) => ({ ...link, current: link.href === current })), ...outside] },
    ...options,
  }
}
