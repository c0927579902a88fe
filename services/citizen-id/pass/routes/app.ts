import { createHash } from 'node:crypto'
import { body, get, page, title } from '@modellregion/kernel'
import { palette } from '@modellregion/ui'
import { pageWords, words } from '../../locales/index.ts'
import { OfflinePage } from '../pages/home.tsx'
import { worker } from '../worker.ts'

/** What makes the pages of the Pass an app that can be installed without a store. */
export const appRoutes = [
  get('/pass/app.webmanifest', { access: 'anyone', api: { summary: 'The Pass as an installable web application (W3C Web Application Manifest).', tag: 'pass' } }, ({ tenant, say }) => {
    const t = say(pageWords)
    const colours = palette(tenant.brand, 'light')
    const manifest = {
      id: '/pass',
      name: t('pass.app-name', { town: tenant.name }),
      short_name: 'Pass',
      description: t('pass.lead'),
      start_url: '/pass',
      scope: '/pass',
      display: 'standalone',
      background_color: colours.paper,
      theme_color: colours.brand,
      icons: [{ src: `/brand/${tenant.brand.mark}-mark.svg`, sizes: 'any', type: 'image/svg+xml' }],
      shortcuts: [{ name: t('pass.scan'), url: '/pass/scan' }],
    }
    return body('application/manifest+json; charset=utf-8', JSON.stringify(manifest), { headers: { 'cache-control': 'no-cache' } })
  }),

  get('/pass/worker.js', { access: 'anyone', api: { summary: 'The service worker of the Pass: an offline page, nothing personal.', tag: 'pass' } }, ({ platform, tenant }) => {
    const version = createHash('sha256').update(JSON.stringify([platform.assets.styles, platform.assets.brandHref(tenant)])).digest('hex').slice(0, 12)
    return body('text/javascript; charset=utf-8', worker(version), { headers: { 'cache-control': 'no-cache', 'service-worker-allowed': '/pass' } })
  }),

  get('/pass/offline', { access: 'anyone', title: title(words, 'pass.offline') }, ({ say }) => page(OfflinePage, { t: say(pageWords) }, { frame: 'question', noindex: true, manifest: '/pass/app.webmanifest' })),
]
