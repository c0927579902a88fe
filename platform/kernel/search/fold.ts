const marks = /[\u0300-\u036f]/g
const gaps = /[^\p{L}\p{M}\p{N}]+/gu
const ascii = /^[\x20-\x7e]*$/

/**
 * One spelling for all spellings: lower case, no accents, ß as ss, and ae, oe, ue like ä, ö, ü. What is neither letter nor digit becomes
 * one blank. `Häuser`, `Haeuser` and `HÄUSER` all read `hauser`. Idempotent. The only folding there is: the database stores its result.
 */
export function fold(text: string): string {
  let folded = ascii.test(text) ? text.toLowerCase() : plain(text)
  // Taking one "e" away can make room for another ("aaee"), so until nothing moves.
  for (let before = ''; before !== folded; ) {
    before = folded
    folded = folded.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/(?<![aeq])ue/g, 'u')
  }
  return folded.replace(gaps, ' ').trim()
}

// Lower case may bring new marks and compatibility forms may bring upper case, so until nothing moves.
function plain(text: string): string {
  for (let now = text, before = ''; ; ) {
    before = now
    now = now.normalize('NFKD').toLowerCase().replace(marks, '').replaceAll('ß', 'ss')
    if (now === before) return now
  }
}

/** Longest word that is kept; anything longer is a key or an encoded file, not a word. */
export const longestWord = 60

/** The folded words of a text, in order, with repetitions. */
export function words(text: string): string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ').filter((word) => word.length <= longestWord)
}
