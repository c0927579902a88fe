/** Words that stay small inside of a name: von, de, am. At its beginning too, as people write them. */
const small = new Set('am an auf aus bei da dal de dei del della den der des di do dos du het im la le ob op ten ter und unter van vom von y zu zum zur'.split(' '))

/**
 * A name as people write it. German cards hold capitals only (ICAO Doc 9303; German PID rulebook): "HEIDESTRAẞE 17" becomes "Heidestraße 17". What has small
 * letters already stays as it is. "MCDONALD" cannot be known to be "McDonald"; the person sees what is taken over.
 */
export function readableName(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name
  return name
    .split(/([\s\-'’.]+)/)
    .map((part, index) => (index % 2 === 1 ? part : small.has(part.toLowerCase()) && name.includes(' ') ? part.toLowerCase() : capitalised(part)))
    .join('')
}

const capitalised = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase()
