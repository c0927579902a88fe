import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brandCss } from '@modellregion/ui'
import type { Brand, Tenant } from '../tenancy/index.ts'

export type Assets = {
  /** Folder with the built browser files; served immutable under /assets/. */
  folder: string
  /** False before the first build. */
  exists: boolean
  styles: readonly string[]
  scripts: readonly string[]
  fonts: readonly string[]
  /** Address of the town's five brand values as a style sheet; its name is the hash of its content. */
  brandHref(tenant: Tenant): string
  brandText(name: string): string | undefined
}

type ManifestEntry = { file: string; css?: string[]; isEntry?: boolean; src?: string; assets?: string[] }

/** Reads what the client build made. Without a build, pages still come, without look and comfort. */
export function readAssets(root: string): Assets {
  const folder = join(root, 'dist/client')
  const file = join(folder, '.vite/manifest.json')
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, ManifestEntry>) : {} // written by the build
  const entries = Object.values(manifest).filter((entry) => entry.isEntry)
  const texts = new Map<string, string>()
  const hrefs = new WeakMap<Brand, string>()
  const nameOf = (brand: Brand): string => {
    const text = brandCss(brand)
    const name = `brand-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.css`
    texts.set(name, text)
    return `/brand/${name}`
  }
  return {
    folder,
    exists: existsSync(file),
    styles: unique(entries.flatMap((entry) => [...(entry.css ?? []), ...(entry.file.endsWith('.css') ? [entry.file] : [])])).map(href),
    scripts: entries.filter((entry) => entry.file.endsWith('.js')).map((entry) => href(entry.file)),
    fonts: unique(Object.values(manifest).flatMap((entry) => [...(entry.assets ?? []), entry.file])).filter((name) => /^town-sans-(400|600)\b.*\.woff2$/.test(name)).map(href),
    brandHref: ({ brand }) => hrefs.get(brand) ?? remember(hrefs, brand, nameOf(brand)),
    brandText: (name) => texts.get(name),
  }
}

const href = (file: string): string => `/assets/${file.replace(/^assets\//, '')}`
const unique = (items: readonly string[]): string[] => [...new Set(items)]

function remember(map: WeakMap<Brand, string>, brand: Brand, value: string): string {
  map.set(brand, value)
  return value
}
