import type { Platform } from '@modellregion/kernel'

/** A client of the deployment file, in the terms of OpenID Connect registration. */
export type FileClient = NonNullable<NonNullable<Platform['config']['identity']>['clients']>[number]

/** The services that the operator has registered by file for a town. They are read here and changed there. */
export const fileClients = ({ config }: Pick<Platform, 'config'>, tenantId: string): readonly FileClient[] => (config.identity?.clients ?? []).filter(({ town }) => town === undefined || town === tenantId)
