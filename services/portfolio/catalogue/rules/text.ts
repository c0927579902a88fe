import { plainOf, readMarkdown, type Block } from '@modellregion/standards'

/** A text as the catalogue shows it. */
export type ReadText = { readonly title: string | undefined; readonly blocks: readonly Block[] }

/**
 * Reads any Markdown kindly, on top of the strict reader of the platform: the first `#` is the title, a link that leads out of the file's folder
 * becomes text, and a piece that cannot be read is shown as an ordinary paragraph. Nothing is lost and nothing becomes code of the page.
 * All its headings have one level, because the page has its own above them and no level may be left out: 2 where the text is the page, else 3.
 */
export function readText(source: string, level: 2 | 3 = 3): ReadText {
  const lines = withoutFront(source.replaceAll('\r\n', '\n')).split('\n')
  const at = lines.findIndex((line) => line.trim() !== '')
  const [, title] = /^# (.+)$/.exec(lines[at] ?? '') ?? []
  const body = title === undefined ? lines : lines.slice(at + 1)
  return { title: title?.trim(), blocks: chunksOf(body).flatMap(blocksOf).map((block) => (block.kind === 'heading' ? { ...block, level } : block)) }
}

/** The first sentences of a text without marks, cut at a word; empty when it has no paragraph. */
export function beginningOf(source: string, length: number): string {
  const first = readText(source).blocks.find((block) => block.kind === 'paragraph')
  const text = first?.kind === 'paragraph' ? plainOf(first.pieces).replaceAll(/\s+/g, ' ').trim() : ''
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const sentence = cut.lastIndexOf('. ')
  return sentence > length / 3 ? cut.slice(0, sentence + 1) : `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`
}

/** German or English, by the little words; German when it cannot be told. */
export function languageOf(text: string): 'de' | 'en' {
  const count = (words: RegExp): number => text.match(words)?.length ?? 0
  return count(/\b(?:the|and|of|is|with|for|not)\b/gi) > count(/\b(?:der|die|das|und|ist|mit|nicht|für)\b/gi) ? 'en' : 'de'
}

const withoutFront = (text: string): string => text.replace(/^---\n(?:[^\n]*\n)*?---\n/, '')

// Blank lines part a text into pieces; a block of code is one by itself.
function chunksOf(lines: readonly string[]): string[] {
  const chunks: string[][] = [[]]
  let inCode = false
  for (const line of lines) {
    const isFence = line.startsWith('```')
    if (isFence && !inCode) chunks.push([])
    if (line.trim() !== '' || inCode) chunks.at(-1)?.push(line)
    if ((isFence && inCode) || (line.trim() === '' && !inCode)) chunks.push([])
    if (isFence) inCode = !inCode
  }
  return chunks.filter((chunk) => chunk.length > 0).map((chunk) => chunk.join('\n'))
}

function blocksOf(chunk: string): Block[] {
  const tamed = chunk.startsWith('```') ? chunk : tame(chunk)
  try {
    if (hasEmptyMark(tamed)) return [asParagraph(chunk)]
    return [...readMarkdown(`---\nkind: text\n---\n${tamed}`).blocks]
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [asParagraph(chunk)]
  }
}

const asParagraph = (chunk: string): Block => ({ kind: 'paragraph', pieces: [{ kind: 'text', text: chunk.replaceAll(/\*\*|`/g, '').replaceAll(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1').replaceAll(/\s+/g, ' ').trim() }] })

// A mark with nothing behind it, or with what `.` does not match: the strict reader would wait for its end for ever.
const hasEmptyMark = (chunk: string): boolean =>
  !chunk.startsWith('```') && chunk.split('\n').some((line) => (line.startsWith('#') && !/^#{2,3} .+$/.test(line)) || (/^(?:- |\d+\. )/.test(line) && !/^(?:- |\d+\. ).+$/.test(line)))

// What the strict reader refuses although it can be said more simply.
const tame = (chunk: string): string =>
  chunk
    .replaceAll(/!?\[([^[\]]*)\]\((?!https:\/\/)[^()]*\)/g, '$1')
    .replaceAll(/^#{4,} /gm, '### ')
    .replaceAll(/^# /gm, '## ')
    .replaceAll(/^> ?/gm, '')
    .replaceAll(/^[*+] /gm, '- ')
