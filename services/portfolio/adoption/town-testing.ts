import assert from 'node:assert/strict'
import { demoAccountId, newId, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile, ReuseItem, ReuseKind } from '@modellregion/contracts'
import { documentKinds } from '../document/kind.ts'
import { addVersion, keepEntry } from '../shelf/keep.ts'
import { findEntryVersion, getEntry } from '../shelf/queries.ts'
import { unit, type Acting } from './acting.ts'
import { beginInstallation } from './begin.ts'
import { carryOut } from './carry-out.ts'
import { findInstallation } from './queries/installation.ts'
import type { Consent } from './schema.ts'
import { standOf, type Stand } from './stand.ts'

const [document] = documentKinds
assert.ok(document)
/** The kind of the tests: texts and files. */
export const kind: ReuseKind<Platform> = document

export const md = (text: string, path = 'text.md'): ReuseFile => ({ path, mediaType: 'text/markdown', text })
export const lines = (...all: string[]): string => `${all.join('\n')}\n`

export const titles = { title: { de: 'Ablaufplan', en: 'Schedule' }, summary: { de: 'Schritt für Schritt', en: 'Step by step' } } as const
type Titles = Pick<ReuseItem, 'title' | 'summary'>

/** What the project offices of a started region do, for tests: `giver` offers, others take over. */
export function handsOf(platform: () => Platform, giver: string, now: Date) {
  const who = (town: string): Acting => ({ platform: platform(), town, now, actor: demoAccountId(town, 'petra') })
  const write = <T>(at: string, work: (db: UnitOfWork) => Promise<T>) => unit(who(at), 'write', work)
  const read = <T>(at: string, work: (db: UnitOfWork) => Promise<T>) => unit(who(at), 'read', work)
  const tenantOf = (id: string) => platform().directory.byId(id) ?? assert.fail(id)

  /** Writes the offered entry, as its town would after a change of title or summary. */
  const keep = (id: string, { title, summary }: Titles = titles, licence = 'CC-BY-4.0') =>
    write(giver, (db) => keepEntry(db, { id, published: true, class: 'templates-and-procedures', kind: 'portfolio.document', itemRef: id, title, summary, problem: '', description: '', licence, languages: ['de'], topics: [], origin: 'own', sourceUrl: null, pageUrl: null, contact: {}, effort: {}, cost: {}, service: null, project: null }))
  const next = (id: string, label: string, files: readonly ReuseFile[]) => write(giver, (db) => addVersion(db, id, { label, note: '', files }))
  /** An entry with a first version. */
  async function offer(files: readonly ReuseFile[]): Promise<string> {
    const id = newId(now)
    await keep(id)
    await next(id, '1.0', files)
    return id
  }

  const begin = (at: string, entryId: string, consent: Consent = 'named', id = newId(now)) =>
    write(at, async (db) => {
      const entry = await getEntry(db, entryId)
      const version = await findEntryVersion(db, entryId, entry.currentVersion ?? 0)
      assert.ok(version)
      return await beginInstallation(db, { id, entry, version, kind, consent })
    })
  async function adopt(at: string, entryId: string, consent?: Consent): Promise<string> {
    const { id } = await begin(at, entryId, consent)
    const outcome = await carryOut(who(at), kind, id)
    assert.ok(outcome.ok)
    return id
  }

  /** Changes the town's own thing, as its people would. */
  async function edit(at: string, ref: string | null, change: Partial<Pick<ReuseItem, 'files' | 'title' | 'summary'>>): Promise<void> {
    const item = await kind.read(platform(), { id: at }, ref ?? '', now)
    assert.ok(item && ref)
    const done = await kind.install(platform(), { id: at }, { key: newId(now), item: { ...item, ...change }, into: ref, over: item.state }, now)
    assert.ok(done.ok)
  }
  const standing = async (at: string, id: string): Promise<Stand> => (await standOf({ platform: platform(), tenant: tenantOf(at), now, actor: { id: demoAccountId(at, 'petra') } }, id)) ?? assert.fail(id)
  async function itemOf(at: string, id: string): Promise<ReuseItem | undefined> {
    const installation = await read(at, (db) => findInstallation(db, id))
    return await kind.read(platform(), { id: at }, installation?.localRef ?? '', now)
  }
  const filesOf = async (at: string, id: string) => (await itemOf(at, id))?.files
  return { who, write, read, tenantOf, keep, next, offer, begin, adopt, edit, standing, itemOf, filesOf }
}
