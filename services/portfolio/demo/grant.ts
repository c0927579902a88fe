import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { demoAccountId, receiveFile, recordFile, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { add, addDays, cents, earlier, instantAt, localDate, plainDateOf, partsOf, portion, type Cents, type PlainDate } from '@modellregion/standards'
import { keepNotice } from '../grant/account.ts'
import { bookEntries, correctBooking, keepEvidence, keepRemark } from '../grant/book.ts'
import { draftCall, sendCall, settleCall } from '../grant/fund.ts'
import { listNotices } from '../grant/queries/account.ts'
import { openStatement, submitStatement, writeNarrative } from '../grant/statement.ts'
import { findStatement } from '../grant/queries/statement.ts'
import type { BookingEntry, Line } from '../grant/schema.ts'
import { voucherPaper } from './grant-voucher.ts'

const project = 'wegweiser'
const euros = (amount: number): Cents => cents(amount * 100)

const plan: readonly Line[] = [
  { key: 'personal', position: 1, side: 'spending', title: 'Personal', plannedCents: euros(132_000) },
  { key: 'fremdleistung', position: 2, side: 'spending', title: 'Fremdleistung', plannedCents: euros(64_000) },
  { key: 'investition', position: 3, side: 'spending', title: 'Geräte', plannedCents: euros(28_000) },
  { key: 'sachkosten', position: 4, side: 'spending', title: 'Sachkosten', plannedCents: euros(10_000) },
  { key: 'reisen', position: 5, side: 'spending', title: 'Reisen', plannedCents: euros(6_000) },
  { key: 'eigenanteil', position: 6, side: 'own', title: 'Eigenanteil', plannedCents: euros(43_000) },
  { key: 'zuwendung', position: 7, side: 'grant', title: 'Zuwendung des Landes', plannedCents: euros(192_000) },
  { key: 'stiftung', position: 8, side: 'third', title: 'Stiftung Musterland', plannedCents: euros(5_000) },
]

/** An invented account of the invented project, 18 months old: notice, calls, bookings, a correction, evidence, a statement. Repeatable. */
export async function seedGrant(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const unit = <T>(at: Date, work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'write', now: at }, work)
  if ((await platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'read', now }, (db) => listNotices(db, project))).length > 0) return
  const [paul, petra, rita] = [demoAccountId(tenant.id, 'paul'), demoAccountId(tenant.id, 'petra'), demoAccountId(tenant.id, 'rita')]
  const today = localDate(now)
  const start = firstOfMonth(add(today, { months: -18 }))
  const end = addDays(add(start, { months: 30 }), -1)
  const idOf = (what: string): string => demoId(tenant.id, what)
  await unit(instantAt(start, 9), (db) =>
    keepNotice(
      db,
      {
        project, purpose: 'Digitaler Wegweiser (erfunden)', authority: 'Bezirksregierung Musterstadt (erfunden)', reference: '34.02.01-W/17', noticedOn: addDays(start, -20), terms: 'ANBest-G', financing: 'share', rateBp: 8_000, mostCents: euros(192_000),
        retainedCents: euros(9_600), startsOn: start, endsOn: end, boundUntil: add(end, { years: 5 }), lineLimitBp: 2_000, useMonths: 2, interimMonths: 4, finalMonths: 6, trifleCents: euros(500), trifleInterestCents: euros(100), reason: '',
      },
      plan,
      0,
    ),
  )
  const entries = [...payments(start, today)].map((entry, at) => ({ id: idOf(`booking-${at}`), entry }))
  const yearEnd = plainDateOf(partsOf(today).year - 1, 12, 31)
  const [early, late] = [entries.filter(({ entry }) => entry.paidOn <= yearEnd), entries.filter(({ entry }) => entry.paidOn > yearEnd)]
  const asked = [{ months: 1, amount: euros(38_000) }, { months: 6, amount: euros(46_000) }, { months: 12, amount: euros(44_000) }]
  for (const [at, { months, amount }] of asked.entries()) {
    const from = add(start, { months })
    const id = idOf(`call-${at}`)
    await unit(instantAt(addDays(from, -10), 9), (db) => draftCall(db, { id, project, neededFrom: from, neededUntil: addDays(add(from, { months: 2 }), -1), amountCents: amount, reason: 'Gehälter und Rechnungen, die in dieser Zeit fällig werden', accountId: paul }))
    await unit(instantAt(addDays(from, -8), 9), (db) => sendCall(db, project, id, petra, addDays(from, -8)))
    await unit(instantAt(from, 9), (db) => settleCall(db, project, id, { paid: amount, on: from }))
  }
  await unit(instantAt(addDays(yearEnd, 1), 9), (db) => bookEntries(db, project, early, { accountId: paul }))
  const wrong = early.find(({ entry }) => entry.lineKey === 'fremdleistung' && entry.amountCents > 500_000)
  const submitted = earlier(addDays(yearEnd, 75), today)
  await unit(instantAt(submitted, 9), async (db) => {
    const number = await openStatement(db, { id: idOf('statement'), project, kind: 'interim', fromDay: later(start, plainDateOf(partsOf(yearEnd).year, 1, 1)), untilDay: yearEnd, accountId: paul })
    const statement = await findStatement(db, project, number)
    if (statement) await writeNarrative(db, statement, narrative)
    await submitStatement(db, project, number, petra)
  })
  await unit(now, (db) => bookEntries(db, project, late, { accountId: paul }))
  if (wrong) {
    const again: BookingEntry = { ...wrong.entry, amountCents: cents(wrong.entry.amountCents - 119_000), vatCents: cents(wrong.entry.vatCents - 19_000) }
    await unit(now, (db) => correctBooking(db, project, wrong.id, { counter: idOf('counter'), again: idOf('again') }, 'Die Rechnung enthielt eine Position eines anderen Vorhabens.', again, { accountId: paul }))
    await unit(now, (db) => keepRemark(db, project, { id: idOf('remark'), about: 'booking', aboutId: wrong.id, remark: 'Rechnung geprüft. Die Berichtigung ist nachvollziehbar.', accountId: rita }))
  }
  for (const { id, entry } of entries.slice(0, 6)) await evidenceFor(platform, tenant, now, { file: idOf(`file-${id}`), booking: id }, entry)
}

