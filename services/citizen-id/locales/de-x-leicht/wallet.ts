import type { EasyTranslation } from '@modellregion/kernel/words'
import type { wallet as de } from '../de/wallet.ts'

export const wallet: EasyTranslation<typeof de> = {}
