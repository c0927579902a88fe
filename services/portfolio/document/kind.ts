import type { ReuseKinds } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'

export const documentKinds: ReuseKinds<Platform> = []
