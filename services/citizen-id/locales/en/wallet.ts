import type { Translation } from '@modellregion/kernel/words'
import type { wallet as de } from '../de/wallet.ts'

export const wallet: Translation<typeof de> = {}
