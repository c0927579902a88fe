import type { Tenant } from '../tenancy/index.ts'

/** Where a town answers, seen from the address the reader came by: its first host name, or its name under localhost. */
export function addressOf({ id, hosts }: Pick<Tenant, 'id' | 'hosts'>, asked: URL): string {
  const address = new URL('/', asked)
  address.hostname = hosts[0] ?? `${id}.localhost`
  return address.href
}
