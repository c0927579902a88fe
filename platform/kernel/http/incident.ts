import { randomInt } from 'node:crypto'

// No vowels and no look-alikes: the number can be read out on the telephone and spells no word.
const alphabet = 'BCDFGHJKMNPQRSTVWXZ23456789'

/** A number under which a failure stands in the log, such as `K7R-2MX`; it names no person. */
export function incidentNumber(): string {
  const letters = Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${letters.slice(0, 3)}-${letters.slice(3)}`
}
