import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Manifests } from './walls.ts'

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string>; optionalDependencies?: Record<string, string>; peerDependencies?: Record<string, string> }

/** The declared dependencies of each room; the root's are those of tests and tools. */
export function readManifests(root: string): Manifests {
  const rooms = globSync('{app,platform/*,services/*}/package.json', { cwd: root }).map(dirname)
  return new Map(['', ...rooms].map((room) => [room, namesIn(join(root, room, 'package.json'))]))
}

function namesIn(file: string): ReadonlySet<string> {
  if (!existsSync(file)) return new Set()
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Manifest // npm's format
  return new Set(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies }))
}
