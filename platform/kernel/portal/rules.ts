import { showCompounds, type Locale } from '../i18n/index.ts'
import type { News, NewsText } from './schema.ts'

/** A guest may answer each word of the office once; the first word was their report. */
export const mayReply = (messages: readonly { fromOffice: boolean }[]): boolean => messages.at(-1)?.fromOffice === true

/** The message in the reader's language, else in German; `lang` says which one it is. */
export function textOf(news: Pick<News, 'texts'>, locale: Locale): NewsText & { lang: Locale } {
  const own = news.texts[locale]
  if (!own) return { ...news.texts.de, lang: 'de' }
  // Joints are marked by hand in Leichter Sprache only; elsewhere a middle dot is what the editor meant.
  const show = (text: string) => (locale === 'de-x-leicht' ? showCompounds(text, 'hyphen') : text)
  return { title: show(own.title), teaser: show(own.teaser), body: show(own.body), lang: locale }
}

/** Something of the town's news, with the moment it was said. */
type Said = { readonly at: Date }

/**
 * One page of the town's own messages, with those of services that belong between them, the newest first. `above` is the last own
 * message of the page before; while `hasMore`, what is older than this page stands on the next one.
 */
export function newsOfPage<T extends Said>(own: readonly T[], ofServices: readonly T[], { above, hasMore }: { above?: Date | undefined; hasMore: boolean }): T[] {
  const last = own.at(-1)?.at
  const between = ofServices.filter(({ at }) => (above === undefined || at < above) && (!hasMore || last === undefined || at >= last))
  return [...own, ...between].sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Paragraphs of a plain text: empty lines part them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** The page a report is about: a path of this site as typed, shortened; other addresses stay as they are, they are only shown. */
export function pageOf(typed: string | undefined, host: string): string {
  const text = (typed ?? '').trim()
  const own = new RegExp(`^https?://${host.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'i')
  const path = text.replace(own, '')
  return (path === '' ? '/' : path).slice(0, 500)
}

const instant = (date: Date): string => date.toISOString()

/** Atom 1.0 (RFC 4287) of a town's news.. */
export function atomOf({ title, self, home, items, updated }: { title: string; self: string; home: string; updated: Date; items: readonly { href: string; title: string; summary: string; at: Date; lang: string }[] }): string {
  const entries = items.map(
    (item) =>
      `<entry xml:lang="${escapeXml(item.lang)}"><id>${escapeXml(item.href)}</id><title>${escapeXml(item.title)}</title><link href="${escapeXml(item.href)}"/><updated>${instant(item.at)}</updated><summary>${escapeXml(item.summary)}</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${escapeXml(self)}</id><title>${escapeXml(title)}</title><link rel="self" href="${escapeXml(self)}"/><link href="${escapeXml(home)}"/><updated>${instant(updated)}</updated><author><name>${escapeXml(title)}</name></author>${entries.join('')}</feed>\n`
}

/** Characters XML 1.0 does not know are left out; they cannot be written even as references. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
