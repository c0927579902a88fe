import type { AccessRule } from '@modellregion/kernel'
import { providerAccess } from './provider/access.ts'
import { clientAccess } from './client/access.ts'
import { signInAccess } from './sign-in/access.ts'
import { passwordAccess } from './password/access.ts'
import { recoveryAccess } from './recovery/access.ts'
import { passkeyAccess } from './passkey/access.ts'
import { passAccess } from './pass/access.ts'
import { eidAccess } from './eid/access.ts'
import { bundidAccess } from './bundid/access.ts'
import { walletAccess } from './wallet/access.ts'
import { levelAccess } from './level/access.ts'
import { cockpitAccess } from './cockpit/access.ts'
import { mandateAccess } from './mandate/access.ts'
import { staffAccess } from './staff/access.ts'
import { scimAccess } from './scim/access.ts'

/** Who may do what with identities. Everything not said is denied. */
export const access: readonly AccessRule[] = [
  ...providerAccess,
  ...clientAccess,
  ...signInAccess,
  ...passwordAccess,
  ...recoveryAccess,
  ...passkeyAccess,
  ...passAccess,
  ...eidAccess,
  ...bundidAccess,
  ...walletAccess,
  ...levelAccess,
  ...cockpitAccess,
  ...mandateAccess,
  ...staffAccess,
  ...scimAccess,
]
