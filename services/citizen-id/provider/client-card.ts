import type { ServiceCard } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { fileClients } from '../client/file.ts'
import { testServiceOf } from './invented-service.ts'

/** Who asks, for what, on which ground, of services that stand in no table: registered by file, or invented for a demonstration. */
export function cardWithoutRow(platform: Platform, tenantId: string, clientId: string): ServiceCard | undefined {
  const registered = fileClients(platform, tenantId).find(({ client_id }) => client_id === clientId)
  if (registered) return { name: nameIn(registered) ?? clientId, office: registered.office ?? '', purpose: registered.purpose ?? '', legalBasis: registered.legal_basis ?? '' }
  const invented = testServiceOf(platform, tenantId)
  return invented?.clientId === clientId ? invented.card : undefined
}

// The file may say everything of OpenID Connect registration; only a part of it has a type.
const nameIn = (registered: Readonly<Record<string, unknown>>): string | undefined => (typeof registered['client_name'] === 'string' ? registered['client_name'] : undefined)
