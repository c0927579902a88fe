import type { PersonalData } from '@modellregion/kernel'
import { personPrivacy } from './person/privacy.ts'
import { providerPrivacy } from './provider/privacy.ts'
import { clientPrivacy } from './client/privacy.ts'
import { signInPrivacy } from './sign-in/privacy.ts'
import { passwordPrivacy } from './password/privacy.ts'
import { recoveryPrivacy } from './recovery/privacy.ts'
import { passkeyPrivacy } from './passkey/privacy.ts'
import { passPrivacy } from './pass/privacy.ts'
import { eidPrivacy } from './eid/privacy.ts'
import { bundidPrivacy } from './bundid/privacy.ts'
import { walletPrivacy } from './wallet/privacy.ts'
import { levelPrivacy } from './level/privacy.ts'
import { cockpitPrivacy } from './cockpit/privacy.ts'
import { mandatePrivacy } from './mandate/privacy.ts'
import { staffPrivacy } from './staff/privacy.ts'
import { scimPrivacy } from './scim/privacy.ts'

/** What the identity provider stores about people, and for how long. */
export const privacy: readonly PersonalData[] = [
  ...personPrivacy,
  ...providerPrivacy,
  ...clientPrivacy,
  ...signInPrivacy,
  ...passwordPrivacy,
  ...recoveryPrivacy,
  ...passkeyPrivacy,
  ...passPrivacy,
  ...eidPrivacy,
  ...bundidPrivacy,
  ...walletPrivacy,
  ...levelPrivacy,
  ...cockpitPrivacy,
  ...mandatePrivacy,
  ...staffPrivacy,
  ...scimPrivacy,
]
