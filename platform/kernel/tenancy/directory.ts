import type { Database } from '../database/index.ts'
import { listTenants } from './queries.ts'
import type { Tenant } from './tenant.ts'

/** The towns by host name, kept in memory and refreshed when the operator changes one. */
export type TenantDirectory = {
  all(): readonly Tenant[]
  byId(id: string): Tenant | undefined
  /** The town that answers on a host name; on `localhost` and bare addresses the default town. */
  byHost(host: string): Tenant | undefined
  refresh(): Promise<void>
}

/** Reading the list of towns needs no tenant; this name fills the place and owns no rows. */
export const operatorTenant = '-'

export async function openDirectory(database: Database, defaultTenant: string | undefined, now: () => Date): Promise<TenantDirectory> {
  let tenants: Tenant[] = []
  let hosts = new Map<string, Tenant>()
  const refresh = async () => {
    tenants = await database.unit({ tenant: operatorTenant, service: 'platform', access: 'read', now: now() }, listTenants)
    hosts = new Map(tenants.flatMap((tenant) => tenant.hosts.map((host) => [host, tenant] as const)))
  }
  await refresh()
  const fallback = () => tenants.find((tenant) => tenant.id === defaultTenant) ?? tenants[0]
  return {
    all: () => tenants,
    byId: (id) => tenants.find((tenant) => tenant.id === id),
    byHost: (host) => {
      const name = hostName(host)
      return hosts.get(name) ?? tenants.find((tenant) => name === `${tenant.id}.localhost`) ?? (isLocal(name) ? fallback() : undefined)
    },
    refresh,
  }
}

const hostName = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')
const isLocal = (name: string): boolean => name === 'localhost' || /^[\d.]+$/.test(name) || name.startsWith('[')
