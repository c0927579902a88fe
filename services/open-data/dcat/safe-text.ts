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

const wholeElements = /<(script|style|template|iframe|object|embed|svg|math|noscript|head|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const markup = /<\/?[a-z!][^>]*(?:>|$)/i

/** True when the text holds something a browser would take for markup. */
export function hasMarkup(text: string): boolean {
  return markup.test(text) || /&(?:lt|#0*60|#x0*3c);\s*\/?[a-z]/i.test(text)
}

/** Turns whatever was delivered into safe text. Idempotent. */
export function safeText(raw: string): string {
  let text = withoutControls(raw.replace(/\r\n?/g, '\n'))
  // Twice at most: portals deliver markup that was escaped once too often.
  for (let round = 0; round < 2 && hasMarkup(text); round++) text = withoutControls(decodeEntities(dropMarkup(text)))
  // Tags built from the remains of tags: whatever could still open one loses its brackets.
  text = text.replace(/<+([a-z!/]?)/gi, (brackets, next: string) => (next === '' ? brackets : next))
  return tidy(withoutUnsafeLinks(text))
}

/** One line of safe text, for titles and names. */
export function safeLine(raw: string): string {
  return safeText(raw).replace(/\s+/g, ' ').trim()
}

function dropMarkup(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(wholeElements, '')
    .replace(/<a\b[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>([\s\S]*?)<\/a\s*>/gi, (_, double?: string, single?: string, inner = '') => link(double ?? single ?? '', inner))
    .replace(/<li\b[^>]*>\s*/gi, '\n- ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|table|tr|blockquote|section)\s*>/gi, '\n\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<\/?[a-z!][^>]*(?:>|$)/gi, '')
}

function link(href: string, inner: string): string {
  const words = inner.replace(/<[^>]*>/g, '').trim()
  const address = decodeEntities(href).trim()
  if (!/^https?:\/\/[^\s()]+$/i.test(address)) return words
  return words === '' || words === address ? address : `[${words.replace(/[[\]]/g, '')}](${address})`
}

/** Markdown links to anything but web addresses lose their target. */
function withoutUnsafeLinks(text: string): string {
  return text
    .replace(/\[([^\]\n]{0,500})\]\(\s*(?!https?:\/\/)[^)\n]{0,2000}\)/gi, '$1')
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
