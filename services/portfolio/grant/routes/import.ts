import { get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { accountOf } from '../account.ts'
import { bookFresh } from '../book.ts'
import { accountPage, at, byOf, doneAt, OfAccount, sentencesOf, viewOf, wayTo, type Asks } from '../frame.ts'
import { ImportPage } from '../pages/import.tsx'
import { listMarks } from '../queries/booking.ts'
import { csvText, markOf, readBookings, type CsvResult } from '../rules/csv.ts'
import { ImportForm } from '../schema.ts'

const most = 900_000
// Umlauts and semicolons of a form take three bytes each.
const bring = { access: 'grant.book', params: OfAccount, title: title(words, 'grant.import'), bodyLimit: 3 * most + 100_000, rate: { max: 60, per: 'hour' } } as const

/** Bookings out of a file or out of typed lines: checked and shown first, then taken over. */
export const importRoutes = [
  get(`${at}/import`, { access: 'grant.book', params: OfAccount, title: title(words, 'grant.import') }, (ask) => importPage(ask, ask.params.slug, {}, undefined, {})),

  post(`${at}/import`, bring, async (ask) => {
    const { slug } = ask.params
    const form = ask.form(ImportForm)
    if (!form.ok) return await importPage(ask, slug, form.typed, undefined, sentencesOf(ask, 'import', form.errors))
    const result = await resultOf(ask, slug, form.value.csv)
    const entries = result.rows.filter(({ twice }) => !twice).map(({ entry }) => ({ id: newId(ask.now), entry }))
    if (form.value.apply !== true || result.errors.length > 0 || entries.length === 0) return await importPage(ask, slug, form.typed, result, {})
    await ask.write((db) => bookFresh(db, slug, entries, byOf(ask)))
    return seeOther(doneAt(slug, 'imported'))
  }),

  post(`${at}/import/file`, bring, async (ask) => {
    const { slug } = ask.params
    const csv = await readFile(ask)
    if (typeof csv !== 'string') return await importPage(ask, slug, {}, undefined, { file: csv.error })
    return await importPage(ask, slug, { csv }, await resultOf(ask, slug, csv), {})
  }),
]

async function resultOf(ask: Asks, slug: string, csv: string): Promise<CsvResult> {
  const { lines, known } = await ask.read(async (db) => ({ lines: (await accountOf(db, slug)).lines, known: new Set((await listMarks(db, slug)).map(markOf)) }))
  return readBookings(csv, lines, known, localDate(ask.now))
}

async function readFile(ask: Pick<Ask, 'uploads' | 'say'>): Promise<string | { error: string }> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const { content } of ask.uploads())
    for await (const piece of content) {
      const bytes = Buffer.from(piece as Uint8Array) // a stream of files gives bytes
      size += bytes.length
      if (size <= most) pieces.push(bytes)
    }
  if (size === 0) return { error: ask.say(words)('grant.evidence.missing') }
  if (size > most) return { error: ask.say(words)('grant.import.too-large') }
  return csvText(Buffer.concat(pieces))
}

async function importPage(ask: Asks, slug: string, typed: Typed, result: CsvResult | undefined, errors: FormErrors): Promise<Answer> {
  const { notice, lines } = await ask.read((db) => accountOf(db, slug))
  const t = ask.say(pageWords)
  const failed = result !== undefined && result.errors.length > 0 ? { csv: t('grant.import.errors') } : errors
  return page(ImportPage, { ...viewOf(ask), typed, errors, project: slug, lines, result }, accountPage(ask, wayTo(t, notice.purpose, slug, t('grant.import')), failed))
}
