/** Pure knowledge that several rooms need: no I/O, no clock, no randomness. */
export * from './plain-date.ts'
