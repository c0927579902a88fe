import type { Tenant } from '@modellregion/kernel'
import type { MailPlatform } from './mail-platform.ts'

const isOwnMachine = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** The town's address for letters that no request has caused: its first registered host, or this machine in demonstrations. */
export function originOf({ config }: Pick<MailPlatform, 'config'>, { id, hosts }: Pick<Tenant, 'id' | 'hosts'>): string {
  const registered = hosts.find((host) => !isOwnMachine(host))
  if (registered !== undefined) return `https://${registered}`
  const host = hosts[0] ?? `${id}.localhost`
  return `${config.https ? 'https' : 'http'}://${host.includes(':') ? host : `${host}:${config.port}`}`
}
