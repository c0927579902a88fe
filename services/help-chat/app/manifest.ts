import type { Ask } from '@modellregion/kernel'
import { libraryPath } from '../knowledge/view.ts'
import { digestOf, fileOf, programOf } from './program.ts'
import type { AppManifest, ManifestFile } from './schema.ts'

export const shellPath = '/help-chat/case'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url'>

// The built files do not change while a process lives.
const programs = new Map<string, readonly ManifestFile[]>()

/**
 * The list of every file that the case area of this town loads. Pages are asked of this very process as a stranger's browser would ask, without
 * cookies: what is hashed is what is served. Undefined before the first build.
 */
export async function manifestOf(ask: Asks, articleIds: readonly string[]): Promise<AppManifest | undefined> {
  const { assets } = ask.platform
  if (!assets.exists) return undefined
  const program = programs.get(assets.folder) ?? programOf(assets.folder)
  programs.set(assets.folder, program)
  const pages = await Promise.all(ask.tenant.locales.map((locale) => own(ask, `${shellPath}?lang=${locale}`)))
  const look = await Promise.all(linkedIn(pages.map(({ text }) => text)).map((href) => own(ask, href)))
  const files = [
    ...program,
    ...pages.map(({ href, text }) => fileOf(href, text, 'page')),
    ...look.filter(({ href }) => !program.some(({ url }) => url === href)).map(({ href, text }) => fileOf(href, text, 'look')),
  ]
  const { digest, words } = digestOf(files)
  return { digest, words, program: digestOf(program), files, reading: Object.fromEntries(ask.tenant.locales.map((locale) => [locale, readingIn(locale, articleIds)])) }
}

async function own({ platform, url }: Asks, href: string): Promise<{ href: string; text: Buffer }> {
  const answer = await platform.loopback.fetch(new URL(href, url).href, { headers: { accept: 'text/html' } })
  if (!answer.ok) throw new Error(`The app needs ${href}, which answers ${answer.status}.`)
  return { href, text: Buffer.from(await answer.arrayBuffer()) }
}

// Style sheets, marks and icons that the page draws; links to other pages are not loaded.
function linkedIn(pages: readonly Buffer[]): string[] {
  const found = pages.flatMap((page) => [...page.toString().matchAll(/<(?:link rel="(?:stylesheet|preload|icon)"|script|img|use|source)[^>]*? (?:href|src)="(\/[^"#]+)/g)].map(([, href = '']) => href))
  return [...new Set(found)].sort()
}

const readingIn = (locale: string, articleIds: readonly string[]): string[] => [
  ...['', '/knowledge', '/knowledge/everything', '/numbers', '/helper', '/protection', ...articleIds.map((id) => `/knowledge/${id}`)].map((path) => `/help-chat${path}?lang=${locale}`),
  libraryPath(locale),
]
