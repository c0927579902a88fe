import type { Codec } from './schema.ts'
export const shippedCodecs = (): readonly Codec[] => []
export const findShipped = (id: string): Codec | undefined => shippedCodecs().find((codec) => codec.id === id)
