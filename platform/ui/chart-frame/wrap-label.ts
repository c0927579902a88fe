/** A label in at most two lines of about `most` letters, broken between words; what goes beyond is cut, the table has all of it. */
export function wrapLabel(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const words = text.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && `${first} ${words[0]}`.length <= most) first += ` ${words.shift()}`
  const rest = words.join(' ')
  return [cut(first, most), ...(rest ? [cut(rest, most)] : [])]
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)
