import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordsOfBits } from '../crypto/words.ts'
import type { ManifestFile } from './schema.ts'
import { worker, workerPath } from './worker.ts'

/** Islands on pages of the app. A test compares them with the pages. */
export const programIslands: readonly string[] = ['quick-exit', 'help-guard', 'help-knowledge', 'help-case']

export const checkWordCount = 6

type Chunk = { file: string; src?: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[]; css?: string[]; assets?: string[] }

/**
 * The program of the case area, read from a built client (`dist/client`): scripts, styles, fonts, workers, and the service worker that guards
 * them. The same build gives the same list. Throws when there is no build
 */
export function programOf(clientFolder: string): ManifestFile[] {
  const manifest = JSON.parse(readFileSync(join(clientFolder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk> // written by the build
  const files = new Set<string>()
  for (const key of chunksOf(manifest)) {
    const { file, css = [], assets = [] } = manifest[key] ?? { file: '' }
    for (const name of [file, ...css, ...assets]) files.add(name)
  }
  for (const name of referred(clientFolder, files, manifest)) files.add(name)
  const built = [...files].filter((name) => existsSync(join(clientFolder, name))).map((name) => fileOf(`/assets/${name}`, readFileSync(join(clientFolder, name)), 'program'))
  return [...built, fileOf(workerPath, Buffer.from(worker()), 'program')].sort(byUrl)
}

/** A file as the list holds it. */
export const fileOf = (url: string, content: Buffer, kind: ManifestFile['kind']): ManifestFile => ({ url, sha256: createHash('sha256').update(content).digest('hex'), size: content.length, kind })

/** The list as text, one line a file, as `sha256sum` writes it: hash, two blanks, address. Sorted by address. */
export const linesOf = (files: readonly ManifestFile[]): string => files.toSorted(byUrl).map(({ sha256, url }) => `${sha256}  ${url}\n`).join('')

/** SHA-256 over `linesOf`, as hex and as words to compare by ear and eye. */
export function digestOf(files: readonly ManifestFile[]): { digest: string; words: string[] } {
  const bytes = createHash('sha256').update(linesOf(files)).digest()
  return { digest: bytes.toString('hex'), words: wordsOfBits(bytes, checkWordCount) }
}

const byUrl = (a: ManifestFile, b: ManifestFile): number => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0)

// The one script of every page knows all islands of the platform; only those of the app are followed from there, and no map.
function chunksOf(manifest: Readonly<Record<string, Chunk>>): Set<string> {
  const isStart = (key: string): boolean => key.endsWith('ui/island/start.ts')
  const roots = Object.entries(manifest).flatMap(([key, { isEntry }]) => (isEntry === true || isStart(key) || isOwnIsland(key) ? [key] : []))
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const next of chunk.imports ?? []) visit(next)
    if (!chunk.isEntry && !isStart(key)) for (const next of chunk.dynamicImports ?? []) visit(next)
  }
  for (const key of roots) visit(key)
  return seen
}

const isOwnIsland = (key: string): boolean => programIslands.some((name) => key.endsWith(`/${name}.island.tsx`))

// Workers and what they load stand in no list of the build; their names stand in the files that start them.
function referred(folder: string, files: ReadonlySet<string>, manifest: Readonly<Record<string, Chunk>>): Set<string> {
  const all = new Set(readdirSync(folder))
  const shared = new Set(Object.entries(manifest).flatMap(([key, { file, isEntry }]) => (isEntry === true || key.endsWith('ui/island/start.ts') ? [file] : [])))
  const found = new Set<string>()
  const look = (name: string): void => {
    if (shared.has(name) || !/\.m?js$|\.css$/.test(name)) return
    for (const [mentioned] of readFileSync(join(folder, name), 'utf8').matchAll(/[\w.-]+\.(?:m?js|wasm|css|woff2)\b/g)) {
      if (!all.has(mentioned) || found.has(mentioned) || files.has(mentioned)) continue
      found.add(mentioned)
      look(mentioned)
    }
  }
  for (const name of files) look(name)
  return found
}
