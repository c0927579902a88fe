import { page } from '../../http/answer.ts'
import { get, title, type Route } from '../../http/route.ts'
import { kernelWords, serviceNames, type NamedService } from '../../locales/index.ts'
import { health } from '../../observe/index.ts'
import { enabledServices, nameIn, offersOf } from '../catalogue.ts'
import { fixedPages } from '../fixed-pages.ts'
import { EasyLanguagePage, ImprintPage, OfflinePage, SignLanguagePage, SourcePage } from '../pages/about.tsx'
import { AccessibilityPage } from '../pages/accessibility.tsx'
import { ApiPage, SitemapPage, StatusPage } from '../pages/overview.tsx'
import { sourceFacts } from '../publiccode.ts'

const open = { access: 'anyone', everyTown: true } as const

/** What every town must say about its pages. */
export const aboutRoutes = [
  get('/imprint', { ...open, title: title(kernelWords, 'portal.imprint-title') }, (ask) => {
    const t = ask.say(kernelWords)
    return page(ImprintPage, { t, tenant: ask.tenant, demo: ask.platform.config.demo }, { frame: 'text', crumbs: [{ label: t('portal.imprint-title') }] })
  }),

  get('/accessibility', { ...open, title: title(kernelWords, 'portal.accessibility-title') }, (ask) => {
    const t = ask.say(kernelWords)
    return page(AccessibilityPage, { t, town: `${ask.tenant.kind} ${ask.tenant.name}`, address: ask.url.host }, { frame: 'text', crumbs: [{ label: t('portal.accessibility-title') }] })
  }),

  get('/leichte-sprache', { ...open, title: title(kernelWords, 'portal.easy-title') }, (ask) => {
    const t = ask.say(kernelWords)
    const services = offersOf(ask).map((offer) => ({ href: offer.href, name: offer.name, sentence: easySentence(offer.service.id) ?? offer.sentence }))
    return page(EasyLanguagePage, { t, tenant: ask.tenant, services }, { frame: 'text', crumbs: [{ label: t('portal.easy-title') }] })
  }),

  get('/gebaerdensprache', { ...open, title: title(kernelWords, 'portal.sign-title') }, (ask) => {
    const t = ask.say(kernelWords)
    return page(SignLanguagePage, { t, tenant: ask.tenant }, { frame: 'text', crumbs: [{ label: t('portal.sign-title') }] })
  }),

  get('/source', { ...open, title: title(kernelWords, 'portal.source-title') }, (ask) => {
    const t = ask.say(kernelWords)
    return page(SourcePage, { t, facts: sourceFacts() }, { frame: 'text', crumbs: [{ label: t('portal.source-title') }] })
  }),

  get('/sitemap', { ...open, title: title(kernelWords, 'portal.sitemap-title') }, (ask) => {
    const t = ask.say(kernelWords)
    const machines = [
      { href: '/api', title: t('portal.api-title') },
      { href: '/openapi.json', title: t('portal.api-description') },
      { href: '/news.atom', title: t('portal.news-feed') },
    ]
    const pages = fixedPages(t).filter(({ href }) => href !== '/api')
    return page(SitemapPage, { t, offers: offersOf(ask), pages, machines }, { frame: 'text', crumbs: [{ label: t('portal.sitemap-title') }] })
  }),

  get('/status', { ...open, title: title(kernelWords, 'portal.status-title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const { ready } = await health(ask.platform)
    const rows = offersOf(ask).map(({ name, href }) => ({ name, href, runs: ready }))
    return page(StatusPage, { t, at: ask.now, rows }, { frame: 'text', status: ready ? 200 : 503, noindex: true, crumbs: [{ label: t('portal.status-title') }] })
  }),

  get('/offline', { ...open, title: title(kernelWords, 'portal.offline-title') }, (ask) =>
    page(OfflinePage, { t: ask.say(kernelWords), phone: ask.tenant.contact.phone }, { frame: 'text', noindex: true }),
  ),

  get('/api', { ...open, title: title(kernelWords, 'portal.api-title') }, (ask) => {
    const t = ask.say(kernelWords)
    const { routes } = ask.platform.registry
    const rowsOf = (id: string, of: string, wanted: (route: Route) => boolean) =>
      routes.filter(({ service, route }) => service.id === id && route.api && wanted(route)).map(({ route }) => ({ method: route.method, path: route.path, summary: route.api?.summary ?? '', of }))
    // Of the platform only what the portal publishes: probes and pictures are for machines of the operator.
    const rows = [...enabledServices(ask).flatMap((service) => rowsOf(service.id, nameIn(ask, service), () => true)), ...rowsOf('platform', t('portal.sitemap-town'), (route) => route.api?.tag === 'portal')]
    return page(ApiPage, { t, rows }, { frame: 'text', crumbs: [{ label: t('portal.api-title') }] })
  }),
]

const easySentence = (id: string): string | undefined => (Object.hasOwn(serviceNames, id) ? serviceNames[id as NamedService].oneSentence['de-x-leicht'] : undefined) // hasOwn checked the name
