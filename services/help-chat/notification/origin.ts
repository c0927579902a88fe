import type { Config, Tenant } from '@modellregion/kernel'

const isOwnMachine = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** The town's address for what no request has caused: its first registered host, or this machine in demonstrations. */
export function originOf({ https, port }: Pick<Config, 'https' | 'port'>, { id, hosts }: Pick<Tenant, 'id' | 'hosts'>): string {
  const registered = hosts.find((host) => !isOwnMachine(host))
  if (registered !== undefined) return `https://${registered}`
  const host = hosts[0] ?? `${id}.localhost`
  return `${https ? 'https' : 'http'}://${host.includes(':') ? host : `${host}:${port}`}`
}
