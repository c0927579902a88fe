import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reuseKindPort, type ReuseKinds } from '@modellregion/contracts'
import { indexRecords, refreshCompounds, removeRecords, speak, type Platform, type Service, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { hashOfFiles, inCommons } from '../shelf/keep.ts'
import { findEntry, insertEntryVersion, retireEntry, setCurrentVersion, upsertEntry } from '../shelf/queries.ts'
import { recordOf } from '../shelf/record.ts'
import { listShippedStates, type ShippedState } from './queries.ts'
import { changeOf, itemEntry, licenceIn, licenceOfText, readingEntry, readings, type Shipped } from './rules/shipped.ts'

export type Placed = { written: number; versions: number; retired: number; standing: number }

const platformName = 'Modellregion'

/**
 * Puts what the platform ships on the shelf, once for all towns: the texts of each service's `reuse/` folder and every item that its kinds ship.
 * What has not changed costs one look; changed content becomes a new version; what is not shipped any more is retired, and whoever has it keeps it.
 */
export async function placeShipped(platform: Platform, now: Date): Promise<Placed> {
  const wanted = await shippedBy(platform)
  const standing = new Map((await inCommons(platform, 'read', now, listShippedStates)).map((state) => [state.id, state]))
  const placed = { written: 0, versions: 0, retired: 0, standing: standing.size }
  for (const one of wanted) {
    const sha256 = hashOfFiles(one.files)
    const change = changeOf(one, sha256, standing.get(one.entry.id))
    if (!change.entry) continue
    await inCommons(platform, 'write', now, (db) => place(db, one, change.version ? sha256 : undefined, standing.get(one.entry.id)))
    placed.written++
    if (change.version) placed.versions++
  }
  const ids = new Set(wanted.map(({ entry }) => entry.id))
  const gone = [...standing.values()].filter((state) => !ids.has(state.id) && state.retiredAt === null).map(({ id }) => id)
  if (gone.length > 0) await inCommons(platform, 'write', now, (db) => retire(db, gone))
  return { ...placed, retired: gone.length }
}

// No job and no line of the audit: nobody acts here and the commons are no town.
async function place(db: UnitOfWork, { entry, label, files }: Shipped, sha256: string | undefined, standing: ShippedState | undefined): Promise<void> {
  await upsertEntry(db, entry)
  if (standing?.retiredAt) await retireEntry(db, entry.id, null)
  if (sha256 !== undefined) {
    const number = (standing?.number ?? 0) + 1
    await insertEntryVersion(db, { entryId: entry.id, number, published: true, label, note: '', files, sha256 })
    await setCurrentVersion(db, entry.id, number)
  }
  const written = await findEntry(db, entry.id)
  if (written) await indexRecords(db, [recordOf(written, platformName)])
}

async function retire(db: UnitOfWork, ids: readonly string[]): Promise<void> {
  for (const id of ids) await retireEntry(db, id, db.now)
  await removeRecords(db, 'portfolio', 'entry', ids)
}

/** Takes compounds apart with the words the shelf knows by now; for the night, as the kernel does for each town. */
export async function refreshShelf(platform: Platform, now: Date, signal: AbortSignal): Promise<void> {
  for (let after: { kind: string; ref: string } | undefined = { kind: '', ref: '' }; after; ) {
    signal.throwIfAborted()
    const from: { kind: string; ref: string } = after
    after = (await inCommons(platform, 'write', now, (db) => refreshCompounds(db, from))).next
  }
}

/** Everything the installed services ship, in a fixed order. */
export async function shippedBy(platform: Pick<Platform, 'registry'>): Promise<Shipped[]> {
  const texts = await Promise.all(platform.registry.services.map(readingsOf))
  const items: Shipped[] = []
  for (const { service, offer } of platform.registry.offersOf<ReuseKinds<Platform>>(reuseKindPort))
    for (const kind of offer) for (const item of await kind.shipped()) items.push(itemEntry(`${service.id}.${kind.id}`, service.id, item))
  return [...texts.flat(), ...items]
}

async function readingsOf(service: Service): Promise<Shipped[]> {
  const files = await Promise.all(readings.map(async ({ file, class: of }) => ({ file, class: of, text: await textOf(join(service.folder, 'reuse', file)) })))
  const there = files.flatMap((one) => (one.text === undefined ? [] : [{ ...one, text: one.text }]))
  if (there.length === 0) return []
  const licence = licenceOfText(there.map(({ text }) => text), licenceIn((await textOf(join(service.folder, 'publiccode.yml'))) ?? '') ?? 'EUPL-1.2')
  return there.map((one) => readingEntry({ ...one, service: service.id, version: service.version, title: titleOf(service, one.class), page: service.home ?? `/${service.id}`, licence }))
}

function titleOf(service: Service, of: (typeof readings)[number]['class']): { de: string; en: string } {
  const say = (locale: 'de' | 'en'): string => `${speak(service.title.words, { locale }).find(service.title.key) ?? service.id}: ${speak(words, { locale })(`catalogue.class.${of}`)}`
  return { de: say('de'), en: say('en') }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined // Node's errors of the file system carry a code
    throw error
  }
}
