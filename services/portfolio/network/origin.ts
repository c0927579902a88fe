import type { Config, Tenant } from '@modellregion/kernel'

const isOwnMachine = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** A town's address for letters that no request has caused, and for links to other towns: its first registered host, or this machine in demonstrations. */
export function originOf({ config }: { config: Pick<Config, 'https' | 'port'> }, { id, hosts }: Pick<Tenant, 'id' | 'hosts'>, asked?: URL): string {
  const registered = hosts.find((host) => !isOwnMachine(host))
  if (registered !== undefined) return `https://${registered}`
  const host = hosts[0] ?? `${id}.localhost`
  // The port of the request is the one people really use, also where the system has chosen it.
  const port = asked && isOwnMachine(asked.hostname) ? asked.port : String(config.port)
  return `${config.https ? 'https' : 'http'}://${host.includes(':') || port === '' ? host : `${host}:${port}`}`
}
