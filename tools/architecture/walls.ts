import { posix } from 'node:path'
import { fileRoleOf, roomOf, sliceOf, type FileRole } from './sources.ts'
import type { Import, Syntax } from './syntax.ts'

/** What a room's package.json declares, by room; '' is the root. */
export type Manifests = ReadonlyMap<string, ReadonlySet<string>>

/** Which rooms a room may know. Services know the platform and never each other; nobody knows the app. */
const acquaintances: Record<string, readonly string[]> = {
  'platform/standards': [],
  'platform/contracts': ['platform/standards'],
  'platform/ui': ['platform/standards'],
  'platform/paper': ['platform/ui', 'platform/standards'],
  'platform/kernel': ['platform/ui', 'platform/contracts', 'platform/standards'],
  'platform/testing': ['platform/kernel'],
  app: ['platform/kernel', 'platform/ui', 'platform/contracts', 'platform/standards'],
  tools: ['platform/kernel', 'platform/ui', 'platform/contracts', 'platform/standards', 'platform/testing'],
  bench: ['platform/kernel', 'platform/ui', 'platform/contracts', 'platform/standards', 'platform/testing'],
}
const platformForServices = ['platform/kernel', 'platform/ui', 'platform/paper', 'platform/contracts', 'platform/standards']

/** Doors of platform packages that each kind of file of a service may enter. Absent: all of them. */
const doors: Partial<Record<FileRole, readonly string[]>> = {
  rules: ['@modellregion/kernel/rules', '@modellregion/contracts', '@modellregion/standards'],
  schema: ['@modellregion/kernel/rules', '@modellregion/contracts', '@modellregion/standards'],
  queries: ['@modellregion/kernel', '@modellregion/kernel/rules', '@modellregion/standards'],
  page: ['@modellregion/kernel/words', '@modellregion/kernel/rules', '@modellregion/ui', '@modellregion/standards'],
  island: ['@modellregion/kernel/rules', '@modellregion/ui/island', '@modellregion/standards'],
}

/** Roles a kind of file may import from its own slice, and from another slice of the same service. */
const neighbours: Partial<Record<FileRole, { own: readonly FileRole[]; other: readonly FileRole[] }>> = {
  rules: { own: ['rules', 'schema', 'other', 'words'], other: ['rules', 'schema', 'other', 'words'] },
  schema: { own: ['schema', 'other'], other: ['schema', 'other'] },
  queries: { own: ['queries', 'schema', 'other', 'rules'], other: ['schema', 'other'] },
  page: { own: ['page', 'schema', 'rules', 'other', 'words', 'island'], other: ['page', 'schema', 'rules', 'other', 'words', 'island'] },
  island: { own: ['schema', 'rules', 'other', 'island'], other: ['schema', 'rules', 'other', 'island'] },
  conductor: { own: ['rules', 'schema', 'queries', 'page', 'island', 'conductor', 'words', 'demo', 'other'], other: ['rules', 'schema', 'queries', 'page', 'conductor', 'words', 'demo', 'other'] },
}

// Who may pass a door: the testing room (the kernel's own tests run on it, and must run while a page is broken; a test town is a whole installation).
const secretPassages: readonly { from: RegExp; to: RegExp }[] = [
  { from: /^platform\/testing\/(kernel|database|town)\.ts$/, to: /^platform\/kernel\// },
  { from: /^platform\/testing\/town\.ts$/, to: /^app\// },
  // A bench measures what lies inside.
  { from: /^bench\//, to: /^(platform|services)\// },
]

/** One sentence for each import that passes through a wall. */
export function brokenWalls(files: readonly Syntax[], manifests: Manifests): string[] {
  return [...files.flatMap((file) => file.imports.flatMap((edge) => judge(file, edge, manifests))), ...impurities(files), ...roomCycles(files)]
}

function judge({ source: { path } }: Syntax, edge: Import, manifests: Manifests): string[] {
  const complain = (reason: string) => [`${path}:${edge.line} imports ${edge.from}: ${reason}`]
  const role = fileRoleOf(path)
  const target = edge.from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), edge.from)) : undefined
  if (target !== undefined) {
    if (secretPassages.some((passage) => passage.from.test(path) && passage.to.test(target))) return []
    return roomOf(target) === roomOf(path) ? complaintsOf(neighbourly(path, role, target), complain) : complain('another room is entered through its package name, never by a path.')
  }
  if (edge.from.startsWith('node:') || edge.from.startsWith('virtual:')) return []
  // Types of the standard RDF/JS interfaces come with the packages that implement them.
  if (edge.typeOnly && edge.from === '@rdfjs/types') return []
  if (edge.from.startsWith('@modellregion/')) return complaintsOf(acquainted(path, role, edge.from) ?? undeclared(path, edge.from, manifests), complain)
  return complaintsOf(undeclared(path, edge.from, manifests), complain)
}

const complaintsOf = (reason: string | undefined, complain: (reason: string) => string[]): string[] => (reason === undefined ? [] : complain(reason))

