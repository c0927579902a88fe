import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { brokenManners } from './architecture/manners.ts'
import { readManifests } from './architecture/manifests.ts'
import { readSources } from './architecture/sources.ts'
import { readSyntax } from './architecture/syntax.ts'
import { brokenWalls } from './architecture/walls.ts'

const root = dirname(import.meta.dirname)

test('every import goes through a door it may use', () => {
  assert.deepEqual(brokenWalls(files(), readManifests(root)), [])
})

test('time, chance, environment, SQL, words, styles and towns are where they belong', () => {
  assert.deepEqual(brokenManners(files()), [])
})

let read: ReturnType<typeof readSyntax>[] | undefined
const files = () => (read ??= readSources(root).map(readSyntax))

const manifests = new Map([
  ['', new Set(['fast-check'])],
  ['services/parks', new Set(['@modellregion/kernel', '@modellregion/ui', '@modellregion/contracts', '@modellregion/standards', '@modellregion/pools', '@modellregion/testing', 'n3'])],
  ['platform/ui', new Set(['@modellregion/standards', '@modellregion/kernel', 'preact'])],
  ['platform/kernel', new Set(['@modellregion/ui', '@modellregion/standards', '@modellregion/contracts'])],
  ['app', new Set(['@modellregion/kernel'])],
])

const wallsOf = (path: string, text: string, ...others: [string, string][]) =>
  brokenWalls([[path, text] as const, ...others].map(([at, code]) => readSyntax({ path: at, text: code })), manifests)
const mannersOf = (path: string, text: string) => brokenManners([readSyntax({ path, text })])

const broken: [string, string, RegExp][] = [
  ['services/parks/bench/routes.ts', `import { x } from '@modellregion/pools'`, /known by nobody/],
  ['services/parks/bench/routes.ts', `import type { X } from '@modellregion/pools'`, /known by nobody/],
  ['services/parks/bench/routes.ts', `type X = import('@modellregion/pools').X`, /known by nobody/],
  ['services/parks/bench/routes.ts', `const x = await import('@modellregion/pools')`, /known by nobody/],
  ['services/parks/bench/routes.ts', `export * from '../../pools/pool/rules.ts'`, /never by a path/],
  ['services/parks/bench/routes.ts', `export { x } from '../../../platform/kernel/database/pool.ts'`, /never by a path/],
  ['services/parks/bench/routes.ts', `import { root } from '@modellregion/app'`, /imported by nobody/],
  ['services/parks/bench/routes.ts', `import { root } from '../../../app/root.ts'`, /never by a path/],
  ['services/parks/bench/routes.ts', `import fc from 'fast-check'`, /not declared/],
  ['services/parks/bench/routes.ts', `import x from 'left-pad/deep'`, /"left-pad" is not declared/],
  ['services/parks/bench/routes.ts', `import { temporaryDatabase } from '@modellregion/testing'`, /only tests/],
  ['services/parks/bench/routes.ts', `import { x } from './rules.test.ts'`, /tests are imported by nobody/],
  ['services/parks/bench/rules.ts', `import { sql } from '@modellregion/kernel'`, /"rules" may enter/],
  ['services/parks/bench/rules.ts', `import { listBenches } from './queries.ts'`, /does not know/],
  ['services/parks/bench/rules.ts', `import { readFileSync } from 'node:fs'`, /is pure/],
  ['services/parks/bench/schema.ts', `import type { Tenant } from '@modellregion/kernel'`, /"schema" may enter/],
  ['services/parks/bench/queries.ts', `import { Card } from '@modellregion/ui'`, /"queries" may enter/],
  ['services/parks/bench/queries.ts', `import { listTrees } from '../tree/queries.ts'`, /another slice/],
  ['services/parks/bench/pages/list.tsx', `import { sql } from '@modellregion/kernel'`, /"page" may enter/],
  ['services/parks/bench/pages/list.tsx', `import { listBenches } from '../queries.ts'`, /does not know/],
  ['services/parks/bench/map.island.tsx', `import { Card } from '@modellregion/ui'`, /"island" may enter/],
  ['services/parks/bench/map.island.tsx', `import { createHash } from 'node:crypto'`, /for the browser/],
  ['platform/ui/card/card.tsx', `import { words } from '@modellregion/kernel'`, /does not know platform\/kernel/],
  ['platform/standards/money.ts', `import type { X } from '@modellregion/contracts'`, /does not know platform\/contracts/],
  ['platform/kernel/http/server.ts', `import { x } from '@modellregion/kernel'`, /relative paths/],
  ['app/main.ts', `import x from '@modellregion/parks'`, /known by nobody/],
]
for (const [path, code, reason] of broken)
  test(`refused in ${path}: ${code}`, () => {
    assert.match(wallsOf(path, code).join('\n'), reason)
  })

