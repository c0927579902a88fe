/** Names, moments and paths inside the parts of an office document. `found` hears each name once. */
export function names(found: (name: string) => void): { clean(text: string, part: string): string } {
  const known = new Map<string, string>()
  const neutral = (name: string): string => {
    if (/^(?:Person \d+)?$/.test(name)) return name
    const plain = plainOf(name)
    const had = known.get(plain)
    if (had !== undefined) return had
    found(plain)
    known.set(plain, `Person ${known.size + 1}`)
    return known.get(plain) ?? ''
  }
  const attribute = (tag: string, name: string, value: (before: string) => string): string => tag.replaceAll(new RegExp(`(\\s${name}=")([^"]*)"`, 'g'), (_, start: string, before: string) => `${start}${value(before)}"`)
  const nobody = (): string => ''

  const word = (text: string): string =>
    text
      .replaceAll(/\s(?:w|w15):author="([^"]*)"/g, (whole, name: string) => whole.replace(`"${name}"`, `"${neutral(name)}"`))
      .replaceAll(/\sw:initials="[^"]*"/g, ' w:initials=""')
      .replaceAll(/\s(?:w:date|w16du:dateUtc|w:rsid\w*|w14:paraId|w14:textId)="[^"]*"/g, (whole) => (whole.includes('w14:') ? whole : ''))
      .replace(/<w:rsids>.*?<\/w:rsids>/s, '')
      .replaceAll(/<w15:presenceInfo\b[^<>]*\/>/g, '')
      .replaceAll(/<w:attachedTemplate\b[^<>]*\/>/g, '')
  const sheet = (text: string, part: string): string =>
    text
      .replaceAll(/<(?:x15ac:absPath|fileSharing)\b[^<>]*\/>/g, '')
      .replaceAll(/<author>([^<]*)<\/author>/g, (_, name: string) => `<author>${neutral(name)}</author>`)
      .replaceAll(/<pageSetup\b[^<>]*>/g, (tag) => tag.replace(/\sr:id="[^"]*"/, ''))
      .replaceAll(/<(?:person|threadedComment|userInfo|header)\b[^<>]*>/g, (tag) => {
        const shown = attribute(attribute(attribute(tag, 'displayName', neutral), 'userId', nobody), 'providerId', () => 'None')
        return part.includes('revisions/') ? attribute(shown, '(?:userName|name)', neutral) : shown.replace(/\sdT="[^"]*"/, '')
      })
  const slide = (text: string): string =>
    text.replaceAll(/<(?:p:cmAuthor|p188:author|p:cm|p188:cm|p188:reply)\b[^<>]*>/g, (tag) => {
      const shown = /author\b/i.test(tag.split(/\s/, 1)[0] ?? '') ? attribute(attribute(attribute(tag, 'name', neutral), 'initials', nobody), 'userId', nobody) : tag
      return shown.replaceAll(/\s(?:dt|created)="[^"]*"/g, (whole) => (tag.startsWith('<p188:') ? whole.replace(/"[^"]*"/, '"1980-01-01T00:00:00.000"') : ''))
    })
  const open = (text: string): string =>
    text
      .replaceAll(/<dc:creator>([^<]*)<\/dc:creator>/g, (_, name: string) => `<dc:creator>${neutral(name)}</dc:creator>`)
      .replaceAll(/<(meta:creator-initials|loext:sender-initials|meta:date-string)>[^<]*<\/\1>/g, '<$1></$1>')
      .replaceAll(/<dc:date>[^<]*<\/dc:date>/g, '<dc:date>1980-01-01T00:00:00</dc:date>')
      .replaceAll(/<text:(initial-creator|creator|author-name|author-initials|sender-[a-z-]+|printed-by)\b([^<>]*)>([^<]*)</g, (whole, field: string, rest: string, name: string) => (name === '' ? whole : `<text:${field}${rest}>${neutral(name)}<`))
      .replaceAll(/(config:name="(?:PrinterName|PrinterSetup|PrinterFaxName|SaveVersionOnClose|Rsid|RsidRoot)"[^<>]*>)[^<]*</g, '$1<')
      .replaceAll(/\s(?:officeooo|loext):(?:paragraph-)?rsid="[^"]*"/g, '')
  // SharePoint writes who edited into a part of its own.
  const custom = (text: string): string => (text.includes('http://schemas.microsoft.com/office/2006/metadata/properties') ? text.replaceAll(/>([^<]+)</g, (_, said: string) => (said.trim() === '' ? `>${said}<` : '><')) : text)

  return {
    clean: (text, part) => (part.startsWith('word/') ? word(text) : part.startsWith('xl/') ? sheet(text, part) : part.startsWith('ppt/') ? slide(text) : part.startsWith('customXml/') ? custom(text) : open(text)),
  }
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const plainOf = (text: string): string => text.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? entity)
