import { readLine } from './inline.ts'
import { plainOf, type Block, type FrontMatter, type Line, type Parsed } from './text.ts'

/**
 * Reads a document of the blueprint: front matter and a small part of Markdown. What it does not know it refuses with the number of the
 * line, so that nothing is shown otherwise than it was meant: headings of level 2 and 3, paragraphs, lists, checklists, tables, notes (`>`);
 * inside a line `**strong**`, `*soft*`, `[link](address)` and `[[what the town fills in]]`. Throws SyntaxError.
 */
export function readDocument(source: string): Parsed {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) throw new SyntaxError('line 1: front matter between two lines "---" is missing')
  const front = readFront(lines.slice(1, end))
  return { front, blocks: readBlocks(lines, end + 1) }
}

const frontKeys = ['title', 'summary', 'version', 'date', 'law', 'licence', 'review', 'change'] as const

function readFront(lines: readonly string[]): FrontMatter {
  const found = new Map<string, string[]>()
  lines.forEach((line, at) => {
    const [, key, value] = /^([a-z]+): (.+)$/.exec(line) ?? []
    if (!key || !value || !(frontKeys as readonly string[]).includes(key)) throw new SyntaxError(`line ${at + 2}: front matter knows ${frontKeys.join(', ')}`)
    found.set(key, [...(found.get(key) ?? []), value.trim()])
  })
  const one = (key: (typeof frontKeys)[number]): string => {
    const [value, ...more] = found.get(key) ?? []
    if (value === undefined || more.length > 0) throw new SyntaxError(`front matter: "${key}" must stand there once`)
    return value
  }
  const date = one('date')
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new SyntaxError('front matter: "date" is a day like 2026-11-29')
  if (one('licence') !== 'CC-BY-4.0') throw new SyntaxError('front matter: the licence is CC-BY-4.0')
  const review = found.has('review') ? one('review') : undefined
  if (review !== undefined && review !== 'legal') throw new SyntaxError('front matter: "review" is legal or absent')
  return {
    title: one('title'),
    summary: one('summary'),
    version: one('version'),
    date,
    ...(found.has('law') && { law: one('law') }),
    licence: 'CC-BY-4.0',
    ...(review === 'legal' && { review: 'legal' as const }),
    changes: found.get('change') ?? [],
  }
}

type Taken = { block: Block; next: number }

function readBlocks(lines: readonly string[], from: number): Block[] {
  const blocks: Block[] = []
  const ids = new Set<string>()
  let at = from
  while (at < lines.length) {
    if (lines[at] === '') {
      at++
      continue
    }
    const { block, next } = readBlock(lines, at)
    if (block.kind === 'heading') {
      if (ids.has(block.id)) throw new SyntaxError(`line ${at + 1}: a second heading "${block.id}"`)
      ids.add(block.id)
    }
    blocks.push(block)
    at = next
  }
  return blocks
}

