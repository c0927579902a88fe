/**
 * Descriptions come as plain text, HTML or Markdown and are shown to people: what comes out is text with paragraphs,
 * `- ` list items and `[words](https://…)` links. A page still escapes it like any text; nothing here is a sanitiser for
 * markup, because no markup is kept.
 */

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü',
  szlig: 'ß', ndash: '–', mdash: '—', hellip: '…', bdquo: '„', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', euro: '€', sect: '§',
  middot: '·', bull: '•', deg: '°', sup2: '²', sup3: '³', eacute: 'é', egrave: 'è', agrave: 'à', copy: '©', shy: '', zwnj: '', times: '×',
}

/** Elements whose content is no text for readers. */
const hidden = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'noscript', 'head', 'title'])
const blocks = /^(?:p|div|h[1-6]|ul|ol|table|tr|blockquote|section)$/
const mostRounds = 8

/** True when the text holds something a browser would take for markup. */
export function hasMarkup(text: string): boolean {
  return /<\/?[a-z!]/i.test(text) || /&(?:lt|#0*60|#x0*3c);\s*\/?[a-z]/i.test(text)
}

/**
 * Turns whatever was delivered into safe text: no bracket that could open a tag, no link but to web addresses. Removing
 * something may bring its neighbours together, so it is repeated until nothing changes; each round takes linear time.
 */
export function safeText(raw: string): string {
  let text = withoutControls(raw.replace(/\r\n?/g, '\n'))
  for (let round = 0; round < mostRounds; round++) {
    const before = text
    if (hasMarkup(text)) text = withoutControls(decodeEntities(dropMarkup(text)))
    if (text === before) text = settle(text)
    if (text === before) return text
  }
  return settle(text)
}

// The order matters: a link that loses its target may leave `<` before a letter, a bracket that goes leaves no link behind.
const settle = (text: string): string => tidy(withoutTagOpeners(withoutUnsafeLinks(text)))

const withoutTagOpeners = (text: string): string => text.replace(/<+([a-z!/]?)/gi, (brackets, next: string) => (next === '' ? brackets : next))

/** One line of safe text, for titles and names. */
export function safeLine(raw: string): string {
  return safeText(raw).replace(/\s+/g, ' ').trim()
}

/** One walk from `<` to `<`: patterns that look ahead for the end of each element take quadratic time on elements that never end. */
function dropMarkup(text: string): string {
  const kept: string[] = []
  const opener = /<(?:!--|(\/?)(?:([a-z][a-z0-9:-]*)|!))/gi
  let openLink: { address: string; from: number } | undefined
  let at = 0
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    kept.push(text.slice(at, match.index))
    const [start, slash, spelled = ''] = match
    const name = spelled.toLowerCase()
    const end = after(text, start === '<!--' ? '-->' : '>', opener.lastIndex)
    const tag = text.slice(match.index, end)
    at = end
    if (slash === '' && hidden.has(name)) at = afterElement(text, name, end)
    else if (name === 'a') {
      if (openLink) kept.push(link(openLink.address, kept.splice(openLink.from).join('')))
      openLink = slash === '' ? { address: addressIn(tag), from: kept.length } : undefined
    } else if (name === 'li' && slash === '') {
      kept.push('\n- ')
      at += text.slice(end).search(/\S|$/)
    } else kept.push(gapFor(name, slash === '/'))
    opener.lastIndex = at
  }
  kept.push(text.slice(at))
  return kept.join('')
}

function gapFor(name: string, closes: boolean): string {
  if (name === 'br') return '\n'
  if (!closes) return ''
  if (name === 'td' || name === 'th') return ' '
  return blocks.test(name) ? '\n\n' : ''
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? text.length : at + end.length
}

function afterElement(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  return closing.test(text) ? closing.lastIndex : text.length
}

const addressIn = (tag: string): string => {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  return decodeEntities(found?.[1] ?? found?.[2] ?? '').trim()
}

function link(address: string, inner: string): string {
  const words = inner.trim()
  if (!/^https?:\/\/[^\s()]+$/i.test(address)) return words
  return words === '' || words === address ? address : `[${words.replace(/[[\]]/g, '')}](${address})`
}

/** Markdown links to anything but web addresses lose their target. */
function withoutUnsafeLinks(text: string): string {
  return text
    .replace(/\[([^\]\n]{0,500})\]\((?!https?:\/\/)[^)\n]{0,2000}\)/gi, '$1')
    // Whatever is left that a Markdown reader could take for such a link is pulled apart.
    .replace(/\]\((?!https?:\/\/)/gi, '] (')
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d?));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : code === 10 ? '\n' : ''
  })
}

/** Control and direction-overriding characters go first: between `<` and a letter they would hide a tag. */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are exactly the characters that must go
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
}

/** No trailing blanks, at most one empty line in a row. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
