import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the project; the path is relative to its root, with forward slashes. */
export type Source = { path: string; text: string }

const roots = ['app', 'platform', 'services', 'tools', 'bench']

/** Every TypeScript file of the project, tests included. */
export function readSources(root: string): Source[] {
  return globSync(`{${roots.join(',')}}/**/*.{ts,tsx}`, { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name) })
    .filter((path) => !path.includes('node_modules/') && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The room a path lies in: `platform/ui`, `services/open-data`, `app`, `tools`, `bench`. */
export function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'platform' || first === 'services' ? `${first}/${second}` : first
}

/** The slice of a service (or room of the kernel): `dataset` of `services/open-data/dataset/rules.ts`; '' at the room's root. */
export function sliceOf(path: string): string {
  const parts = path.split('/')
  const depth = roomOf(path).split('/').length
  return parts.length > depth + 1 ? (parts[depth] ?? '') : ''
}

export type FileRole = 'rules' | 'schema' | 'queries' | 'page' | 'island' | 'conductor' | 'test' | 'demo' | 'words' | 'other'

// What several tests share (`town-for-tests.ts`, `test-platform.ts`, `shacl-testing.ts`) and what only the build uses (`vite-….ts`).
const supportsTests = /^test-.*\.tsx?$|-(for-tests|testing)\.tsx?$|^vite-.*\.ts$/

/** What a file is for, read from its name. Conductors (routes, jobs, manifest) bring the others together. */
export function fileRoleOf(path: string): FileRole {
  const name = path.split('/').at(-1) ?? ''
  if (/\.(test|journey|bench)\.tsx?$/.test(name) || name === 'examples.tsx' || supportsTests.test(name) || /\/judgements\//.test(path)) return 'test'
  if (/\/(demo|gallery)\//.test(path)) return 'demo'
  if (/\/locales\//.test(path)) return 'words'
  if (name.endsWith('.island.tsx')) return 'island'
  if (/\/pages\//.test(path)) return 'page'
  if (name === 'queries.ts' || /\/queries\//.test(path)) return 'queries'
  if (name === 'rules.ts' || /\/rules\//.test(path)) return 'rules'
  if (name === 'schema.ts') return 'schema'
  if (/^(routes|jobs|service)\.tsx?$/.test(name) || /\/routes\//.test(path)) return 'conductor'
  return 'other'
}
