import type { EasyTranslation } from '@modellregion/kernel/words'
import type { network as de } from '../de/network.ts'

export const network: EasyTranslation<typeof de> = {
}
