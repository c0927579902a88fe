import { service } from './de-x-leicht/service.ts'
import { provider } from './de-x-leicht/provider.ts'
import { client } from './de-x-leicht/client.ts'
import { signIn } from './de-x-leicht/sign-in.ts'
import { password } from './de-x-leicht/password.ts'
import { recovery } from './de-x-leicht/recovery.ts'
import { passkey } from './de-x-leicht/passkey.ts'
import { pass } from './de-x-leicht/pass.ts'
import { eid } from './de-x-leicht/eid.ts'
import { bundid } from './de-x-leicht/bundid.ts'
import { wallet } from './de-x-leicht/wallet.ts'
import { level } from './de-x-leicht/level.ts'
import { cockpit } from './de-x-leicht/cockpit.ts'
import { mandate } from './de-x-leicht/mandate.ts'
import { staff } from './de-x-leicht/staff.ts'
import { scim } from './de-x-leicht/scim.ts'

export const leicht = {
  ...service,
  ...provider,
  ...client,
  ...signIn,
  ...password,
  ...recovery,
  ...passkey,
  ...pass,
  ...eid,
  ...bundid,
  ...wallet,
  ...level,
  ...cockpit,
  ...mandate,
  ...staff,
  ...scim,
}
