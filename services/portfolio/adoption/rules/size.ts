import type { ReuseFile } from '@modellregion/contracts'

/** Bytes of a file as it is stored. */
export const sizeOf = (file: ReuseFile): number => (file.text === undefined ? Math.floor((file.base64.replaceAll('=', '').length * 3) / 4) : new TextEncoder().encode(file.text).length)
