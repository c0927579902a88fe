import type { ReuseFinding, ReuseItem, ReuseKind } from '@modellregion/contracts'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { blame, findingsOfFiles, inBoth, isRefused, readJson, textFile, textIn, writeJson } from '../reuse-kind/files.ts'
import { isQuantity } from '../quantity/quantity.ts'
import { checkDraft, saveVersion, type Draft } from './desk.ts'
import { checkedText, codecHref } from './pages/parts.tsx'
import { findInstalledCodec, findTownCodec, listVersions, listTownCodecs, lockTownCodec } from './queries.ts'
import { mostExamplesText, mostProgram } from './rules/desk.ts'
import { readExamples } from './rules/examples.ts'
import { mostMapped } from './rules/mapping.ts'
import type { Checked, CodecMapping, TownCodec, TownVersion } from './schema.ts'
import { examplesOfShipped, shippedCodecs } from './shipped.ts'

const files = { 'about.json': 2_000, 'codec.js': mostProgram, 'examples.json': mostExamplesText, 'mapping.json': 20_000 }
const idForm = /^[a-z0-9]+(-[a-z0-9]+)+$/
const licenceForm = /^[A-Za-z0-9.+\-() ]{2,120}$/

type About = Pick<TownCodec, 'name' | 'maker' | 'model'>
type Contents = Pick<TownVersion, 'program' | 'mapping' | 'examples' | 'licence'>

/** Examples without what says nothing: what is typed is what is kept. */
const itemOf = (id: string, { name, maker, model }: About, { program, mapping, examples, licence }: Contents, version: number): ReuseItem => ({
  ref: id,
  class: 'building-block',
  title: { de: name, en: name },
  summary: inBoth((t) => t('reuse-kind.summary.codec', { maker, model })),
  licence,
  version: String(version),
  languages: ['en'],
  files: [
    textFile('about.json', 'application/json', writeJson({ name, maker, model })),
    textFile('codec.js', 'text/javascript', program),
    textFile('examples.json', 'application/json', writeJson(examples)),
    textFile('mapping.json', 'application/json', writeJson(mapping)),
  ],
  href: codecHref(id),
})

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= most
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function aboutOf(value: unknown): About | undefined {
  if (!isRecord(value) || Object.keys(value).some((key) => !['name', 'maker', 'model'].includes(key))) return undefined
  const { name, maker, model } = value
  return isText(name, 80) && isText(maker, 60) && isText(model, 60) ? { name, maker, model } : undefined
}

/** The mapping, or the path that is wrong. */
function mappingOf(value: unknown): { readonly ok: true; readonly mapping: CodecMapping } | { readonly ok: false; readonly path: string } {
  if (!isRecord(value) || Object.keys(value).length > mostMapped) return { ok: false, path: '' }
  const wrong = Object.entries(value).find(([, one]) => !isMapped(one))
  return wrong ? { ok: false, path: wrong[0].slice(0, 80) } : { ok: true, mapping: value as CodecMapping } // each value was looked at
}
const isMapped = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['quantity'] === 'string' &&
  isQuantity(value['quantity']) &&
  (value['channel'] === undefined || (typeof value['channel'] === 'string' && /^[a-z0-9][a-z0-9-]{0,59}$/.test(value['channel']))) &&
  (value['factor'] === undefined || (typeof value['factor'] === 'number' && value['factor'] !== 0)) &&
  Object.keys(value).every((key) => ['quantity', 'channel', 'factor'].includes(key))

