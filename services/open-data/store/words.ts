/** What words of a question mean in a cell. The store finds them in SQL; this says what it must find. */

/** Lower case, without accents, ß as ss: `Straße` is `strasse`. The same as `foldedSql`. */
export const folded = (text: string): string => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}+/gu, '').normalize('NFC')

/** The words a text is made of: letters and digits in a row. */
export const tokensOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

export const foldedSql = (expression: string): string => `strip_accents(replace(lower(${expression}), 'ß', 'ss'))`
export const tokensSql = (expression: string): string => `regexp_extract_all(${foldedSql(expression)}, '[\\p{L}\\p{N}]+')`

/** One word of a question, and what it is in each kind of column. */
export type Word = {
  /** For texts: all of these occur in the cell. */
  readonly tokens: readonly string[]
  /** The last of the tokens may be the beginning of a word. */
  readonly unfinished: boolean
  /** For numbers: this value, as decimal digits with a point. */
  readonly number?: string
  /** For days and moments: from (included) to (excluded). */
  readonly span?: { readonly from: string; readonly to: string }
  /** For times of day: begins so. */
  readonly clock?: string
}

/** The words of a question: whatever stands between blanks and has a letter or digit. */
export function wordsOf(question: string, prefix = false): Word[] {
  const parts = question.split(/\s+/u).filter((part) => tokensOf(part).length > 0)
  return parts.map((part, at) => {
    const span = spanOf(part)
    const number = /^[+-]?\d{1,18}(?:[.,]\d{1,18})?$/.test(part) ? part.replace(',', '.').replace(/^\+/, '') : undefined
    const clock = /^\d{2}:\d{2}(?::\d{2})?$/.test(part) ? part : undefined
    return { tokens: tokensOf(part), unfinished: prefix && at === parts.length - 1, ...(number !== undefined && { number }), ...(span && { span }), ...(clock && { clock }) }
  })
}

/** `2024`, `2024-05`, `2024-05-31`, `05.2024`, `31.05.2024`. */
function spanOf(part: string): Word['span'] {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(part)
  const german = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/.exec(part)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : []
  if (year === undefined || year === '0000') return undefined
  const from = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  // A year below 100 would be one of the 20th century, and 31 February one of March.
  if (iso10(from) !== `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`) return undefined
  const to = new Date(from)
  if (day !== undefined) to.setUTCDate(to.getUTCDate() + 1)
  else if (month !== undefined) to.setUTCMonth(to.getUTCMonth() + 1)
  else to.setUTCFullYear(to.getUTCFullYear() + 1)
  return to.getUTCFullYear() > 9999 ? undefined : { from: iso10(from), to: iso10(to) }
}

const iso10 = (day: Date): string => day.toISOString().slice(0, 10)

/** How a word finds a text when nothing is prepared: its parts stand in it as whole words. */
export const holdsWordSql = (expression: string, { tokens, unfinished }: Word): string =>
  tokens
    .map((token, at) => {
      const last = unfinished && at === tokens.length - 1
      // Looking for the letters first is much cheaper than taking every text apart.
      return `(contains(${foldedSql(expression)}, '${token}') and regexp_matches(${foldedSql(expression)}, '(^|[^\\p{L}\\p{N}])${token}${last ? '' : '($|[^\\p{L}\\p{N}])'}'))`
    })
    .join(' and ')
