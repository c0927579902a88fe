import { reuseKindPort, type ReuseKind, type ReuseKinds } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'

/** A kind with its full id, `<service>.<kind>`. */
export type FullKind = { readonly id: string; readonly service: string; readonly kind: ReuseKind<Platform> }

/** All kinds of the services that a town uses. */
export const reuseKindsOf = (platform: Pick<Platform, 'registry'>, tenant: { readonly services: readonly string[] }): FullKind[] =>
  platform.registry
    .offersOf<ReuseKinds<Platform>>(reuseKindPort)
    .filter(({ service }) => tenant.services.includes(service.id))
    .flatMap(({ service, offer }) => offer.map((kind) => ({ id: `${service.id}.${kind.id}`, service: service.id, kind })))

/** Undefined when no service of the town can work with it. */
export const findKind = (platform: Pick<Platform, 'registry'>, tenant: { readonly services: readonly string[] }, id: string): FullKind | undefined => reuseKindsOf(platform, tenant).find((one) => one.id === id)
