import type { IconName } from '@modellregion/ui'
import type { Ask } from '@modellregion/kernel'
import type { Method } from '../level/rules.ts'
import type { Level } from '../person/schema.ts'
import { walletWay } from '../wallet/way.ts'
import type { Interaction } from './interaction.ts'
import { bundidWays } from '../bundid/way.ts'
import { eidWays } from '../eid/way.ts'
import { passWay } from '../pass/way.ts'
import { passkeyWay } from '../passkey/way.ts'

/** One way in, as the chooser offers it. The words are `<words>.title`, `<words>.lead` and `<words>.button` of the slice; `<words>.needs` says what one needs for it. */
export type Way = {
  id: Method | 'guest'
  /** First part of its words: `pass.way`. */
  words: string
  /** Where it begins, below the interaction's own path. */
  path: string
  icon: IconName
  /** The highest level it can reach. */
  reaches: Level
  /** Is it there in this town, for this sign-in? */
  available(ask: Pick<Ask, 'platform' | 'tenant' | 'url'>, interaction: Interaction): boolean | Promise<boolean>
}

/** In the order of the page. */
export const ways: readonly Way[] = [passWay, passkeyWay, ...eidWays, ...bundidWays, walletWay]
