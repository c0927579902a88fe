import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { type ComponentChildren, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { brandCss } from '../brand/brand-css.ts'
import { type Density, Document, type Theme } from '../document/document.tsx'
import { iconSprite } from '../icon/sprite.ts'
import { aachen, hohenried, lindenhafen } from './demo-town.ts'
import { ExamplePage, findExample, Gallery } from './gallery.tsx'

/** A server for the kit alone: gallery, single examples, built assets, under the policy the kernel sends. Tests use it. */
export type Preview = { origin: string; close(): Promise<void> }

const root = join(import.meta.dirname, '../../..')
const built = join(root, 'dist/client')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }
const towns = { aachen, lindenhafen, hohenried }

type Manifest = Record<string, { file: string; css?: string[]; isEntry?: boolean }>

function entry(): { styles: string[]; scripts: string[] } {
  const file = join(built, '.vite/manifest.json')
  if (!existsSync(file)) throw new Error('dist/client is missing: run "npm run build" first.')
  // Written by the build.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const main = Object.values(manifest).find((one) => one.isEntry)
  return { styles: (main?.css ?? []).map((name) => `/assets/${name}`), scripts: main ? [`/assets/${main.file}`] : [] }
}

/** Everything the pages load, read once: a build that runs meanwhile cannot take files away. */
function files(): Map<string, Buffer> {
  const folders = [
    ['assets', built],
    ['brand', join(import.meta.dirname, '../brand')],
  ] as const
  return new Map(
    folders.flatMap(([name, folder]) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((one) => one.isFile() && extname(one.name) in types)
        .map((one): [string, Buffer] => [`/${name}/${one.name}`, readFileSync(join(folder, one.name))]),
    ),
  )
}

/** Starts on a free port of this machine. @throws when the browser assets are not built */
export async function startPreview(): Promise<Preview> {
  const assets = entry()
  const served = files()
  const sheets = new Map(
    Object.entries(towns).map(([name, town]) => {
      const text = brandCss(town.brand)
      return [name, { href: `/assets/brand-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.css`, text }]
    }),
  )
  const page = (url: URL, body: ComponentChildren, density: Density | undefined): string => {
    const name = url.searchParams.get('town') ?? (url.pathname.endsWith('/port') ? 'lindenhafen' : url.pathname.endsWith('/village') ? 'hohenried' : 'aachen')
    const theme = url.searchParams.get('theme')
    const chosen: Theme = theme === 'dark' || theme === 'light' ? theme : 'system'
    const props = { lang: 'de', title: 'Komponenten', icon: '/brand/aachen-mark.svg', theme: chosen, density, assets: { ...assets, brand: sheets.get(name)?.href ?? '' } }
    return `<!doctype html>${renderToString(h(Document, props, body))}`
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const send = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' }).end(body)
    }
    const sheet = [...sheets.values()].find((one) => one.href === url.pathname)
    if (sheet) return send(200, 'text/css', sheet.text)
    if (url.pathname === iconSprite.href) return send(200, 'image/svg+xml', iconSprite.svg)
    if (url.pathname === '/suggest.json') return send(200, 'application/json', suggestions(url.searchParams.get('q') ?? ''))
    // The kit asks for the worker of the offline page, which the kernel writes: here it has nothing to do.
    if (url.pathname === '/sw.js') return send(200, 'text/javascript', '')
    const file = served.get(url.pathname)
    if (file) return send(200, types[extname(url.pathname)] ?? 'application/octet-stream', file)
    const [, , component = '', name = ''] = url.pathname.split('/')
    const example = findExample(component, name)
    if (example) return send(200, 'text/html; charset=utf-8', page(url, h(ExamplePage, { component, example }), example.density))
    if (url.pathname === '/_ui') return send(200, 'text/html; charset=utf-8', page(url, h('main', { class: 'mr-main' }, h('div', { class: 'mr-wrap' }, h(Gallery, { href: (one, other) => `/_ui/${one}/${other}` }))), undefined))
    return send(404, 'text/plain', 'not found')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an address object.
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Answers the search example, so that its suggestions can be tried. */
function suggestions(typed: string): string {
  const all = ['Wohnsitz ummelden', 'Wohngeld beantragen', 'Wohnungsgeberbestätigung', 'Wohnberechtigungsschein']
  return JSON.stringify({ suggestions: all.filter((text) => text.toLowerCase().startsWith(typed.toLowerCase())).map((text) => ({ text, kind: 'Anliegen' })) })
}
