import { randomInt } from 'node:crypto'

// No vowels and no look-alikes: the number can be read out on the telephone and spells no word.
const alphabet = 'BCDFGHJKMNPQRSTVWXZ23456789'
const letters = 7

/** Number of a report, such as `M-K7R2MXB`. 27^7 (10 thousand million) possibilities: nobody finds a foreign one by counting up. */
export const reportNumber = (): string => `M-${Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')}`

export const isReportNumber = (text: string): boolean => /^M-[B-DF-HJ-NP-TV-XZ2-9]{7}$/.test(text)
