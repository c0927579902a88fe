import { service } from './de/service.ts'
import { provider } from './de/provider.ts'
import { client } from './de/client.ts'
import { signIn } from './de/sign-in.ts'
import { password } from './de/password.ts'
import { recovery } from './de/recovery.ts'
import { passkey } from './de/passkey.ts'
import { pass } from './de/pass.ts'
import { eid } from './de/eid.ts'
import { bundid } from './de/bundid.ts'
import { wallet } from './de/wallet.ts'
import { level } from './de/level.ts'
import { cockpit } from './de/cockpit.ts'
import { mandate } from './de/mandate.ts'
import { staff } from './de/staff.ts'
import { scim } from './de/scim.ts'

export const de = {
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
