/** A feed of RFC 4287 as text. */
export type Feed = { id: string; title: string; self: string; page: string; author: string; updated: Date; entries: readonly FeedEntry[] }
export type FeedEntry = { id: string; title: string; page: string; summary: string; author: string; published: Date; updated: Date; categories: readonly { term: string; label: string }[] }

export function atomFeed(feed: Feed): string {
  const entries = feed.entries.map(
    (entry) => `  <entry>
    <id>${xml(entry.id)}</id>
    <title>${xml(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${xml(entry.page)}"/>
    <published>${entry.published.toISOString()}</published>
    <updated>${entry.updated.toISOString()}</updated>
    <author><name>${xml(entry.author)}</name></author>
${entry.categories.map(({ term, label }) => `    <category term="${xml(term)}" label="${xml(label)}"/>\n`).join('')}    <summary>${xml(entry.summary)}</summary>
  </entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>${xml(feed.id)}</id>
  <title>${xml(feed.title)}</title>
  <link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${xml(feed.page)}"/>
  <author><name>${xml(feed.author)}</name></author>
  <updated>${feed.updated.toISOString()}</updated>
${entries.join('')}</feed>
`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// eslint-disable-next-line no-control-regex -- exactly what XML 1.0 section 2.2 forbids
const xml = (text: string): string => text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
