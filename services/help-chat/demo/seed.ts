import type { Demo } from '@modellregion/kernel'

/** Fills a town of the demonstration. */
export const seed: Demo['seed'] = async () => {}
