import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of the project to change at will. Packages are shared, rooms are not: the copy's rooms know each other and nothing of the original. */
export type Twin = { root: string; remove(): void }

const files = ['package.json', 'tsconfig.json', 'vite.config.ts']
const rooms = ['app', 'platform', 'services', 'tools', 'bench']

export function makeTwin(root: string): Twin {
  const twin = mkdtempSync(join(tmpdir(), 'modellregion-twin-'))
  for (const file of files) cpSync(join(root, file), join(twin, file))
  for (const room of rooms) if (existsSync(join(root, room))) cpSync(join(root, room), join(twin, room), { recursive: true, filter: (path) => !path.endsWith('/node_modules') })
  if (existsSync(join(root, 'dist'))) cpSync(join(root, 'dist'), join(twin, 'dist'), { recursive: true, preserveTimestamps: true }) // not linked: a build in the copy must not reach the original
  linkPackages(root, twin)
  for (const { name } of roomsIn(twin, 'services')) {
    const own = join(root, 'services', name, 'node_modules')
    if (existsSync(own)) symlinkSync(own, join(twin, 'services', name, 'node_modules'))
  }
  return { root: twin, remove: () => rmSync(twin, { recursive: true, force: true }) }
}

function linkPackages(root: string, twin: string): void {
  const from = join(root, 'node_modules')
  mkdirSync(join(twin, 'node_modules/@modellregion'), { recursive: true })
  for (const entry of readdirSync(from)) if (entry !== '@modellregion') symlinkSync(join(from, entry), join(twin, 'node_modules', entry))
  for (const folder of ['platform', 'services'])
    for (const { name } of roomsIn(twin, folder)) symlinkSync(join(twin, folder, name), join(twin, 'node_modules/@modellregion', name))
}

export const roomsIn = (root: string, folder: string): { name: string }[] => readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
