import type { Ask, UnitOfWork } from '@modellregion/kernel'
import { addMiss, countMisses, findExperimentByCode, findGroup } from './queries.ts'
import { isAnimal, missesPerHour, readClassCode } from './rules/class-code.ts'
import { isCodeOpen } from './rules/state.ts'
import { codeHash } from './seal.ts'
import type { Experiment, Group } from './schema.ts'

const cookie = 'modellregion-class'

type Asks = Pick<Ask, 'headers' | 'platform' | 'tenant' | 'read' | 'now'>
export type Member = { readonly experiment: Experiment; readonly code: string; readonly group: Group | undefined }

/** What a device of the class remembers until the browser is closed: the code and the group, nothing about a person. */
export const classCookie = (value: { code: string; animal?: string | undefined } | undefined, https: boolean): string =>
  `${cookie}=${value ? [value.code, value.animal ?? ''].join('.') : ''}; Path=/smart-school; HttpOnly; SameSite=Lax${value ? '' : '; Max-Age=0'}${https ? '; Secure' : ''}`

/** The class that a device belongs to; undefined when it has no code, or the code opens nothing any more. */
export async function memberOf(ask: Asks): Promise<Member | undefined> {
  const [, value = ''] = new RegExp(`(?:^|;\\s*)${cookie}=([a-z0-9.-]{1,80})`).exec(ask.headers['cookie'] ?? '') ?? []
  const [typed = '', animal = ''] = value.split('.')
  const code = readClassCode(typed)
  if (code === undefined) return undefined
  const hash = await codeHash(ask.platform, ask.tenant.id, code)
  return await ask.read(async (db) => {
    const experiment = await findExperimentByCode(db, hash)
    if (!experiment || !isCodeOpen(experiment, ask.now)) return undefined
    return { experiment, code, group: isAnimal(animal) ? await findGroup(db, experiment.id, animal) : undefined }
  })
}

export type Entered = { readonly ok: true; readonly code: string; readonly experiment: Experiment } | { readonly ok: false; readonly reason: 'unknown' | 'too-many' }

/** Looks a typed code up. Wrong ones are counted by network and hour; beyond the limit nothing is looked up any more until the hour is over. */
export async function enterClass(ask: Asks & Pick<Ask, 'write' | 'network'>, typed: string): Promise<Entered> {
  const network = await ask.network()
  const hour = new Date(Math.floor(ask.now.getTime() / 3_600_000) * 3_600_000)
  const code = readClassCode(typed)
  const hash = code === undefined ? undefined : await codeHash(ask.platform, ask.tenant.id, code)
  return await ask.write(async (db): Promise<Entered> => {
    const before = await countMisses(db, network, hour)
    if ((before?.n ?? 0) >= missesPerHour) return { ok: false, reason: 'too-many' }
    const experiment = hash === undefined ? undefined : await findOpen(db, hash, ask.now)
    if (experiment && code !== undefined) return { ok: true, code, experiment }
    // A code that cannot be one is a slip of the finger and tells nobody anything: only possible codes are guesses.
    if (code !== undefined) await addMiss(db, network, hour)
    return { ok: false, reason: 'unknown' }
  })
}

async function findOpen(db: UnitOfWork, hash: string, now: Date): Promise<Experiment | undefined> {
  const experiment = await findExperimentByCode(db, hash)
  return experiment && isCodeOpen(experiment, now) ? experiment : undefined
}