const narrative = [
  'Der Wegweiser zeigt an fünf Orten der Innenstadt, was in der Nähe liegt, und spricht es auch vor. Im Berichtsjahr wurden die Inhalte mit dem Beirat für Menschen mit Behinderung geschrieben, zwei Geräte aufgestellt und die Anwendung für das Telefon veröffentlicht.',
  'Zwei Geräte kamen drei Monate später als geplant, weil der erste Standort keinen Strom hatte. Der Finanzierungsplan wird eingehalten.',
  'Alle Angaben dieses Berichts sind erfunden.',
].join('\n\n')

const firstOfMonth = (day: PlainDate): PlainDate => plainDateOf(partsOf(day).year, partsOf(day).month, 1)
const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

const entryOf = (lineKey: string, paidOn: PlainDate, voucher: string, payee: string, purpose: string, amountCents: Cents, taxed: boolean): BookingEntry => ({ lineKey, paidOn, voucher, payee, purpose, amountCents, vatCents: taxed ? portion(amountCents, 19, 119) : cents(0), vatEligible: true, shareBp: 10_000 })

/** Payments of 18 months, each with its voucher: the same for every town. */
function* payments(start: PlainDate, today: PlainDate): Generator<BookingEntry> {
  let voucher = 1_000
  const next = (): string => `B-${++voucher}`
  for (let month = 0; month < 18; month++) {
    const first = add(start, { months: month })
    const on = (day: number): PlainDate => addDays(first, day - 1)
    const all: BookingEntry[] = [entryOf('personal', on(28), next(), 'Personalnummer 4711', `Gehalt Monat ${month + 1}`, cents(405_000 + month * 1_137), false)]
    if (month % 2 === 1) all.push(entryOf('fremdleistung', on(12), next(), 'Weitblick Software GmbH (erfunden)', `Entwicklung, Abschnitt ${(month + 1) / 2}`, cents(595_000 + (month % 4) * 23_817), true))
    if (month % 3 === 0) all.push(entryOf('sachkosten', on(9), next(), 'Papier und Druck Muster (erfunden)', 'Aushänge und Probedrucke', cents(38_950 + month * 415), true))
    if (month % 3 === 2) all.push(entryOf('reisen', on(20), next(), 'Personalnummer 4711', 'Dienstreise zum Beirat', cents(17_640 + month * 260), false))
    if (month === 4 || month === 8 || month === 13) all.push(entryOf('investition', on(15), next(), 'Stadtgeräte Beispiel AG (erfunden)', 'Anzeigegerät für einen Standort', cents(714_000), true))
    if (month % 3 === 1) all.push(entryOf('eigenanteil', on(2), next(), 'Kämmerei', 'Eigenanteil, Rate', cents(580_000), false))
    if (month === 6) all.push(entryOf('stiftung', on(4), next(), 'Stiftung Musterland (erfunden)', 'Zuschuss für die Vorlesefunktion', cents(500_000), false))
    if (month % 2 === 0) all.push(entryOf('fremdleistung', on(22), next(), 'Büro für klare Sprache (erfunden)', 'Texte in Leichter Sprache', cents(89_250 + month * 1_190), true))
    yield* all.filter(({ paidOn }) => paidOn <= today)
  }
}

async function evidenceFor(platform: Platform, tenant: Tenant, now: Date, ids: { file: string; booking: string }, entry: BookingEntry): Promise<void> {
  const paper = await voucherPaper(tenant, entry)
  const received = await receiveFile(platform.files, tenant.id, { name: `${entry.voucher}.pdf`, declaredType: 'application/pdf', content: Readable.from([paper]) }, { limit: 1_000_000 })
  if (!received.ok) throw new Error(`The evidence ${entry.voucher} was refused: ${received.code}`)
  const { file } = received
  await platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'write', now }, async (db) => {
    await recordFile(db, file, ids.file)
    await keepEvidence(db, project, { id: ids.file, bookingId: ids.booking, title: file.name, mediaType: file.type, sizeBytes: file.size, sha256: file.sha256 })
  })
}

/** The same id on every installation (UUID version 8, RFC 9562). */
function demoId(town: string, what: string): string {
  const hex = createHash('sha256').update(`grant ${town} ${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
