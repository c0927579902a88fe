import type { Translation } from '@modellregion/kernel/words'
import type { network as de } from '../de/network.ts'

export const network: Translation<typeof de> = {
}
