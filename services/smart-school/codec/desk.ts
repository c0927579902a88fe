import { audit, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { checkExamples } from './check.ts'
import { deskDecoder } from './desk-decoder.ts'
import { findTownCodec, findVersion, insertCodec, insertVersion, listVersions, renameCodec, setActiveVersion, type NewVersion } from './queries.ts'
import { whyNotActivate } from './rules/desk.ts'
import type { Checked, CodecMapping, CodecSource, Example } from './schema.ts'
import { examplesOfShipped, shippedCodecs } from './shipped.ts'

export type Draft = { readonly id: string; readonly name: string; readonly maker: string; readonly model: string; readonly program: string; readonly mapping: CodecMapping; readonly examples: readonly Example[]; readonly note: string; readonly licence?: string }

/** Runs the examples of a draft, before it is written. `loads`: the program can be read at all; the first failure says why not. */
export async function checkDraft(draft: Draft, now: Date): Promise<{ readonly results: readonly Checked[]; readonly passed: boolean }> {
  const results = await checkExamples(deskDecoder(), { ...draft, version: 0 }, draft.examples, now)
  return { results, passed: results.length > 0 && results.every(({ ok }) => ok) }
}

/** The platform's licence: what a town writes itself has it, unless the version before says otherwise. */
const usualLicence = 'EUPL-1.2'

/** Writes a new version; the codec itself with the first. Returns its number. Nothing is active by that. `installKey`: the order by which it came from the catalogue. */
export async function saveVersion(db: UnitOfWork, draft: Draft, checked: Pick<NewVersion, 'results' | 'passed'>, installKey?: string): Promise<number> {
  if (await findTownCodec(db, draft.id)) await renameCodec(db, draft)
  else await insertCodec(db, draft)
  const [newest] = await listVersions(db, draft.id)
  const version = (newest?.version ?? 0) + 1
  // What comes out is shown as it was; whole results of long lists would only take space.
  const results = checked.results.map(({ got: _got, ...rest }) => rest)
  const written = await insertVersion(db, { codecId: draft.id, version, program: draft.program, mapping: draft.mapping, examples: draft.examples, note: draft.note, results, passed: checked.passed, licence: draft.licence ?? newest?.licence ?? usualLicence, installKey: installKey ?? null })
  if (written === 0) throw new Error(`Version ${version} of codec ${draft.id} was written at the same time by somebody else.`)
  await audit(db, { action: installKey === undefined ? 'codec.save' : 'codec.install', subject: `codec/${draft.id}`, detail: { version, passed: checked.passed } })
  return version
}

/** Makes a version the one by which devices are read, after running its examples once more. Gives a refusal or nothing. */
export async function activateVersion(platform: Platform, tenant: string, write: <T>(work: (db: UnitOfWork) => Promise<T>) => Promise<T>, id: string, number: number, now: Date): Promise<'no-examples' | 'failed' | 'unknown' | undefined> {
  const found = await write(async (db) => ({ codec: await findTownCodec(db, id), version: await findVersion(db, id, number) }))
  if (!found.codec || !found.version) return 'unknown'
  const { passed } = await checkDraft({ ...found.codec, ...found.version }, now)
  const refusal = whyNotActivate({ examples: found.version.examples, passed })
  if (refusal) return refusal
  await write(async (db) => {
    await setActiveVersion(db, id, number)
    await audit(db, { action: 'codec.activate', subject: `codec/${id}`, detail: { version: number } })
  })
  platform.live.tell('smart-school', `codec ${tenant} ${id}`)
  return undefined
}

/** Takes a town's codec out of use: its devices are read by the shipped one of the same id, or by none. */
export async function retireCodec(platform: Platform, tenant: string, write: <T>(work: (db: UnitOfWork) => Promise<T>) => Promise<T>, id: string): Promise<void> {
  await write(async (db) => {
    await setActiveVersion(db, id, null)
    await audit(db, { action: 'codec.retire', subject: `codec/${id}` })
  })
  platform.live.tell('smart-school', `codec ${tenant} ${id}`)
}

let shippedResults: Promise<ReadonlyMap<string, readonly Checked[]>> | undefined

/** How the examples of the shipped codecs come out here; run once in a process. */
export const resultsOfShipped = (now: Date): Promise<ReadonlyMap<string, readonly Checked[]>> =>
  (shippedResults ??= (async () => {
    const results = new Map<string, readonly Checked[]>()
    for (const codec of shippedCodecs()) results.set(codec.id, await checkExamples(deskDecoder(), codec satisfies CodecSource, examplesOfShipped(codec.id), now))
    return results
  })())