function readBlock(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? ''
  if (line.startsWith('#')) return readHeading(line, at)
  if (line.startsWith('|')) return readTable(lines, at)
  if (line.startsWith('>')) return readNote(lines, at)
  if (/^- \[[ x]\] /.test(line)) return readChecklist(lines, at)
  if (/^(?:- |\d+\. )/.test(line)) return readList(lines, at)
  if (/^(?:```|~~~|---|===|\*\*\*$|\* |\+ |\s|<|!\[|:::)/.test(line)) throw new SyntaxError(`line ${at + 1}: "${line.slice(0, 20)}" is not part of this Markdown`)
  return readParagraph(lines, at)
}

const starts = /^(?:#|\||>|- |\d+\. |$)/

function readParagraph(lines: readonly string[], at: number): Taken {
  const taken: Line[] = []
  let next = at
  while (next < lines.length && !starts.test(lines[next] ?? '')) {
    taken.push(readLine(lines[next] ?? '', next + 1))
    next++
  }
  return { block: { kind: 'paragraph', lines: taken }, next }
}

function readHeading(line: string, at: number): Taken {
  const [, marks, text] = /^(#+) (.+)$/.exec(line) ?? []
  if (!text || (marks !== '##' && marks !== '###')) throw new SyntaxError(`line ${at + 1}: headings are of level 2 or 3; the title stands in the front matter`)
  const read = readLine(text, at + 1)
  return { block: { kind: 'heading', level: marks === '##' ? 2 : 3, id: slugOf(plainOf(read)), line: read }, next: at + 1 }
}

/** Address of a heading: lower case, umlauts written out, the rest a hyphen. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('·', '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

function readList(lines: readonly string[], at: number): Taken {
  const ordered = /^\d/.test(lines[at] ?? '')
  const begins = ordered ? /^\d+\. (.+)$/ : /^- (?!\[[ x]\] )(.+)$/
  const items: Line[][] = []
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next] ?? ''
    const [, text] = begins.exec(line) ?? []
    const [, more] = /^ {2,3}([^\s-].*)$/.exec(line) ?? []
    if (text !== undefined) items.push([readLine(text, next + 1)])
    else if (more !== undefined) items.at(-1)?.push(readLine(more, next + 1))
    else if (/^\s/.test(line)) throw new SyntaxError(`line ${next + 1}: a list in a list is not part of this Markdown`)
    else break
  }
  if (next < lines.length && lines[next] !== '' && !/^\d+\. |^- /.test(lines[next] ?? '')) throw new SyntaxError(`line ${next + 1}: an empty line is missing after the list`)
  return { block: { kind: 'list', ordered, items }, next }
}

function readChecklist(lines: readonly string[], at: number): Taken {
  const items: { done: boolean; line: Line }[] = []
  let next = at
  for (; next < lines.length; next++) {
    const [, mark, text] = /^- \[([ x])\] (.+)$/.exec(lines[next] ?? '') ?? []
    if (text === undefined) break
    items.push({ done: mark === 'x', line: readLine(text, next + 1) })
  }
  return { block: { kind: 'checklist', items }, next }
}

function readTable(lines: readonly string[], at: number): Taken {
  const cells = (index: number): Line[] => {
    const line = lines[index] ?? ''
    if (!/^\|.*\|$/.test(line)) throw new SyntaxError(`line ${index + 1}: a row of a table begins and ends with "|"`)
    return line.slice(1, -1).split('|').map((cell) => readLine(cell.trim(), index + 1))
  }
  const head = cells(at)
  if (!/^(?:\|-{3,})+\|$/.test(lines[at + 1] ?? '')) throw new SyntaxError(`line ${at + 2}: under the head of a table stands |---|`)
  const rows: Line[][] = []
  let next = at + 2
  for (; (lines[next] ?? '').startsWith('|'); next++) {
    const row = cells(next)
    if (row.length !== head.length) throw new SyntaxError(`line ${next + 1}: ${row.length} cells under ${head.length} heads`)
    rows.push(row)
  }
  if (rows.length === 0) throw new SyntaxError(`line ${at + 1}: a table without rows`)
  return { block: { kind: 'table', head, rows }, next }
}

function readNote(lines: readonly string[], at: number): Taken {
  const [, title] = /^> \*\*(.+)\*\*$/.exec(lines[at] ?? '') ?? []
  if (title === undefined) throw new SyntaxError(`line ${at + 1}: a note begins with "> **Title**"`)
  const paragraphs: Line[][] = [[]]
  let next = at + 1
  for (; (lines[next] ?? '').startsWith('>'); next++) {
    const line = lines[next] ?? ''
    if (line === '>') paragraphs.push([])
    else if (line.startsWith('> ') && !/^> (?:[#>|-]|\d+\. )/.test(line)) paragraphs.at(-1)?.push(readLine(line.slice(2), next + 1))
    else throw new SyntaxError(`line ${next + 1}: notes hold paragraphs only`)
  }
  return { block: { kind: 'note', title, paragraphs: paragraphs.filter((lines) => lines.length > 0) }, next }
}
