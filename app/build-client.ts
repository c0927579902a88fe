import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['platform/ui/**/*.{ts,tsx,css,svg,woff2}', 'services/*/**/*.island.tsx', 'services/*/**/*.css', 'vite.config.ts', 'package-lock.json']

/** Builds the browser's files when they are missing or older than their sources. Takes about a second. */
export async function buildClientIfNeeded(root: string): Promise<void> {
  const manifest = join(root, 'dist/client/.vite/manifest.json')
  if (existsSync(manifest) && !isOlder(root, statSync(manifest).mtimeMs)) return
  process.stdout.write('Building the browser files …\n')
  const built = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The browser files could not be built; the messages above say why.')
}

function isOlder(root: string, builtAt: number): boolean {
  return globSync(sources, { cwd: root, exclude: (name) => name === 'node_modules' }).some((file) => statSync(join(root, file)).mtimeMs > builtAt)
}
