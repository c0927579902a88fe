import { plainOf, readMarkdown, type Block } from '@modellregion/standards'

const front = '---\n---\n'

/** The line in which a text leaves the small Markdown of the platform; undefined when all of it can be shown. */
export function faultIn(text: string): number | undefined {
  try {
    readMarkdown(front + text)
    return undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return Math.max(1, Number(/line (\d+)/.exec(error.message)?.[1] ?? 3) - 2)
  }
}

/** The text as blocks. What is no small Markdown (written by an older rule) is shown as paragraphs. */
export function blocksOf(text: string): readonly Block[] {
  if (faultIn(text) === undefined) return readMarkdown(front + text).blocks
  return text.split(/\n\s*\n/).map((part) => ({ kind: 'paragraph', pieces: [{ kind: 'text', text: part }] }))
}

/** The words alone, for calendars, feeds, letters and the search. */
export const plainTextOf = (text: string): string => blocksOf(text).map(linesOf).join('\n\n')

function linesOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return block.text
    case 'paragraph':
      return plainOf(block.pieces)
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${plainOf(item)}`).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainOf).join(' | ')).join('\n')
  }
}

/** The beginning of a text for a list, without headings and lists: whole words, at most `length` letters. */
export function beginningOf(text: string, length = 180): string {
  const said = blocksOf(text).filter(({ kind }) => kind === 'paragraph').map(linesOf).join(' ') || plainTextOf(text)
  const plain = said.replaceAll(/\s+/g, ' ')
  return plain.length <= length ? plain : `${plain.slice(0, plain.lastIndexOf(' ', length)) || plain.slice(0, length)} …`
}
