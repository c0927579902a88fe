import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { newId, sql, type Platform } from '@modellregion/kernel'
import { root, temporaryDatabase } from '@modellregion/testing'
import { addVersion, hashOfFiles, keepEntry } from '../shelf/keep.ts'
import { unit, type Acting } from './acting.ts'
import { edited, finished, giver, isEdited, taker, townAt, versionFiles } from './kill-world-testing.ts'
import { findInstallationOfEntry, listInstallationVersions, listWaiting } from './queries/installation.ts'
import { kind } from './town-testing.ts'

/** `acknowledged`: steps that the processes said stood before they were killed. `faults`: what is not as it has to be, as sentences. */
export type Survived = { readonly kills: number; readonly inMidWrite: number; readonly acknowledged: number; readonly adopted: number; readonly faults: readonly string[] }

/**
 * Kills the process of a town with SIGKILL so many times at moments drawn by `chance` (0 to 1), while it takes entries over, changes them and takes over
 * what is new. Then one process runs to its end, and everything is looked at.
 */
export async function surviveKills(kills: number, count: number, chance: () => number): Promise<Survived> {
  await using temporary = await temporaryDatabase({ now: () => new Date() })
  const { platform, database } = townAt(temporary.appUrl)
  try {
    const entries = await offer(platform, count)
    const said = new Set<string>()
    let inMidWrite = 0
    for (let kill = 0; kill < kills; kill++) {
      await ended(start(temporary.appUrl, entries, said, chance() * 200), 'SIGKILL')
      if ((await unit(asTaker(platform), 'read', listWaiting)).length > 0) inMidWrite++
    }
    await ended(start(temporary.appUrl, entries, said), 0)
    const faults = (await Promise.all(entries.map((entry, n) => faultsOf(platform, n, entry, said)))).flat()
    return { kills, inMidWrite, acknowledged: said.size, adopted: entries.length, faults }
  } finally {
    await database.close()
  }
}

const asTaker = (platform: Platform): Acting => ({ platform, town: taker, now: new Date() })

async function offer(platform: Platform, count: number): Promise<string[]> {
  const now = new Date()
  return await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const id = newId(now)
      await unit({ platform, town: giver, now }, 'write', async (db) => {
        await keepEntry(db, { id, published: true, class: 'templates-and-procedures', kind: 'portfolio.document', itemRef: `eintrag-${n}`, title: { de: `Eintrag ${n}` }, summary: { de: `Nummer ${n}` }, problem: '', description: '', licence: 'CC-BY-4.0', languages: ['de'], topics: [], origin: 'own', sourceUrl: null, pageUrl: null, contact: {}, effort: {}, cost: {}, service: null, project: null })
        await addVersion(db, id, { label: '1', note: '', files: versionFiles(n, 1) })
      })
      return id
    }),
  )
}

function start(url: string, entries: readonly string[], said: Set<string>, fatal?: number): ChildProcess {
  const child = spawn(process.execPath, ['--import', join(root, 'app/tsx-hook.ts'), join(import.meta.dirname, 'kill-child-testing.ts'), url, entries.join(), ...(fatal === undefined ? [] : [String(fatal)])], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).on('line', (line) => said.add(line))
  return child
}

/** Waits until the process is gone and its last line was read. One that ended in another way than it was meant to is a fault of the test. */
async function ended(child: ChildProcess, how: 'SIGKILL' | 0): Promise<void> {
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null] // as documented for this event
  if ((how === 0 ? code : signal) !== how) throw new Error(`The process of the town ended with ${code ?? signal}.`)
}

/** What is wrong with one entry in the end: everything has to be there once, whole, with its origin, whatever was said or not said before. */
async function faultsOf(platform: Platform, n: number, entryId: string, said: ReadonlySet<string>): Promise<string[]> {
  const found = await unit(asTaker(platform), 'read', async (db) => {
    const installation = await findInstallationOfEntry(db, entryId)
    const { lines, things } = await db.one(sql<{ lines: number; things: number }>`
      select (select count(*)::int from portfolio.adoption where town = ${db.tenant} and entry_id = ${entryId}) as lines,
        (select count(*)::int from portfolio.document where tenant_id = ${db.tenant} and title ->> 'de' = ${`Eintrag ${n}`}) as things`)
    return { installation, lines, things, versions: installation ? await listInstallationVersions(db, installation.id) : [] }
  })
  const { installation, lines, things, versions } = found
  const ours = installation?.localRef ? await kind.read(platform, { id: taker }, installation.localRef, new Date()) : undefined
  if (!installation || !ours) return [`Entry ${n}: ${said.has(`adopt ${n}`) ? 'an acknowledged one is lost' : 'it is missing'}`]
  const before = isEdited(n) ? edited(n) : versionFiles(n, 1)
  const checks: [string, boolean][] = [
    ['one line of the register', lines === 1],
    ['one thing', things === 1],
    ['it runs', installation.state === 'running' && installation.pending === null],
    ['its files', hashOfFiles(ours.files) === hashOfFiles(finished(n))],
    ['its title, summary and licence', ours.title.de === `Eintrag ${n}` && ours.summary.de === `Nummer ${n}` && ours.licence === 'CC-BY-4.0'],
    ['its origin', installation.entryTown === giver && installation.versionNumber === 2 && installation.baseSha256 === hashOfFiles(versionFiles(n, 2))],
    ['one update, and a merge where both had changed', installation.updates === 1 && installation.merges === (isEdited(n) ? 1 : 0)],
    ['the state before', versions.some(({ reason, files }) => reason === 'before-update' && before.every((file) => files.some(({ path, text, base64 }) => path === file.path && text === file.text && base64 === file.base64)))],
  ]
  return checks.flatMap(([what, holds]) => (holds ? [] : [`Entry ${n}: ${what}`]))
}