function neighbourly(path: string, role: FileRole, target: string): string | undefined {
  const targetRole = fileRoleOf(target)
  if (targetRole === 'test' && role !== 'test' && role !== 'demo' && !/^(tools|bench)\//.test(path)) return 'tests are imported by nobody.'
  if (!path.startsWith('services/')) return undefined
  const allowed = neighbours[role]?.[sliceOf(path) === sliceOf(target) || sliceOf(target) === '' ? 'own' : 'other']
  if (!allowed || allowed.includes(targetRole)) return undefined
  return `a file of the kind "${role}" does not know one of the kind "${targetRole}" ${sliceOf(path) === sliceOf(target) ? 'of its slice' : 'of another slice'}.`
}

function acquainted(path: string, role: FileRole, specifier: string): string | undefined {
  const room = roomOf(path)
  const name = specifier.split('/')[1] ?? ''
  if (name === 'app') return 'the composition root is imported by nobody.'
  const target = ['kernel', 'ui', 'paper', 'contracts', 'standards', 'testing'].includes(name) ? `platform/${name}` : `services/${name}`
  if (target === room) return 'a room refers to itself by relative paths.'
  if (target === 'platform/testing') return role === 'test' || room === 'tools' || room === 'bench' ? undefined : 'only tests know the testing room.'
  if (target.startsWith('services/')) return 'services are known by nobody; use an event or a port of contracts.'
  if (role === 'test' && room !== 'platform/standards') return undefined
  const known = room.startsWith('services/') ? platformForServices : (acquaintances[room] ?? [])
  if (!known.includes(target)) return `${room} does not know ${target}.`
  const allowed = room.startsWith('services/') ? doors[role] : undefined
  if (allowed && !allowed.includes(specifier)) return `a file of the kind "${role}" may enter ${allowed.join(', ')} only.`
  return undefined
}

function undeclared(path: string, specifier: string, manifests: Manifests): string | undefined {
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
  const room = roomOf(path)
  const own = manifests.get(room)
  if (own?.has(name)) return undefined
  const forTests = fileRoleOf(path) === 'test' || own === undefined || room === 'platform/testing'
  if (forTests && (manifests.get('')?.has(name) || name.startsWith('@modellregion/'))) return undefined
  // Tools and benches have no manifest: they may use what any room has installed.
  if ((room === 'tools' || room === 'bench') && [...manifests.values()].some((names) => names.has(name))) return undefined
  return `"${name}" is not declared in ${room}/package.json.`
}

const impure = /^(node:(fs|net|http|https|http2|child_process|dgram|dns|tls|worker_threads|cluster|os|process|timers)(\/|$)|pg$|kysely$|undici$|fastify|nodemailer)/

/** Rules and schemas are pure, and islands run in a browser: also through everything they import. */
function impurities(files: readonly Syntax[]): string[] {
  const byPath = new Map(files.map((file) => [file.source.path, file]))
  return files
    .filter((file) => ['rules', 'schema', 'island'].includes(fileRoleOf(file.source.path)))
    .flatMap((file) => {
      const browser = fileRoleOf(file.source.path) === 'island'
      const found = reach(file, byPath, (from) => impure.test(from) || (browser && from.startsWith('node:')))
      return found ? [`${file.source.path} is ${browser ? 'for the browser' : 'pure'}, but ${found}`] : []
    })
}

function reach(start: Syntax, byPath: ReadonlyMap<string, Syntax>, isBad: (from: string) => boolean): string | undefined {
  const seen = new Set([start.source.path])
  const queue = [start]
  for (let file = queue.shift(); file; file = queue.shift()) {
    for (const edge of file.imports.filter(({ typeOnly }) => !typeOnly)) {
      if (isBad(edge.from)) return `${file.source.path}:${edge.line} imports ${edge.from}.`
      const next = edge.from.startsWith('.') ? byPath.get(posix.normalize(posix.join(posix.dirname(file.source.path), edge.from))) : undefined
      if (!next || seen.has(next.source.path)) continue
      seen.add(next.source.path)
      queue.push(next)
    }
  }
  return undefined
}

function roomCycles(files: readonly Syntax[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const { source, imports } of files) {
    if (fileRoleOf(source.path) === 'test') continue
    const from = roomOf(source.path)
    for (const { from: specifier } of imports.filter((edge) => edge.from.startsWith('@modellregion/'))) {
      const to = `platform/${specifier.split('/')[1]}`
      if (to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  const circle = [...edges.keys()].map((room) => pathBack(room, edges)).find((path) => path !== undefined)
  return circle ? [`Rooms go round in a circle: ${circle.join(' -> ')}`] : []
}

function pathBack(start: string, edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const seen = new Set<string>()
  const follow = (room: string, path: string[]): string[] | undefined => {
    for (const next of edges.get(room) ?? []) {
      if (next === start) return [...path, next]
      if (seen.has(next)) continue
      seen.add(next)
      const found = follow(next, [...path, next])
      if (found) return found
    }
    return undefined
  }
  return follow(start, [start])
}
