import type { JobRun, Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { listSchools } from '../store/queries.ts'
import { dispatchTown } from './dispatch.ts'
import { evaluateTown } from './evaluate.ts'
import { lettersOf, originOf, voiceOf } from './letters.ts'
import { readHolders } from './people.ts'
import { listOpenAlarms } from './queries/alarm.ts'
import { listDueNotices } from './queries/notice.ts'
import { countRun } from './queries/rule.ts'
import { clearAlarm, raiseAlarm } from './raise.ts'
import type { AlarmKind } from './schema.ts'

type Doors = Pick<JobRun<unknown>, 'read' | 'write'>

/** Asks all rules once and writes down what they found. Returns the schools about which something is new. Repeating it changes nothing. */
export async function watchTown({ read, write }: Doors, only?: ReadonlySet<AlarmKind>): Promise<number[]> {
  const began = performance.now()
  const { raise, clear, channels } = await read((db) => evaluateTown(db, only))
  const milliseconds = Math.round(performance.now() - began)
  const told = new Set<number>()
  await write(async (db) => {
    told.clear() // the unit may run twice
    for (const { ruleKey, ...alarm } of raise) if (await raiseAlarm(db, alarm, ruleKey)) told.add(alarm.schoolId)
    for (const { kind, subject } of clear) await clearAlarm(db, kind, subject)
    if (!only) await countRun(db, hourOf(db.now), channels, milliseconds)
  })
  return [...told].sort((a, b) => a - b)
}

/** Tells people what is due. */
export async function tellTown({ platform, tenant, now }: { platform: Platform; tenant: Tenant; now: Date }, { read, write }: Doors): Promise<number> {
  const isQuiet = await read(async (db) => (await listOpenAlarms(db)).length === 0 && (await listDueNotices(db)).length === 0)
  if (isQuiet) return 0
  const holders = await readHolders({ platform, tenant, now })
  const names = new Map((await read((db) => listSchools(db))).map(({ id, name }) => [id, name]))
  const letters = lettersOf(voiceOf(tenant), originOf(platform, tenant), (id) => names.get(id) ?? '')
  return await write((db: UnitOfWork) => dispatchTown(db, platform.mailer, holders, letters))
}

const hourOf = (now: Date): Date => new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000)
