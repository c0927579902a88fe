// Takes results over, changes them, and takes over what is new, four at a time, until it is killed. Says each step when it stands. With a third argument it dies by SIGKILL so many milliseconds after the first of them. What an earlier
// process left half done is finished first, as the job would.
import { newId } from '@modellregion/kernel'
import { addVersion } from '../shelf/keep.ts'
import { findEntryVersion, getEntry } from '../shelf/queries.ts'
import { unit, type Acting } from './acting.ts'
import { beginInstallation } from './begin.ts'
import { carryOut } from './carry-out.ts'
import { finishJob } from './finish.ts'
import { edited, giver, isEdited, taker, tenantOfTaker, townAt, versionFiles } from './kill-world-testing.ts'
import { findInstallationOfEntry, listWaiting } from './queries/installation.ts'
import { standOf } from './stand.ts'
import { kind } from './town-testing.ts'
import { takeOver } from './update.ts'

const [url = '', list = '', fatal = ''] = process.argv.slice(2)
const { platform, database } = townAt(url)
const who = (town: string): Acting => ({ platform, town, now: new Date() })
let dies: NodeJS.Timeout | undefined
// By its own hand, and counted from the first step on: on a busy machine whoever watches would come too early or too late.
function say(...words: (string | number)[]): void {
  process.stdout.write(`${words.join(' ')}\n`)
  if (fatal !== '') dies ??= setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(fatal))
}

const refuse = () => Promise.reject(new Error('The job does not ask for this.'))
for (const { id } of await unit(who(taker), 'read', listWaiting))
  await finishJob.run({ platform, tenant: tenantOfTaker, id, attempt: 1, payload: { id }, now: new Date(), read: (work) => unit(who(taker), 'read', work), write: refuse, progress: refuse, signal: new AbortController().signal })

const entries = list.split(',')
let at = 0
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let n = at++; n < entries.length; n = at++) while (await step(n, entries[n] ?? ''));
  }),
)
await database.close()

/** Does what comes next with an entry. False when nothing does. */
async function step(n: number, entryId: string): Promise<boolean> {
  const installation = await unit(who(taker), 'read', (db) => findInstallationOfEntry(db, entryId))
  if (!installation) return await adopt(n, entryId)
  const stand = await standOf({ platform, tenant: tenantOfTaker, now: new Date() }, installation.id)
  if (!stand || stand.installation.versionNumber > 1) return false
  const { ours, standing } = stand
  if (standing === 'current' && isEdited(n) && ours) {
    await kind.install(platform, { id: taker }, { key: newId(new Date()), item: { ...ours, files: edited(n) }, into: ours.ref }, new Date())
    return true
  }
  if (standing === 'current' || standing === 'ours') {
    await unit(who(giver), 'write', (db) => addVersion(db, entryId, { label: '2', note: '', files: versionFiles(n, 2) }))
    return true
  }
  const updated = await takeOver(who(taker), stand, stand.seen, () => undefined)
  if (!updated.ok) throw new Error(`Entry ${n} is not taken over: ${updated.why} ${JSON.stringify(updated.findings)}`)
  say('update', n)
  return true
}

async function adopt(n: number, entryId: string): Promise<boolean> {
  const { id } = await unit(who(taker), 'write', async (db) => {
    const [entry, version] = [await getEntry(db, entryId), await findEntryVersion(db, entryId, 1)]
    if (!version) throw new Error('The version is missing.')
    return await beginInstallation(db, { id: newId(new Date()), entry, version, kind, consent: 'named' })
  })
  const outcome = await carryOut(who(taker), kind, id)
  if (!outcome.ok) throw new Error(`Entry ${n} is not taken over: ${outcome.why}`)
  say('adopt', n)
  return true
}