const upright: [string, string][] = [
  ['services/parks/bench/routes.ts', `import { get } from '@modellregion/kernel'; import { Card } from '@modellregion/ui'; import n3 from 'n3'; import { listBenches } from './queries.ts'; import { listTrees } from '../tree/queries.ts'`],
  ['services/parks/bench/rules.ts', `import { Bench } from './schema.ts'; import { x } from '../tree/rules.ts'; import { allow } from '@modellregion/kernel/rules'`],
  ['services/parks/bench/rules.test.ts', `import fc from 'fast-check'; import { temporaryDatabase } from '@modellregion/testing'; import { readFileSync } from 'node:fs'`],
  ['services/parks/bench/pages/list.tsx', `import { Card } from '@modellregion/ui'; import type { Say } from '@modellregion/kernel/words'; import type { Bench } from '../schema.ts'`],
  ['platform/kernel/http/server.ts', `import { Card } from '@modellregion/ui'; import { x } from '../database/index.ts'`],
]
for (const [path, code] of upright)
  test(`allowed in ${path}: ${code.slice(0, 60)}`, () => {
    assert.deepEqual(wallsOf(path, code), [])
  })

test('impurity is found behind other files too, and a type brings none', () => {
  const hidden: [string, string] = ['services/parks/bench/size.ts', `import { readFileSync } from 'node:fs'; export type Size = number; export const x = readFileSync`]
  assert.match(wallsOf('services/parks/bench/rules.ts', `import { x } from './size.ts'`, hidden).join(), /size\.ts:1 imports node:fs/)
  assert.deepEqual(wallsOf('services/parks/bench/rules.ts', `import type { Size } from './size.ts'`, hidden), [])
})

test('rooms that know each other in a circle are found', () => {
  assert.match(wallsOf('platform/kernel/a.ts', `import { x } from '@modellregion/ui'`, ['platform/ui/b.ts', `import { y } from '@modellregion/kernel'`]).join('\n'), /circle: .*platform\/kernel/)
})

test('the one file that draws keys may ask for chance', () => {
  assert.deepEqual(mannersOf('services/parks/crypto/bytes.ts', 'const a = crypto.getRandomValues(b)'), [])
})

const rude: [string, string, RegExp][] = [
  ['services/parks/bench/rules.ts', 'const a = new Date()', /asks the clock/],
  ['services/parks/bench/rules.ts', 'const a = Date.now()', /asks the clock/],
  ['services/parks/bench/rules.ts', `const a = globalThis.Math['random']()`, /asks for chance/],
  ['services/parks/bench/rules.ts', 'const a = crypto.randomUUID()', /asks for chance/],
  ['services/parks/crypto/keys.ts', 'const a = crypto.getRandomValues(b)', /asks for chance/],
  ['services/parks/bench/rules.ts', 'const a = process.env.PORT', /process\.env/],
  ['platform/kernel/http/server.ts', `const a = process['env']`, /process\.env/],
  ['services/parks/bench/routes.ts', 'const a = sql`select 1`', /queries\.ts/],
  ['services/parks/bench/routes.ts', `const a = await client.query('select 1')`, /queries\.ts/],
  ['services/parks/bench/pages/list.tsx', 'const a = <p>Hallo</p>', /says "Hallo"/],
  ['services/parks/bench/pages/list.tsx', 'const a = <img alt="Eine Bank" />', /in alt/],
  ['services/parks/bench/pages/list.tsx', 'const a = <p style="color: red" />', /inline style/],
  ['services/parks/bench/pages/list.tsx', 'const a = <p onClick="go()" />', /inline handler/],
  ['services/parks/bench/rules.ts', `const a = 'Stadt Aachen'`, /names the town "Aachen"/],
  ['services/parks/bench/utils.ts', 'export {}', /says nothing/],
  ['services/parks/bench/BenchList.ts', 'export {}', /kebab-case/],
]
for (const [path, code, reason] of rude)
  test(`refused in ${path}: ${code}`, () => {
    assert.match(mannersOf(path, code).join('\n'), reason)
  })

const polite: [string, string][] = [
  ['services/parks/bench/rules.ts', `// In Aachen the clerk says Date.now()\nconst a = new Date('2026-01-01')`],
  ['services/parks/bench/rules.test.ts', 'const a = new Date(); const b = sql`select 1`'],
  ['services/parks/bench/queries.ts', 'const a = sql`select 1`'],
  ['services/parks/bench/queries/public.ts', 'const a = sql`select 1`'],
  ['services/parks/bench/pages/list.tsx', 'const a = <p class="wide" aria-hidden="true">{say("bench.title")} · 3</p>'],
  ['services/parks/demo/towns.ts', `const a = 'Aachen'`],
  ['platform/kernel/boot/config.ts', 'const a = process.env; const b = new Date()'],
  ['platform/standards/region.ts', `// names a town: § 1 of the act on the region\nconst a = 'Aachen'`],
]
for (const [path, code] of polite)
  test(`allowed in ${path}: ${code}`, () => {
    assert.deepEqual(mannersOf(path, code), [])
  })
