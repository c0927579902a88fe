import { addDays, localDate, localTime } from '@modellregion/standards'
import type { Database, UnitOfWork } from '../database/index.ts'
import type { Tenant } from '../tenancy/index.ts'
import * as queries from './queries.ts'
import { deadlineRuleOn, longestLead, untoldSteps } from './rules.ts'
import type { Deadline, DeadlineEvent, DeadlineRule } from './schema.ts'

type Round = { database: Database; tenant: Tenant; now: Date; signal?: AbortSignal | undefined }
/** A service that keeps deadlines: its rules, and what it does when one comes near, in the unit that marks it. */
export type Keeper = { id: string; rules: readonly DeadlineRule[]; tell(db: UnitOfWork, event: DeadlineEvent): Promise<void> }

/** Tells the services from five o'clock in Berlin on; before, nobody is told. Returns the number of steps. */
export const tellInTheMorning = async (round: Round, keepers: readonly Keeper[]): Promise<number> => (localTime(round.now).hour < 5 ? 0 : await tellServices(round, keepers))

/** Tells the services of a town which of their deadlines come near or are over. One that fails does not hold up the others. Returns the number of steps. */
export async function tellServices(round: Round, keepers: readonly Keeper[]): Promise<number> {
  const failures: unknown[] = []
  let told = 0
  for (const keeper of keepers.filter(({ id }) => id === 'platform' || round.tenant.services.includes(id))) told += await tellService(round, keeper, failures)
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} deadlines could not be told of: ${String(failures[0])}`)
  return told
}

const lot = 200

async function tellService({ database, tenant, now, signal }: Round, keeper: Keeper, failures: unknown[]): Promise<number> {
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => database.unit({ tenant: tenant.id, service: keeper.id, access, now }, work)
  const until = addDays(localDate(now), longestLead(keeper.rules))
  let told = 0
  let after: Pick<Deadline, 'id' | 'dueOn'> | undefined
  do {
    const page = { until, size: lot, after }
    const found = await unit('read', (db) => queries.listUntold(db, page))
    for (const { id } of found) {
      signal?.throwIfAborted()
      try {
        told += await unit('write', (db) => tellOf(db, keeper, id))
      } catch (error) {
        failures.push(error)
      }
    }
    after = found.length === lot ? found.at(-1) : undefined
  } while (after)
  return told
}

/** The steps of one deadline, in one transaction with the mark: a killed process has done both or neither. */
async function tellOf(db: UnitOfWork, { rules, tell }: Keeper, id: string): Promise<number> {
  const deadline = await queries.lockRunning(db, id)
  if (!deadline) return 0
  const rule = deadlineRuleOn(rules, deadline.rule, deadline.startedOn)
  const steps = untoldSteps(rule, deadline, localDate(db.now))
  for (const step of steps) await tell(db, { deadline, rule, step })
  const last = steps.at(-1)
  if (last) await queries.markWarned(db, id, last.on)
  return steps.length
}
