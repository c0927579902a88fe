/** Counts that may be published: protection, the attack against it, and publishing again. Pure. */
export { attack, type AttackedEntry } from './attack.ts'
export { nextPublication, type EarlierNumber, type Publication } from './publication.ts'
export { protectCounts, type Protection } from './protect.ts'
export { protectionWidth } from './say.ts'
export type { Dimension, FrequencyTable, ProtectionOptions, PublishedEntry, PublishedTable, Said } from './schema.ts'
