/** How the product speaks: typed words in German, English and Leichter Sprache. Pure, usable on the server and in islands. */
export * from './words.ts'
export * from './typography.ts'
export { formatsFor, type DateStyle, type Formats, type Moment } from './formats.ts'
export { genderPolicy, personNoun, type GenderPolicy, type PersonNumber } from './gender.ts'
export { speak, watchFallbacks, type CountedKey, type Format, type Overrides, type Say, type Voice } from './speak.ts'
export type { PersonId } from '../locales/persons.ts'
