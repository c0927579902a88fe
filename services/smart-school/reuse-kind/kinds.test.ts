import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { ReuseFile, ReuseItem } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { codecKind } from '../codec/kind.ts'
import { findTownCodec, listVersions } from '../codec/queries.ts'
import { deskDecoder } from '../codec/desk-decoder.ts'
import { lessonPlanKind } from '../lesson-plan/kind.ts'
import { retirePlan } from '../lesson-plan/desk.ts'
import { assertKeepsContract } from './contract.ts'
import { schoolKinds } from './kinds.ts'

let temporary: TemporaryDatabase
let platform: Platform
before(async () => {
  temporary = await temporaryDatabase()
  platform = { database: temporary.database } as unknown as Platform // all that the kinds use
})
after(async () => {
  await deskDecoder().close()
  await temporary.close()
})
const now = new Date(testMoment)
const [town, other] = [{ id: 'erlenau' }, { id: 'moorbek' }]
const withText = (item: ReuseItem, path: string, change: (text: string) => string): ReuseItem => ({ ...item, files: item.files.map((file): ReuseFile => (file.path === path ? { path, mediaType: file.mediaType, text: change(file.text ?? '') } : file)) })
const keyOf = (n: number): string => `0193e000-0000-7000-9000-${String(n).padStart(12, '0')}`

test('lesson plans keep what every kind keeps', async () => {
  await assertKeepsContract({
    kind: lessonPlanKind, platform, town, other, now,
    changed: (item) => withText(item, 'plan.md', (text) => `${text}\n## Erfahrungen\n\nZwei Stunden reichen.\n`),
    broken: (item) => withText(item, 'plan.md', (text) => `${text}\n# zu groß\n`),
  })
})

test('codecs keep what every kind keeps', async () => {
  await assertKeepsContract({
    kind: codecKind, platform, town, other, now,
    changed: (item) => withText(item, 'codec.js', (text) => `${text}\n// Notiz\n`),
    broken: (item) => withText(item, 'codec.js', () => 'function decodeUplink() { return { data: { a: 1 } } }'),
  })
})

test('the service offers its kinds under ids that stay', () => {
  assert.deepEqual(schoolKinds.map(({ id }) => id), ['lesson-plan', 'codec'])
})

test('an installed codec reads no device until somebody puts it into use, and keeps its licence', async () => {
  const [item] = await codecKind.shipped()
  assert.ok(item)
  const done = await codecKind.install(platform, { id: 'steinfurtheim' }, { key: keyOf(1), item: { ...item, ref: 'werkstatt-fuehler', licence: 'MIT' } }, now)
  assert.ok(done.ok)
  const { codec, versions } = await temporary.unit('steinfurtheim', 'smart-school', async (db) => ({ codec: await findTownCodec(db, done.ref), versions: await listVersions(db, done.ref) }))
  assert.deepEqual([codec?.id, codec?.activeVersion, versions[0]?.licence, versions[0]?.installed, versions[0]?.passed], ['werkstatt-fuehler', null, 'MIT', true, true])
})

test('what is wrong is told by file and line', async () => {
  const [plan] = await lessonPlanKind.shipped()
  const codec = (await codecKind.shipped()).find(({ ref }) => ref === 'elsys-ers-co2')
  assert.ok(plan && codec)
  const told = async (item: ReuseItem, kind: typeof codecKind) => (await kind.check(item, now)).map(({ level, path, line }) => [level, path, line])
  const lines = (plan.files[0]?.text ?? '').split('\n').length
  assert.deepEqual(await told(withText(plan, 'plan.md', (text) => `${text}# zu groß`), lessonPlanKind), [['error', 'plan.md', lines]])
  assert.deepEqual(await told({ ...plan, licence: 'MIT' }, lessonPlanKind), [['warning', 'plan.md', undefined]])
  assert.deepEqual(await told({ ...plan, files: [...plan.files, { path: 'bild.png', mediaType: 'image/png', base64: 'AA==' }] }, lessonPlanKind), [['error', 'bild.png', undefined]])
  assert.deepEqual(await told({ ...plan, files: [] }, lessonPlanKind), [['error', 'plan.md', undefined]])
  const text = codec.files.find(({ path }) => path === 'examples.json')?.text ?? ''
  const at = text.slice(0, text.indexOf('"Unter null Grad"')).split('\n').length
  assert.deepEqual(await told(withText(codec, 'examples.json', (json) => json.replace('"temperature": -10', '"temperature": -11')), codecKind), [['error', 'examples.json', at]])
  assert.deepEqual(await told(withText(codec, 'examples.json', () => '[]\n'), codecKind), [['warning', 'examples.json', undefined]])
  assert.deepEqual(await told(withText(codec, 'mapping.json', () => '{"a": {"quantity": "mut"}}'), codecKind), [['warning', 'mapping.json', undefined], ['error', 'mapping.json', undefined]])
  assert.deepEqual(await told(withText(codec, 'about.json', () => '{'), codecKind), [['error', 'about.json', undefined]])
  assert.deepEqual(await told(withText(codec, 'about.json', () => '{\n  "maker": "a",\n  "model": "b",\n  "name": "\\u0000"\n}\n'), codecKind), [['error', 'about.json', undefined]])
  assert.deepEqual(await told(withText(codec, 'codec.js', () => 'function decodeUplink( {'), codecKind).then((all) => all[0]?.slice(0, 2)), ['error', 'codec.js'])
})

test('a plan that is out of use is there no more, and an order into it makes a new one', async () => {
  const [item] = await lessonPlanKind.shipped()
  assert.ok(item)
  const made = await lessonPlanKind.install(platform, town, { key: keyOf(2), item }, now)
  assert.ok(made.ok)
  await temporary.unit(town.id, 'smart-school', (db) => retirePlan(db, made.ref, true))
  assert.equal(await lessonPlanKind.read(platform, town, made.ref, now), undefined)
  const again = await lessonPlanKind.install(platform, town, { key: keyOf(3), item, into: made.ref }, now)
  assert.ok(again.ok)
  assert.notEqual(again.ref, made.ref)
})

test('whatever plan can be installed: what is read is what was installed', async () => {
  const [item] = await lessonPlanKind.shipped()
  assert.ok(item)
  const line = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  let n = 100
  let installed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), async (lines, end) => {
      const changed = withText(item, 'plan.md', (text) => text.replaceAll('\n', end) + lines.join(`${end}${end}`))
      const refused = (await lessonPlanKind.check(changed, now)).length > 0
      const done = await lessonPlanKind.install(platform, town, { key: keyOf((n += 1)), item: changed }, now)
      assert.equal(done.ok, !refused)
      if (!done.ok) return
      installed += 1
      assert.deepEqual((await lessonPlanKind.read(platform, town, done.ref, now))?.files, changed.files)
    }),
    { numRuns: 40 },
  )
  assert.ok(installed > 10)
})
