import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'

const sources = ['platform/ui/**/*.{ts,tsx,css,svg,woff2}', 'services/*/**/*.island.tsx', 'services/*/**/*.css', 'vite.config.ts', 'package-lock.json']
const manifest = '.vite/manifest.json'
/** What the last build was made from: also the plain files that an island brings along. */
const sourceList = '.vite/sources.json'
const day = 24 * 3_600_000

/** Builds the browser's files when they are missing or older than their sources. Takes about a second. */
export function buildClientIfNeeded(root: string): void {
  const built = join(root, 'dist/client', manifest)
  if (existsSync(built) && !isOlder(root, statSync(built).mtimeMs)) return
  process.stdout.write('Building the browser files …\n')
  buildClient(root)
}

/**
 * Builds beside the folder that is served and moves file by file, the manifest last: a process that starts meanwhile finds
 * either all files of the old build or all of the new one. Two builds at once do the same work twice and harm nobody.
 */
export function buildClient(root: string): void {
  const target = join(root, 'dist/client')
  const fresh = `${target}-${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const began = statSync(fresh).mtime
  try {
    const built = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir'], { cwd: root, stdio: 'inherit' })
    if (built.status !== 0) throw new Error('The browser files could not be built; the messages above say why.')
    // A source that is changed while the build runs must look newer than the build.
    utimesSync(join(fresh, manifest), began, began)
    const files = filesIn(fresh)
    for (const file of [...files.filter((name) => name !== manifest), manifest]) {
      mkdirSync(dirname(join(target, file)), { recursive: true })
      renameSync(join(fresh, file), join(target, file))
    }
    removeOutdated(target, new Set(files), began.getTime() - day)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

const filesIn = (folder: string): string[] => globSync('**/*', { cwd: folder, withFileTypes: true })
  .concat(globSync('.vite/*', { cwd: folder, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

// Names carry the hash of their content. Those of earlier builds stay for a day: pages that are open still ask for them.
function removeOutdated(target: string, current: ReadonlySet<string>, before: number): void {
  for (const file of filesIn(target)) {
    const path = join(target, file)
    const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (!current.has(file) && writtenAt < before) rmSync(path, { force: true })
  }
}

function isOlder(root: string, builtAt: number): boolean {
  const list = join(root, 'dist/client', sourceList)
  const used = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : [] // written by our own build
  return [...globSync(sources, { cwd: root, exclude: (name) => name === 'node_modules' }), ...used].some((file) => (statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) > builtAt)
}
