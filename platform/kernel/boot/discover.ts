import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MigrationRoom } from '../database/index.ts'
import { OperatorError } from './config.ts'
import type { Service } from './service.ts'

/** Loads `services/<name>/service.ts`. A sixteenth service is one new folder; no list is edited. @throws OperatorError */
export async function discoverServices(root: string, only?: readonly string[]): Promise<Service[]> {
  const folder = join(root, 'services')
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'service.ts'))).sort() : []
  const unknown = only?.find((name) => !found.includes(name))
  if (unknown) throw new OperatorError(`There is no service "${unknown}" here. Installed: ${found.join(', ') || 'none'}.`)
  const wanted = only ? found.filter((name) => only.includes(name)) : found
  return await Promise.all(wanted.map((name) => load(join(folder, name, 'service.ts'), name)))
}

async function load(file: string, name: string): Promise<Service> {
  const { default: service } = (await import(pathToFileURL(file).href)) as { default?: Service } // checked below
  if (!service) throw new OperatorError(`${file} has no default export. Write: export default defineService({ … }).`)
  if (service.id !== name) throw new OperatorError(`${file} calls itself "${service.id}", but its folder is "${name}".`)
  return service
}

const kernelFolders = ['database', 'tenancy', 'identity', 'audit', 'privacy', 'jobs', 'events', 'files', 'mail', 'search', 'portal', 'deadlines', 'anonymity']

/** Migration series in the order in which they may rely on each other: the kernel's rooms, then the services. */
export function migrationRooms(services: readonly Pick<Service, 'id' | 'folder'>[]): MigrationRoom[] {
  const kernel = join(import.meta.dirname, '..')
  return [
    ...kernelFolders.map((room) => ({ name: room, folder: join(kernel, room, 'migrations') })),
    ...services.map((service) => ({ name: service.id, folder: join(service.folder, 'migrations'), service: service.id })),
  ]
}
