import type { Ask, ReceivedFile } from '@modellregion/kernel'
import type { Call } from './action.ts'
import type { Caller } from './caller.ts'

type Asked = Pick<Ask<unknown, unknown, unknown>, 'url' | 'now' | 'tenant' | 'read' | 'platform'>

/** Nobody: whoever calls without a key. */
export const noCaller = (): Promise<undefined> => Promise.resolve(undefined)

/** What a request offers to an action. */
export function callOf({ url, now, tenant, read, platform }: Asked, caller: Call['caller'] = noCaller, files: ReadonlyMap<string, ReceivedFile> = new Map()): Call {
  const enter = (service: string, access: 'read' | 'write', { id }: Caller) => ({ tenant: tenant.id, service, access, now, actor: id }) as const
  return {
    read,
    now,
    site: url.origin,
    town: tenant.name,
    platform,
    tenant: tenant.id,
    caller,
    files,
    write: (by, work) => platform.database.unit(enter('open-data', 'write', by), work),
    inPlatform: (by, work) => platform.database.unit(enter('platform', 'read', by), work),
  }
}
