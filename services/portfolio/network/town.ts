import type { Ask } from '@modellregion/kernel'
import { originOf } from './origin.ts'
import type { TownLine } from './pages/parts.tsx'
import { commons } from '../shelf/schema.ts'
import type { Sender } from './letters.ts'

type Asks = Pick<Ask, 'platform' | 'url'>

/** A town of this installation as pages name it. One that has gone keeps its id as a name. */
export function townLine({ platform, url }: Asks, id: string): TownLine {
  const town = platform.directory.byId(id)
  return town ? { name: town.name, origin: originOf(platform, town, url) } : { name: id === commons ? '' : id, origin: '' }
}

export const townOf = (ask: Asks) => (id: string): string => townLine(ask, id).name

/** Who writes letters that this request causes. */
export const senderOf = ({ platform, tenant, url }: Pick<Ask, 'platform' | 'tenant' | 'url'>): Sender => ({ platform, tenant, origin: url.origin })
