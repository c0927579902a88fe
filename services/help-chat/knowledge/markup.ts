/** A run of a paragraph: plain, strong, or a link. */
export type ContentRun = { readonly text: string; readonly strong?: true; readonly href?: string }
export type Block = { readonly kind: 'heading'; readonly text: string } | { readonly kind: 'paragraph'; readonly lines: readonly (readonly ContentRun[])[] } | { readonly kind: 'list'; readonly items: readonly (readonly ContentRun[])[] }

/** A German text in one form of address: `{Sie können|du kannst}`. */
export const formOf = (text: string, form: 'sie' | 'du'): string => text.replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, sie: string, du: string) => (form === 'sie' ? sie : du))

/** Addresses of links in a text. */
export const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href)

/** The text without marks, for the search and for short views. */
export const plainText = (body: string): string =>
  body
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('**', '')
    .replaceAll(/^(## |- )/gm, '')
    .replaceAll(/\s*\n+\s*/g, ' ')
    .trim()

const inline = /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g

/** A line as runs. Links lead to pages of this site or to https addresses only; anything else stays text. */
export function runsOf(line: string): ContentRun[] {
  const runs: ContentRun[] = []
  let at = 0
  for (const match of line.matchAll(inline)) {
    if (match.index > at) runs.push({ text: line.slice(at, match.index) })
    const [whole, strong, label, href] = match
    if (strong !== undefined) runs.push({ text: strong, strong: true })
    else if (label !== undefined && href !== undefined && isSafe(href)) runs.push({ text: label, href })
    else runs.push({ text: label ?? whole })
    at = match.index + whole.length
  }
  if (at < line.length) runs.push({ text: line.slice(at) })
  return runs
}

const isSafe = (href: string): boolean => /^https:\/\/[^\s"'<>]+$/.test(href) || /^\/(?![/\\])[^\s"'<>]*$/.test(href)

/** The body as blocks. Lines of one paragraph stay lines: in Leichte Sprache each sentence has its own. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let items: string[] = []
  const close = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines: lines.map(runsOf) })
    if (items.length > 0) blocks.push({ kind: 'list', items: items.map(runsOf) })
    lines = []
    items = []
  }
  for (const line of body.replaceAll('\r', '').split('\n').map((text) => text.trim())) {
    if (line === '') close()
    else if (line.startsWith('## ')) {
      close()
      blocks.push({ kind: 'heading', text: line.slice(3) })
    } else if (line.startsWith('- ')) {
      if (lines.length > 0) close()
      items.push(line.slice(2))
    } else {
      if (items.length > 0) close()
      lines.push(line)
    }
  }
  close()
  return blocks
}
