import type { Way } from '../sign-in/ways.ts'
import { walletSetting } from './setting.ts'

/** Signing in with the wallet of the European Union, where the town can ask one. */
export const walletWay: Way = {
  id: 'wallet',
  words: 'wallet.way',
  path: 'wallet',
  icon: 'device',
  reaches: 'high',
  // A wrong setting shows on the wallet's own page; the other ways in go on without it.
  available: ({ platform, tenant, url }) =>
    walletSetting(platform, tenant, url.origin).then(
      (setting) => setting !== undefined,
      () => false,
    ),
}
