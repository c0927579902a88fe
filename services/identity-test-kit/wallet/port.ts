import { walletTestKitPort, type WalletTestKit } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { accessCertificate, rootOf } from './keys.ts'

/** Lets whoever asks into the simulated register, and says whose identities to believe. Nothing outside of demonstrations. */
export const walletTestKit: WalletTestKit<Platform> & { id: typeof walletTestKitPort } = {
  id: walletTestKitPort,
  connect: async (platform, town, origin, publicKey) => {
    if (!platform.config.demo) return undefined
    const certificates = await accessCertificate(platform, town.name, new URL(origin).hostname, publicKey)
    return { certificates, root: await rootOf(platform, 'state-root'), address: `${origin}/identity-test-kit/wallet` }
  },
}
