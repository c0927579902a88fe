/** A piece of a line. */
export type Piece = { readonly kind: 'text' | 'strong' | 'code'; readonly text: string } | { readonly kind: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Piece[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Piece[])[]; readonly rows: readonly (readonly (readonly Piece[])[])[] }
  | { readonly kind: 'code'; readonly text: string }

export type Parsed = { readonly front: ReadonlyMap<string, string>; readonly blocks: readonly Block[] }

/**
 * Reads front matter and the small part of Markdown that texts in `reuse/` use: headings of level 2 and 3, paragraphs, flat lists, tables, blocks of
 * code; inside a line `**strong**`, `` `code` `` and links to https. Anything else is refused with its line, so that nothing is
 * shown otherwise than it was meant. Throws SyntaxError.
 */
export function readMarkdown(source: string): Parsed {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) throw new SyntaxError('line 1: front matter between two lines "---" is missing')
  const front = new Map<string, string>()
  for (const [at, line] of lines.slice(1, end).entries()) {
    const [, key, value] = /^([a-z-]+): (.+)$/.exec(line) ?? []
    if (key === undefined || value === undefined || front.has(key)) throw new SyntaxError(`line ${at + 2}: "key: value", each key once`)
    front.set(key, value.trim())
  }
  return { front, blocks: readBlocks(lines, end + 1) }
}

function readBlocks(lines: readonly string[], from: number): Block[] {
  const blocks: Block[] = []
  let at = from
  while (at < lines.length) {
    if ((lines[at] ?? '').trim() === '') {
      at++
      continue
    }
    const { block, next } = readBlock(lines, at)
    // A mark without a text behind it begins nothing.
    if (next === at) throw new SyntaxError(`line ${at + 1}: there is no text behind "${(lines[at] ?? '').trim().slice(0, 20)}"`)
    blocks.push(block)
    at = next
  }
  return blocks
}

type Taken = { block: Block; next: number }
const starts = /^(?:#|\||- |\d+\. |```|$)/

function readBlock(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? ''
  const [, marks, title] = /^(#+) (.+)$/.exec(line) ?? []
  if (title !== undefined) {
    if (marks !== '##' && marks !== '###') throw new SyntaxError(`line ${at + 1}: headings are of level 2 or 3; the title stands in the front matter`)
    return { block: { kind: 'heading', level: marks === '##' ? 2 : 3, text: title }, next: at + 1 }
  }
  if (line.startsWith('```')) return readCode(lines, at)
  if (line.startsWith('|')) return readTable(lines, at)
  if (/^(?:- |\d+\. )/.test(line)) return readList(lines, at)
  if (/^[>+<\s]|^\*(?!\*)|^!\[|^---/.test(line)) throw new SyntaxError(`line ${at + 1}: "${line.slice(0, 20)}" is not part of this Markdown`)
  let next = at
  const text: string[] = []
  while (next < lines.length && !starts.test(lines[next] ?? '')) text.push((lines[next++] ?? '').trim())
  return { block: { kind: 'paragraph', pieces: readLine(text.join(' '), at + 1) }, next }
}

function readCode(lines: readonly string[], at: number): Taken {
  const end = lines.indexOf('```', at + 1)
  if (end < 0) throw new SyntaxError(`line ${at + 1}: the block of code does not end`)
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 }
}

function readList(lines: readonly string[], at: number): Taken {
  const ordered = /^\d/.test(lines[at] ?? '')
  const begins = ordered ? /^\d+\. (.+)$/ : /^- (.+)$/
  const items: string[] = []
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next] ?? ''
    const [, text] = begins.exec(line) ?? []
    const [, more] = /^ {2,3}(\S.*)$/.exec(line) ?? []
    if (text !== undefined) items.push(text)
    else if (more !== undefined) items.push(`${items.pop() ?? ''} ${more}`)
    else break
  }
  return { block: { kind: 'list', ordered, items: items.map((item) => readLine(item, at + 1)) }, next }
}

function readTable(lines: readonly string[], at: number): Taken {
  const cells = (index: number): (readonly Piece[])[] => {
    const line = lines[index] ?? ''
    if (!/^\|.*\|$/.test(line)) throw new SyntaxError(`line ${index + 1}: a row begins and ends with "|"`)
    return line.slice(1, -1).split('|').map((cell) => readLine(cell.trim(), index + 1))
  }
  const head = cells(at)
  if (!/^(?:\|\s*:?-{3,}:?\s*)+\|$/.test(lines[at + 1] ?? '')) throw new SyntaxError(`line ${at + 2}: under the head of a table stands |---|`)
  const rows: (readonly Piece[])[][] = []
  let next = at + 2
  for (; (lines[next] ?? '').startsWith('|'); next++) {
    const row = cells(next)
    if (row.length !== head.length) throw new SyntaxError(`line ${next + 1}: ${row.length} cells under ${head.length} heads`)
    rows.push(row)
  }
  return { block: { kind: 'table', head, rows }, next }
}

const mark = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^[\]]+)\]\(([^()\s]+)\)/gu

function readLine(text: string, number: number): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const plain = (part: string): void => {
    if (/\*\*|`|\]\(/.test(part)) throw new SyntaxError(`line ${number}: a mark is left open: ${part.slice(0, 40)}`)
    if (part !== '') pieces.push({ kind: 'text', text: part })
  }
  for (const match of text.matchAll(mark)) {
    plain(text.slice(at, match.index))
    const [all, strong, code, label, href] = match
    if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else if (code !== undefined) pieces.push({ kind: 'code', text: code })
    else if (label !== undefined && href !== undefined) {
      if (!href.startsWith('https://')) throw new SyntaxError(`line ${number}: a link leads to https; an address of this service stands as code: ${href}`)
      pieces.push({ kind: 'link', text: label, href })
    }
    at = match.index + all.length
  }
  plain(text.slice(at))
  return pieces
}

export const plainOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')
