import { addDays, localDate } from '@modellregion/standards'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { Tenant } from '../tenancy/index.ts'
import type { ServiceDeadlines } from './hook.ts'
import * as queries from './queries.ts'
import { deadlineRuleOn, longestLead, untoldSteps } from './rules.ts'
import type { Deadline } from './schema.ts'

type Round = { platform: Platform; tenant: Tenant; now: Date; signal?: AbortSignal | undefined }

/** Tells the services of a town which of their deadlines come near or are over. One that fails does not hold up the others. Returns the number of steps. */
export async function tellServices(round: Round): Promise<number> {
  const failures: unknown[] = []
  let told = 0
  for (const { id, deadlines } of round.platform.registry.services.filter((service) => isUsed(service, round.tenant)))
    if (deadlines) told += await tellService(round, id, deadlines, failures)
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} deadlines could not be told of: ${String(failures[0])}`)
  return told
}

const isUsed = ({ id }: Service, { services }: Tenant): boolean => id === 'platform' || services.includes(id)

const lot = 200

async function tellService(round: Round, service: string, deadlines: ServiceDeadlines, failures: unknown[]): Promise<number> {
  const { platform, tenant, now, signal } = round
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant: tenant.id, service, access, now }, work)
  const until = addDays(localDate(now), longestLead(deadlines.rules))
  let told = 0
  let after: Pick<Deadline, 'id' | 'dueOn'> | undefined
  do {
    const page = { until, size: lot, after }
    const found = await unit('read', (db) => queries.listUntold(db, page))
    for (const { id } of found) {
      signal?.throwIfAborted()
      try {
        told += await unit('write', (db) => tellOf(round, db, deadlines, id))
      } catch (error) {
        failures.push(error)
      }
    }
    after = found.length === lot ? found.at(-1) : undefined
  } while (after)
  return told
}

/** The steps of one deadline, in one transaction with the mark: a killed process has done both or neither. */
async function tellOf({ platform, tenant }: Round, db: UnitOfWork, { rules, reached }: ServiceDeadlines, id: string): Promise<number> {
  const deadline = await queries.lockRunning(db, id)
  if (!deadline) return 0
  const rule = deadlineRuleOn(rules, deadline.rule, deadline.startedOn)
  const steps = untoldSteps(rule, deadline, localDate(db.now))
  for (const step of steps) await reached(platform, tenant, db, { deadline, rule, step })
  const last = steps.at(-1)
  if (last) await queries.markWarned(db, id, last.on)
  return steps.length
}
