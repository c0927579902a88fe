import { localDate } from '@modellregion/standards'
import type { PageT } from '../locales/index.ts'
import type { TransferEvent } from './schema.ts'

/** When it is, in a sentence: of one day or of several. */
export const whenOf = (t: PageT, { startsAt, endsAt }: Pick<TransferEvent, 'startsAt' | 'endsAt'>): string => t(localDate(startsAt) === localDate(endsAt) ? 'network.event.when-day' : 'network.event.when-days', { from: startsAt, to: endsAt })
