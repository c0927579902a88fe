import type { Route } from '@modellregion/kernel'
import { delegationRoutes } from './routes/delegations.ts'
import { invitationRoutes } from './routes/invitation.ts'

export const staffRoutes: readonly Route[] = [...delegationRoutes, ...invitationRoutes]
