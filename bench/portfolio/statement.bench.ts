import { newId, type UnitOfWork } from '@modellregion/kernel'
import { addDays, cents, plainDate } from '@modellregion/standards'
import { startTown } from '@modellregion/testing'
import { keepNotice } from '../../services/portfolio/grant/account.ts'
import { bookEntries } from '../../services/portfolio/grant/book.ts'
import { countBookings } from '../../services/portfolio/grant/queries/booking.ts'
import { openStatement, submitStatement, writeNarrative } from '../../services/portfolio/grant/statement.ts'
import { findStatement } from '../../services/portfolio/grant/queries/statement.ts'
import type { BookingEntry, Line } from '../../services/portfolio/grant/schema.ts'
import { plainBrowser } from '../../services/citizen-id/sign-in/browser-for-tests.ts'
import type { Row } from '../row.ts'

export const name = 'portfolio-statement'

const bookings = 10_000
const target = 2_000
const project = 'bench'
const start = plainDate('2023-01-01')
const now = new Date('2026-03-01T09:00:00Z')

const plan: readonly Line[] = [
  ...['Personal', 'Fremdleistung', 'Investition', 'Sachkosten', 'Reisen'].map((title, at): Line => ({ key: title.toLowerCase(), position: at + 1, side: 'spending', title, plannedCents: cents(200_000_000) })),
  { key: 'own', position: 6, side: 'own', title: 'Eigenanteil', plannedCents: cents(200_000_000) },
  { key: 'state', position: 7, side: 'grant', title: 'Zuwendung', plannedCents: cents(800_000_000) },
]

/** The final statement over ten thousand bookings, as the auditor asks for it: page and PDF through their routes. */
export async function run(): Promise<Row[]> {
  const town = await startTown({ services: ['portfolio'] })
  try {
    const { platform } = town.running
    const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant: 'aachen', service: 'portfolio', access, now }, work)
    await unit('write', (db) => keepNotice(db, { project, purpose: 'Bench', authority: 'Bezirksregierung', reference: '1', noticedOn: start, terms: 'ANBest-G', financing: 'share', rateBp: 8_000, mostCents: cents(800_000_000), retainedCents: cents(0), startsOn: start, endsOn: plainDate('2025-12-31'), boundUntil: null, lineLimitBp: 2_000, useMonths: 2, interimMonths: 4, finalMonths: 6, trifleCents: cents(0), trifleInterestCents: cents(0), reason: '' }, plan, 0))
    const entries = Array.from({ length: bookings }, (_, n) => ({ id: newId(now), entry: entryOf(n) }))
    await unit('write', (db) => bookEntries(db, project, entries, { accountId: null }))
    const number = await unit('write', async (db) => {
      const made = await openStatement(db, { id: newId(now), project, kind: 'final', fromDay: start, untilDay: plainDate('2025-12-31'), accountId: null })
      const statement = await findStatement(db, project, made)
      if (statement) await writeNarrative(db, statement, 'Gemessen.')
      await submitStatement(db, project, made, newId(now))
      return made
    })
    const browser = plainBrowser()
    await browser.open(town.url('/sign-in', 'aachen'))
    await browser.send('/demo/rita')
    const fetched = async (ending: string, least: number): Promise<void> => {
      const { status, text } = await browser.open(town.url(`/portfolio/grant/${project}/statement/${number}${ending}`, 'aachen'))
      if (status !== 200 || text.length < least) throw new Error(`statement${ending}: status ${status}, ${text.length} characters`)
    }
    const bare = await median(() => unit('read', async (db) => void (await countBookings(db, project, {}))))
    const html = await median(() => fetched('', 1_000_000))
    const pdf = await median(() => fetched('.pdf', 300_000))
    const row = (what: string, took: number): Row => ({ what: `final statement over ${bookings.toLocaleString('en')} bookings, ${what}, ratio to the bare sum`, target: `≤ ${target} ms`, measured: `${took.toFixed(0)} ms (sum ${bare.toFixed(1)} ms)`, ratio: took / bare, ok: took <= target })
    return [row('page', html), row('PDF', pdf)]
  } finally {
    await town.close()
  }
}

function entryOf(n: number): BookingEntry {
  const line = plan[n % 5]
  const amountCents = cents(5_000 + ((n * 7_919) % 90_000))
  return { lineKey: line?.key ?? '', paidOn: addDays(start, n % 1_090), voucher: `B-${n}`, payee: `Firma ${n % 300} GmbH`, purpose: `Leistung ${n} für den Abschnitt ${n % 12}`, amountCents, vatCents: cents(Math.round((amountCents * 19) / 119)), vatEligible: true, shareBp: 10_000 }
}

async function median(work: () => Promise<void>): Promise<number> {
  await work() // warms the compiler
  const took: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    await work()
    took.push(performance.now() - began)
  }
  return took.toSorted((a, b) => a - b)[1] ?? Number.NaN
}
