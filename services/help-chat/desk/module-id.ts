import { randomBytes } from '../crypto/bytes.ts'

/** Id of a new text module: 80 random bits in hex. */
export const newModuleId = (): string => `own-${Array.from(randomBytes(10), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
