import { service } from './en/service.ts'
import { provider } from './en/provider.ts'
import { client } from './en/client.ts'
import { signIn } from './en/sign-in.ts'
import { password } from './en/password.ts'
import { recovery } from './en/recovery.ts'
import { passkey } from './en/passkey.ts'
import { pass } from './en/pass.ts'
import { eid } from './en/eid.ts'
import { bundid } from './en/bundid.ts'
import { wallet } from './en/wallet.ts'
import { level } from './en/level.ts'
import { cockpit } from './en/cockpit.ts'
import { mandate } from './en/mandate.ts'
import { staff } from './en/staff.ts'
import { scim } from './en/scim.ts'

export const en = {
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