/** Line of an example in its file: where its name stands. */
function lineOf(text: string, name: string): number {
  const at = text.indexOf(JSON.stringify(name))
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

type Read = { readonly findings: readonly ReuseFinding[]; readonly draft?: Omit<Draft, 'id' | 'note'>; readonly results: readonly Checked[] }

/** Reads the files, then runs the examples in the sandbox. */
async function readItem(item: ReuseItem, now: Date): Promise<Read> {
  const missing = findingsOfFiles(item, files)
  if (isRefused(missing)) return { findings: missing, results: [] }
  const findings: ReuseFinding[] = []
  const json = (path: string): unknown => {
    const text = textIn(item, path)
    const read = readJson(text)
    if (!read.ok) findings.push(blame((t) => t('reuse-kind.file.json', { name: path, detail: read.detail }), { path }))
    else if (writeJson(read.value) !== text) findings.push(blame((t) => t('reuse-kind.file.form', { name: path }), { path }, 'warning'))
    return read.ok ? read.value : undefined
  }
  const [aboutValue, mappingValue, examplesValue] = [json('about.json'), json('mapping.json'), json('examples.json')]
  if (isRefused(findings)) return { findings, results: [] }
  const about = aboutOf(aboutValue)
  const mapping = mappingOf(mappingValue)
  const examples = readExamples(JSON.stringify(examplesValue))
  if (!idForm.test(item.ref) || item.ref.length > 60) findings.push(blame((t) => t('reuse-kind.codec.ref')))
  if (!licenceForm.test(item.licence)) findings.push(blame((t) => t('reuse-kind.licence-unknown', { item: item.licence.slice(0, 60) })))
  if (!about) findings.push(blame((t) => t('reuse-kind.codec.about'), { path: 'about.json' }))
  if (!mapping.ok) findings.push(blame((t) => t('reuse-kind.codec.mapping', { name: mapping.path }), { path: 'mapping.json' }))
  if (!examples.ok) findings.push(blame((t) => t('reuse-kind.codec.examples', { at: examples.at ?? 1 }), { path: 'examples.json' }))
  if (isRefused(findings) || !about || !mapping.ok || !examples.ok) return { findings, results: [] }
  const draft = { ...about, program: textIn(item, 'codec.js'), mapping: mapping.mapping, examples: examples.examples, licence: item.licence }
  const { results } = await checkDraft({ ...draft, id: item.ref, note: '' }, now)
  if (results.length === 0) findings.push(blame((t) => t('reuse-kind.codec.no-examples'), { path: 'examples.json' }, 'warning'))
  for (const checked of results)
    if (!checked.ok) {
      const line = checked.failure?.line
      findings.push(blame((t) => t('reuse-kind.codec.failed', { name: checked.name, said: checkedText(t, checked) }), line === undefined ? { path: 'examples.json', line: lineOf(textIn(item, 'examples.json'), checked.name) } : { path: 'codec.js', line }))
    }
  return { findings, draft, results }
}

const unit = <T>(platform: Platform, town: { readonly id: string }, access: 'read' | 'write', now: Date, work: (db: UnitOfWork) => Promise<T>, actor?: string): Promise<T> =>
  platform.database.unit({ tenant: town.id, service: 'smart-school', access, now, ...(actor !== undefined && { actor }) }, work)

async function newestOf(db: UnitOfWork, codec: TownCodec): Promise<{ readonly codec: TownCodec; readonly version: TownVersion } | undefined> {
  const [version] = await listVersions(db, codec.id)
  return version && { codec, version }
}

/** The item's own id, or the next one that is free: a codec that the town wrote itself is never touched without being named. */
async function freeId(db: UnitOfWork, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (!(await findTownCodec(db, id))) return id
  }
}

/** Codecs travel with their examples, which must come out before anything is written. An installed one reads no device until a technician puts it into use. */
export const codecKind: ReuseKind<Platform> = {
  id: 'codec',
  title: { de: 'Codec für Messgeräte', en: 'Codec for sensors' },
  use: { de: 'Steht danach bei den Codecs der Kommune. Die Technik der Schulen prüft ihn und nimmt ihn in Gebrauch.', en: 'Stands among the town’s codecs afterwards. The schools’ technicians check it and put it into use.' },
  // Those with examples of our own: what nothing proves is no building block.
  shipped: () =>
    shippedCodecs().flatMap((codec) => {
      const examples = examplesOfShipped(codec.id)
      return examples.length === 0 ? [] : [itemOf(codec.id, codec, { program: codec.program, mapping: codec.mapping ?? {}, examples, licence: licenceOf(codec.maker) }, codec.version)]
    }),
  list: (platform, town, now) =>
    unit(platform, town, 'read', now, async (db) => {
      const found = await Promise.all((await listTownCodecs(db)).map((codec) => newestOf(db, codec)))
      return found.flatMap((one) => (one?.version.passed ? [itemOf(one.codec.id, one.codec, one.version, one.version.version)] : []))
    }),
  read: (platform, town, ref, now) =>
    unit(platform, town, 'read', now, async (db) => {
      const codec = await findTownCodec(db, ref)
      const found = codec && (await newestOf(db, codec))
      return found && { ...itemOf(ref, found.codec, found.version, found.version.version), state: String(found.version.version) }
    }),
  check: async (item, now) => (await readItem(item, now)).findings,
  install: async (platform, town, { key, item, into, over, actor }, now) => {
    const { findings, draft, results } = await readItem(item, now)
    if (isRefused(findings) || !draft) return { ok: false, findings }
    const note = inBoth((t) => t('codec.installed-note', { version: item.version })).de
    const id = await unit(platform, town, 'write', now, async (db) => {
      const done = await findInstalledCodec(db, key)
      if (done) return done.codecId
      // Whoever writes a version locks the codec first: until this one ends, no other comes between.
      const known = into === undefined ? undefined : await lockTownCodec(db, into)
      const standing = known && (await newestOf(db, known))
      if (over !== undefined && over !== (standing ? String(standing.version.version) : null)) return undefined
      const target = known?.id ?? (await freeId(db, item.ref))
      await saveVersion(db, { ...draft, id: target, note }, { results, passed: results.length > 0 && results.every(({ ok }) => ok) }, key)
      return target
    }, actor)
    if (id === undefined) return { ok: false, changed: true, findings: [] }
    return { ok: true, ref: id, href: codecHref(id) }
  },
}

/** Decentlab's field tables are theirs; every other program is ours. */
const licenceOf = (maker: string): string => (maker === 'Decentlab' ? 'EUPL-1.2 AND MIT' : 'EUPL-1.2')
