/** Pure knowledge that several rooms need: no I/O, no clock, no randomness. */
export * from './geo.ts'
export * from './holidays-nrw.ts'
export * from './money.ts'
export * from './municipality-key.ts'
export * from './plain-date.ts'
export * from './postcode.ts'
export * from './school-holidays-nrw.ts'
export * from './time.ts'
