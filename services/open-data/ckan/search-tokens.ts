/** The words and signs of the query language. */

export type Token =
  | { readonly kind: 'word'; readonly value: string; readonly wildcard: boolean; readonly at: number }
  | { readonly kind: 'phrase'; readonly value: string; readonly at: number }
  | { readonly kind: 'range'; readonly from: string; readonly to: string; readonly open: '[' | '{'; readonly close: ']' | '}'; readonly at: number }
  | { readonly kind: 'colon' | '(' | ')' | '+' | '-' | 'and' | 'or' | 'not'; readonly at: number }
  | { readonly kind: 'suffix'; readonly sign: '^' | '~'; readonly value?: number; readonly at: number }

/** What is wrong with a query and at which character; never leaves the parser. */
export class QueryProblem extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Splits a query. Throws `QueryProblem`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    if (/\s/.test(char)) { at++; continue }
    const start = at
    if (char === '"') {
      const end = closingQuote(text, at)
      tokens.push({ kind: 'phrase', value: unescape(text.slice(at + 1, end)), at: start })
      at = end + 1
    } else if (char === '[' || char === '{') {
      const range = /^([[{])\s*("(?:[^"\\]|\\.)*"|[^\s\]}"]+)\s+TO\s+("(?:[^"\\]|\\.)*"|[^\s\]}"]+)\s*([\]}])/.exec(text.slice(at))
      if (!range) throw new QueryProblem('A range reads [from TO to]', at)
      tokens.push({ kind: 'range', from: unquote(range[2] ?? ''), to: unquote(range[3] ?? ''), open: range[1] === '{' ? '{' : '[', close: range[4] === '}' ? '}' : ']', at: start })
      at += range[0].length
    } else if (char === '(' || char === ')' || char === '+' || char === '-') {
      tokens.push({ kind: char, at: start })
      at++
    } else if (char === ':') {
      tokens.push({ kind: 'colon', at: start })
      at++
    } else if (char === '^' || char === '~') {
      const number = /^[\d.]+/.exec(text.slice(at + 1))?.[0]
      if (char === '^' && (number === undefined || Number.isNaN(Number(number)))) throw new QueryProblem('A boost reads ^2', at)
      tokens.push({ kind: 'suffix', sign: char, ...(number !== undefined && { value: numberOf(number, at) }), at: start })
      at += 1 + (number?.length ?? 0)
    } else if (text.startsWith('&&', at) || text.startsWith('||', at)) {
      tokens.push({ kind: char === '&' ? 'and' : 'or', at: start })
      at += 2
    } else if (char === '!') {
      tokens.push({ kind: 'not', at: start })
      at++
    } else if (char === ']' || char === '}' || char === '/') {
      throw new QueryProblem(char === '/' ? 'Regular expressions are not supported' : `Unexpected '${char}'`, at)
    } else {
      const raw = /^(?:\\[\s\S]|[^\s\\"()[\]{}:^~])+/.exec(text.slice(at))?.[0]
      if (raw === undefined) throw new QueryProblem('A backslash needs a character after it', at)
      at += raw.length
      tokens.push(word(raw, start))
    }
  }
  return tokens
}

function numberOf(text: string, at: number): number {
  const value = Number(text)
  if (!Number.isFinite(value) || text.length > 8) throw new QueryProblem(`'${text}' is not a number`, at)
  return value
}

function word(raw: string, at: number): Token {
  if (raw === 'AND') return { kind: 'and', at }
  if (raw === 'OR') return { kind: 'or', at }
  if (raw === 'NOT') return { kind: 'not', at }
  const wildcard = /(?:^|[^\\])(?:\\\\)*[*?]/.test(raw)
  // With wildcards the escapes stay, so that `\*` remains a star and `*` a wildcard.
  return { kind: 'word', value: wildcard ? raw : unescape(raw), wildcard, at }
}

function closingQuote(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  throw new QueryProblem('A quotation mark is not closed', from)
}

const unescape = (text: string) => text.replace(/\\([\s\S])/g, '$1')
const unquote = (text: string) => (text.startsWith('"') ? unescape(text.slice(1, -1)) : unescape(text))

