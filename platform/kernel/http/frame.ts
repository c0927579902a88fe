import type { FastifyRequest } from 'fastify'
import type { FrameProps } from '@modellregion/ui'
import type { Platform } from '../boot/platform.ts'
import { htmlLang, type Locale, type Say } from '../i18n/index.ts'
import type { KernelWords } from '../locales/index.ts'
import { addressWith } from './address.ts'
import type { PageAnswer } from './answer.ts'
import { nameOf } from './names.ts'

// Each language is written in itself: whoever needs it must recognise it.
const languageNames: Record<Locale, string> = { de: 'Deutsch', en: 'English', 'de-x-leicht': 'Leichte Sprache' }
const widths = { front: 'front', question: 'form', board: 'board', work: 'board', list: 'page', object: 'page', text: 'page' } as const

/** Header, path and footer of a town, in the reader's language. */
export function frameOf(platform: Platform, request: FastifyRequest, say: Say<KernelWords>, options: Partial<PageAnswer>): Omit<FrameProps, 'children'> {
  const { tenant, locale, url, actor } = request
  const path = url.split('?')[0] ?? '/'
  const offered = tenant.locales.includes('de-x-leicht') && locale !== 'de-x-leicht'
  return {
    lang: htmlLang(locale),
    town: townOf(request, say),
    words: {
      skip: say('frame.skip'),
      home: say('frame.start-page'),
      mainNav: say('frame.navigation-main'),
      menu: say('frame.menu'),
      language: say('frame.language'),
      view: say('frame.display'),
      themeSystem: say('frame.display-system'),
      themeLight: say('frame.display-light'),
      themeDark: say('frame.display-dark'),
      contrastMore: say('frame.display-contrast'),
      contrastNormal: say('frame.display-contrast-normal'),
      breadcrumb: say('frame.navigation-breadcrumb'),
      footerPeople: say('frame.footer-contact'),
      footerUnderstand: say('frame.footer-understand'),
      footerBroken: say('frame.footer-broken'),
    },
    nav: navigation(platform, request, path),
    footer: {
      understand: [
        { href: '/leichte-sprache?lang=de-x-leicht', label: say('frame.language-easy') },
        { href: '/gebaerdensprache', label: say('frame.sign-language') },
        { href: '/accessibility', label: say('frame.accessibility-statement') },
      ],
      broken: [
        { href: `/feedback?page=${encodeURIComponent(path)}`, label: say('frame.report-barrier') },
        { href: '/sitemap', label: say('frame.sitemap') },
        { href: '/status', label: say('frame.status') },
      ],
      legal: [
        { href: '/imprint', label: say('frame.imprint') },
        { href: '/privacy', label: say('frame.privacy') },
        { href: '/source', label: say('frame.footer-source') },
      ],
    },
    ...(offered && { easyLanguage: { href: addressWith(url, 'lang', 'de-x-leicht'), label: say('frame.language-easy') } }),
    signLanguage: { href: '/gebaerdensprache', label: say('frame.sign-language') },
    languages: tenant.locales.map((code) => ({ code: htmlLang(code), label: languageNames[code], href: addressWith(url, 'lang', code), current: code === locale })),
    view: { action: '/preferences', back: url, theme: request.theme, contrast: request.contrast },
    mine:
      actor.id === undefined
        ? { href: `/sign-in?return=${encodeURIComponent(url)}`, label: say('frame.sign-in'), current: path === '/sign-in' }
        : { href: '/my-matters', label: say('frame.my-matters'), current: path === '/my-matters' },
    breadcrumb: options.crumbs ? [{ label: say('frame.start'), href: '/' }, ...options.crumbs] : [],
    width: widths[options.frame ?? 'list'],
    ...(actor.mandate && { acting: { text: say('frame.acting-for', { name: actor.mandate.principal.name }), link: { href: `/acting?return=${encodeURIComponent(url)}`, label: say('acting.change') } } }),
    ...(request.signOutToken && { shared: { text: say('frame.shared-computer'), action: '/sign-out', csrf: request.signOutToken(), label: say('session.sign-out') } }),
    ...(platform.config.demo && { banner: say('frame.demo') }),
  }
}

function townOf({ tenant }: FastifyRequest, say: Say<KernelWords>): FrameProps['town'] {
  const { brand, contact } = tenant
  return {
    kind: tenant.kind,
    name: tenant.name,
    markHref: `/brand/${brand.mark}-mark.svg`,
    motifHref: `/brand/${brand.motif}-motif.svg`,
    brand,
    address: [contact.office, contact.address].filter(Boolean).join(', '),
    hours: contact.hours,
    ...(contact.phone !== '' && { phone: { label: `${say('frame.phone')} ${contact.phone}`, href: `tel:${contact.phone.replaceAll(/[^\d+]/g, '')}` } }),
  }
}

function navigation(platform: Platform, request: FastifyRequest, path: string): FrameProps['nav'] {
  return platform.registry.services
    .filter((service) => service.id !== 'platform' && !service.internal && request.tenant.services.includes(service.id))
    .slice(0, 5)
    .map((service) => {
      const current = path === service.home ? ('page' as const) : path.startsWith(`${service.home}/`) ? ('section' as const) : undefined
      return { href: service.home, label: nameOf(request, service), ...(current && { current }) }
    })
}
