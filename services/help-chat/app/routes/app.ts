import { body, get, json, page, title, type Ask, type PageOptions } from '@modellregion/kernel'
import { palette } from '@modellregion/ui'
import { articles } from '../../knowledge/content/articles.ts'
import { readTown } from '../../knowledge/library.ts'
import { words } from '../../locales/index.ts'
import { getSettings } from '../../office/queries/settings.ts'
import { defaultSettings } from '../../office/rules.ts'
import { manifestOf } from '../manifest.ts'
import { AppPage } from '../pages/app.tsx'
import { VersionPage } from '../pages/version.tsx'
import type { AppManifest } from '../schema.ts'
import { worker, workerPath } from '../worker.ts'

const quiet = { access: 'anyone', traceless: true } as const
const iconPath = '/help-chat/app/icon.svg'
const under = ({ say }: Pick<Ask, 'say'>, label: string): PageOptions => ({ frame: 'text', crumbs: [{ label: say(words)('knowledge.title'), href: '/help-chat' }, { label }] })

async function list(ask: Pick<Ask, 'platform' | 'tenant' | 'url' | 'read'>): Promise<AppManifest | undefined> {
  const { hidden } = await ask.read(readTown)
  return await manifestOf(ask, articles.map(({ id }) => id).filter((id) => !hidden.has(id)))
}

// What nobody has changed is said in the reader's language.
const nameOf = (chosen: string, neutral: string): string => (chosen === defaultSettings.appName ? neutral : chosen)

// A sheet of notes on a plain ground: on a home screen it says nothing about what it is for.
const icon = (ground: string, ink: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${ground}"/><path d="M152 120h208v272H152z" fill="#fff"/><path d="M184 184h144M184 240h144M184 296h96" stroke="${ink}" stroke-width="20" stroke-linecap="round"/></svg>`

/** What makes these pages an app with a neutral name, that keeps its own program and shows each change before it counts. */
export const programRoutes = [
  get('/help-chat/app.webmanifest', { ...quiet, api: { summary: 'The help chat as an installable web application with a neutral name (W3C Web Application Manifest).', tag: 'help-chat' } }, async ({ tenant, say, read, locale }) => {
    const { appName } = await read(getSettings)
    const colours = palette(tenant.brand, 'light')
    const name = nameOf(appName, say(words)('app.neutral-name'))
    const manifest = {
      id: '/help-chat',
      name,
      short_name: name,
      lang: locale === 'en' ? 'en-GB' : 'de',
      start_url: '/help-chat',
      scope: '/help-chat',
      display: 'standalone',
      background_color: colours.paper,
      theme_color: colours.paper,
      icons: [{ src: iconPath, sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
    }
    return body('application/manifest+json; charset=utf-8', JSON.stringify(manifest), { headers: { 'cache-control': 'no-cache' } })
  }),

  get(iconPath, { ...quiet, api: { summary: 'The neutral icon of the app.', tag: 'help-chat' } }, ({ tenant }) => {
    const { action } = palette(tenant.brand, 'light')
    return body('image/svg+xml', icon(action, action), { headers: { 'cache-control': 'public, max-age=86400' } })
  }),

  get(workerPath, { ...quiet, api: { summary: 'The service worker that guards the app: it serves the version that was shown, and refuses changed files.', tag: 'help-chat' } }, () =>
    body('text/javascript; charset=utf-8', worker(), { headers: { 'cache-control': 'no-cache', 'service-worker-allowed': '/', 'cross-origin-embedder-policy': 'require-corp' } }),
  ),

  get('/help-chat/app/manifest.json', { ...quiet, api: { summary: 'Every file that the case area may load, with its SHA-256, and the digest and check words over all of them.', tag: 'help-chat' } }, async (ask) => {
    const manifest = await list(ask)
    return manifest ? json(manifest) : json({ error: 'not built' }, 503)
  }),

  get('/help-chat/app', { ...quiet, title: title(words, 'app.title') }, async (ask) => {
    const t = ask.say(words)
    const { appName } = await ask.read(getSettings)
    return page(AppPage, { t, name: nameOf(appName, t('app.neutral-name')), locale: ask.locale }, under(ask, t('app.title')))
  }),

  get('/help-chat/app/version', { ...quiet, title: title(words, 'app.version-title') }, async (ask) => page(VersionPage, { t: ask.say(words), manifest: await list(ask) }, under(ask, ask.say(words)('app.version-title')))),
]
