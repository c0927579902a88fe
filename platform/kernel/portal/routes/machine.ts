import { createHash } from 'node:crypto'
import { palette } from '@modellregion/ui'
import { body } from '../../http/answer.ts'
import { get } from '../../http/route.ts'
import { htmlLang } from '../../i18n/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { offersOf } from '../catalogue.ts'
import { fixedPages } from '../fixed-pages.ts'
import { escapeXml } from '../rules.ts'
import { serviceWorker } from '../service-worker.ts'

const open = { access: 'anyone', everyTown: true } as const

/** Addresses that browsers and search engines look for. */
export const machineRoutes = [
  get('/robots.txt', { ...open, api: { summary: 'What search engines may read.', tag: 'portal' } }, ({ url, platform }) => {
    // A demonstration speaks in the name of a town that did not ask for it: it is not to be found.
    if (platform.config.demo) return body('text/plain; charset=utf-8', 'User-agent: *\nDisallow: /\n')
    const closed = ['/admin', '/account', '/my-matters', '/sign-in', '/sign-out', '/search', '/suggest', '/preferences', '/feedback/sent']
    return body('text/plain; charset=utf-8', `User-agent: *\n${closed.map((path) => `Disallow: ${path}`).join('\n')}\n\nSitemap: ${new URL('/sitemap.xml', url).href}\n`)
  }),

  get('/sitemap.xml', { ...open, cacheFor: 3_600, api: { summary: 'Pages of the town for search engines (sitemaps.org 0.9).', tag: 'portal' } }, (ask) => {
    const t = ask.say(kernelWords)
    const paths = ['/', ...fixedPages(t).map(({ href }) => href), ...offersOf(ask).flatMap(({ href, links }) => [href, ...links.map((link) => link.href)])]
    const urls = [...new Set(paths)].map((path) => `<url><loc>${escapeXml(new URL(path, ask.url).href)}</loc></url>`)
    return body('application/xml; charset=utf-8', `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`)
  }),

  get('/manifest.webmanifest', { ...open, api: { summary: 'The town as an installable web application (W3C Web Application Manifest).', tag: 'portal' } }, ({ tenant, locale, say }) => {
    const colours = palette(tenant.brand, 'light')
    const t = say(kernelWords)
    const manifest = {
      id: '/',
      name: `${tenant.kind} ${tenant.name}`,
      short_name: tenant.name,
      description: t('portal.lead', { town: tenant.name }),
      lang: htmlLang(locale),
      start_url: '/',
      scope: '/',
      display: 'minimal-ui',
      background_color: colours.paper,
      theme_color: colours.brand,
      icons: [{ src: `/brand/${tenant.brand.mark}-mark.svg`, sizes: 'any', type: 'image/svg+xml' }],
    }
    return body('application/manifest+json; charset=utf-8', JSON.stringify(manifest), { headers: { 'cache-control': 'no-cache' } })
  }),

  get('/sw.js', { ...open, api: { summary: 'The service worker: an offline page, nothing personal.', tag: 'portal' } }, ({ platform, tenant }) => {
    const { styles, scripts } = platform.assets
    const version = createHash('sha256').update(JSON.stringify([styles, scripts, platform.assets.brandHref(tenant)])).digest('hex').slice(0, 12)
    return body('text/javascript; charset=utf-8', serviceWorker(version), { headers: { 'cache-control': 'no-cache' } })
  }),
]
