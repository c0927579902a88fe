import { hkdfSync } from 'node:crypto'
import { sealUnder, sharedSecret, type Platform, type Seal } from '@modellregion/kernel'

/** A seal under a key derived from the installation's secret. `purpose` separates the keys of different uses: `signing-key`, `totp`. */
export async function openSeal({ database, now }: Pick<Platform, 'database' | 'now'>, purpose: string): Promise<Seal> {
  const secret = await sharedSecret(database, 'citizen-id', now())
  return sealUnder(Buffer.from(hkdfSync('sha256', secret, 'modellregion', `citizen-id ${purpose}`, 32)))
}
