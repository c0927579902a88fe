import type { Inline, Line } from './text.ts'

const piece = /\[\[([^[\]]+)\]\]|(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/gu
const stray = /[*`<>[\]]/u
const addresses = /^(?:https:\/\/|mailto:|tel:|\/help-chat(?:\/|$)|#)/
// A document names another one by its file, so that the link works in the source as well.
const addressOf = (href: string): string => href.replace(/^([a-z-]+)\.md$/, '/help-chat/blueprint/$1')

/** One line with its marks. Throws SyntaxError, with the number of the line, when a mark is left open or unknown. */
export function readLine(text: string, number: number): Line {
  const parts: Inline[] = []
  let at = 0
  for (const match of text.matchAll(piece)) {
    push(parts, text.slice(at, match.index), number)
    const [all, blank, label, href, strong, soft] = match
    if (blank !== undefined) parts.push({ kind: 'blank', text: blank })
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong })
    else if (soft !== undefined) parts.push({ kind: 'soft', text: soft })
    else if (label !== undefined && href !== undefined) {
      const address = addressOf(href)
      if (!addresses.test(address)) throw new SyntaxError(`line ${number}: a link leads to another document, https, mailto, tel, a heading or the service itself: ${href}`)
      parts.push({ kind: 'link', text: label, href: address })
    }
    at = match.index + all.length
  }
  push(parts, text.slice(at), number)
  return parts
}

function push(parts: Inline[], text: string, number: number): void {
  if (text === '') return
  const found = stray.exec(text)
  if (found) throw new SyntaxError(`line ${number}: "${found[0]}" without its counterpart, or unknown here: ${text}`)
  parts.push({ kind: 'text', text })
}

/** What a document may say of the town that shows it. */
export type Here = { town: string; service: string; address: string }

const names = new Set(['town', 'service', 'address'])

/** Puts the town's name, the service's name and its address where a document says `{town}`, `{service}` or `{address}`. Throws on any other. */
export const fillIn = (source: string, here: Here): string =>
  source.replaceAll(/\{([a-z-]+)\}/gu, (_, name: string) => {
    if (!names.has(name)) throw new SyntaxError(`{${name}} is unknown; a document knows {town}, {service} and {address}`)
    return here[name as keyof Here].replaceAll(/[*`<>[\]{}|]/gu, ' ') // the name was looked up in `names`
  })
