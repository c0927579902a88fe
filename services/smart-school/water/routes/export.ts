import { body, get, htmlLang, title } from '@modellregion/kernel'
import { pageWords, words, type T } from '../../locales/index.ts'
import { printSheet } from '../../lesson/pdf/print.ts'
import type { WaterState } from '../read.ts'
import { viewsOf } from '../view.ts'
import { BySlug, notYours, ownSchool } from './reach.ts'

const log = { access: 'water.read', params: BySlug, title: title(words, 'water.for-office') } as const

/** The whole log of a school for the health office: on paper, and for a spreadsheet. */
export const waterExportRoutes = [
  get('/smart-school/school/:slug/water/log.csv', log, async (ask) => {
    const own = await ask.read((db) => ownSchool(db, ask.actor, ask.params.slug, ask.now))
    if (!own) return notYours(ask)
    return body('text/csv; charset=utf-8', csvOf(ask.say(words), own), { headers: { 'content-disposition': `attachment; filename="trinkwasser-${own.school.slug}.csv"`, 'cache-control': 'private, no-store' } })
  }),

  get('/smart-school/school/:slug/water/log.pdf', log, async (ask) => {
    const own = await ask.read((db) => ownSchool(db, ask.actor, ask.params.slug, ask.now))
    if (!own) return notYours(ask)
    const t = ask.say(words)
    const text = (word: string) => [{ kind: 'text' as const, text: word }]
    const pdf = await printSheet({
      title: t('water.pdf.title', { school: own.school.name }),
      subject: t('water.pdf.subject'),
      author: ask.tenant.name,
      at: ask.now,
      lang: htmlLang(ask.locale),
      brand: ask.tenant.brand,
      facts: [t('water.pdf.made', { at: ask.now })],
      parts: own.groups.flatMap(({ group, entries }) => {
        const views = viewsOf(t, entries).reverse()
        const heading = { kind: 'heading' as const, level: 2 as const, text: group.name }
        if (views.length === 0) return [heading, { kind: 'paragraph' as const, pieces: text(t('water.group.log-none')) }]
        const head = ['number', 'at', 'what', 'values', 'who', 'note'].map((key) => text(t(`water.entry.${key as 'at'}`))) // each of them is a word of this room
        const rows = views.map(({ entry, what, values, counts }) => [String(entry.seq), t.format.dateTime(entry.at), counts ? what : `${what} (${t('water.entry.void')})`, values || '–', entry.signedName, entry.note || '–'].map(text))
        return [heading, { kind: 'table' as const, head, rows }, { kind: 'paragraph' as const, pieces: text(t('water.pdf.head', { hash: entries.at(-1)?.hash ?? '' })) }]
      }),
      footer: `${t('service.title')} · ${ask.tenant.name}`,
      numbered: (at, of) => ask.say(pageWords)('water.pdf.numbered', { at, of }),
    })
    return body('application/pdf', pdf, { headers: { 'content-disposition': `attachment; filename="trinkwasser-${own.school.slug}.pdf"`, 'cache-control': 'private, no-store' } })
  }),
]

// Semicolon and byte order mark: what a German spreadsheet opens rightly. A leading sign of a formula is defused (OWASP, CSV injection).
function csvOf(t: T, { groups }: Pick<WaterState, 'groups'>): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const head = ['group', t('water.entry.number'), t('water.entry.at'), t('water.entry.what'), t('water.entry.values'), t('water.entry.who'), t('water.entry.note'), 'recorded', 'data', 'previousHash', 'hash', 'signature']
  const rows = groups.flatMap(({ group, entries }) =>
    viewsOf(t, entries)
      .reverse()
      .map(({ entry, what, values, counts }) => [group.name, String(entry.seq), entry.at.toISOString(), counts ? what : `${what} (${t('water.entry.void')})`, values, entry.signedName, entry.note, entry.createdAt.toISOString(), JSON.stringify(entry.data), entry.previousHash, entry.hash, entry.signedHash]),
  )
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
