import { issuerPath } from './issuer.ts'
import type { Town } from '@modellregion/testing'
import { registerClient } from '../client/register.ts'
import { insertClient } from '../client/queries.ts'
import type { ClientForm } from '../client/schema.ts'
import type { UnitOfWork } from '@modellregion/kernel'

const tenantId = 'aachen'

/** Work in the town of the tests, as this service. */
export const inTown = <T>({ running: { platform } }: Town, work: (db: UnitOfWork) => Promise<T>, access: 'read' | 'write' = 'write'): Promise<T> =>
  platform.database.unit({ tenant: tenantId, service: 'citizen-id', access, now: platform.now() }, work)

/** What the registry of clients needs of a request. */
export const registryOf = (town: Town) => ({ platform: town.running.platform, tenant: { id: tenantId }, write: <T>(work: (db: UnitOfWork) => Promise<T>) => inTown(town, work) }) as never // the part of a request that it reads

/** Registers a service as the console would. */
export const registered = (town: Town, form: Partial<ClientForm> = {}): Promise<{ clientId: string; secret?: string }> =>
  registerClient(registryOf(town), {
    name: 'Bibliothek',
    office: 'Stadtbibliothek',
    purpose: 'Ausweis verlängern',
    legalBasis: 'Satzung der Stadtbibliothek',
    redirectUris: 'https://library.example/back',
    authMethod: 'client_secret_basic',
    scopes: ['profile', 'email'],
    minimum: 'low',
    ciba: 'off',
    ...form,
  })

/** Registers a service with metadata that the form does not offer, as the deployment file may. */
export async function registeredAs(town: Town, clientId: string, metadata: Record<string, unknown>): Promise<string> {
  const whole = { client_name: clientId, redirect_uris: ['https://library.example/back'], response_types: ['code'], grant_types: ['authorization_code'], scope: 'openid profile', ...metadata }
  await inTown(town, (db) => insertClient(db, { clientId, metadata: whole, office: 'Amt', purpose: 'Zweck', legalBasis: 'Gesetz' }))
  return clientId
}

/** The issuer of the town of the tests. */
export const issuerIn = (town: Town): URL => new URL(town.url(issuerPath, tenantId))
