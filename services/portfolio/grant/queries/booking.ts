import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Cents, PlainDate } from '@modellregion/standards'
import type { Booking, BookingRow, Evidence, LineSum, NewBooking, Remark } from '../schema.ts'

const columns = sql`b.id, b.project, b.seq, b.line_key as "lineKey", b.paid_on::text as "paidOn", b.voucher, b.payee, b.purpose, b.amount_cents::float8 as "amountCents", b.vat_cents::float8 as "vatCents", b.vat_eligible as "vatEligible",
  b.share_bp as "shareBp", b.eligible_cents::float8 as "eligibleCents", b.role, b.corrects, b.reason, b.created_at as "createdAt"`
const rowColumns = sql`${columns},
  (select c.seq from portfolio.grant_booking c where c.tenant_id = b.tenant_id and c.corrects = b.id and c.role = 'counter') as "settledBy",
  (select o.seq from portfolio.grant_booking o where o.tenant_id = b.tenant_id and o.id = b.corrects) as "correctsSeq",
  (select count(*)::int from portfolio.grant_evidence e where e.tenant_id = b.tenant_id and e.booking_id = b.id) as files,
  (select count(*)::int from portfolio.grant_remark r where r.tenant_id = b.tenant_id and r.project = b.project and r.about_id = b.id) as remarks`

/** Which bookings of an account are meant. `text` is looked for in voucher, payee and purpose. */
export type BookingFilter = { readonly line?: string | undefined; readonly from?: PlainDate | undefined; readonly until?: PlainDate | undefined; readonly text?: string | undefined }

const meant = (db: UnitOfWork, project: string, { line, from, until, text }: BookingFilter) => sql`b.tenant_id = ${db.tenant} and b.project = ${project}
  ${line === undefined ? sql`` : sql`and b.line_key = ${line}`} ${from === undefined ? sql`` : sql`and b.paid_on >= ${from}`} ${until === undefined ? sql`` : sql`and b.paid_on <= ${until}`}
  ${text === undefined ? sql`` : sql`and position(lower(${text}) in lower(b.voucher || ' ' || b.payee || ' ' || b.purpose)) > 0`}`

/** A page of bookings, the newest payment first. */
export const listBookings = (db: UnitOfWork, project: string, filter: BookingFilter, page: { readonly from: number; readonly size: number }): Promise<BookingRow[]> =>
  db.many(sql<BookingRow>`select ${rowColumns} from portfolio.grant_booking b where ${meant(db, project, filter)} order by b.paid_on desc, b.seq desc limit ${page.size} offset ${page.from}`)
/** How many, and what they spend and bring in, in cents. */
export const countBookings = (db: UnitOfWork, project: string, filter: BookingFilter): Promise<{ count: number; spent: Cents; income: Cents }> =>
  db.one(sql<{ count: number; spent: Cents; income: Cents }>`
    select count(*)::int as count, coalesce(sum(b.amount_cents) filter (where l.side = 'spending'), 0)::float8 as spent, coalesce(sum(b.amount_cents) filter (where l.side <> 'spending'), 0)::float8 as income
    from portfolio.grant_booking b join portfolio.grant_line l on l.tenant_id = b.tenant_id and l.project = b.project and l.key = b.line_key where ${meant(db, project, filter)}`)
export const findBooking = (db: UnitOfWork, project: string, id: string): Promise<BookingRow | undefined> =>
  db.maybe(sql<BookingRow>`select ${rowColumns} from portfolio.grant_booking b where b.tenant_id = ${db.tenant} and b.project = ${project} and b.id = ${id}`)

/** All vouchers of a span in the order of payment, up to a running number: the list that belongs to a statement. */
export const listVouchers = (db: UnitOfWork, project: string, from: PlainDate, until: PlainDate, throughSeq: number): Promise<Booking[]> =>
  db.many(sql<Booking>`
    select ${columns} from portfolio.grant_booking b where b.tenant_id = ${db.tenant} and b.project = ${project} and b.paid_on >= ${from} and b.paid_on <= ${until} and b.seq <= ${throughSeq} order by b.paid_on, b.seq`)
/** Counter-bookings and replacements after a running number, with what they correct; with `lateBefore` also entries that were paid before that day. */
export const listCorrections = (db: UnitOfWork, project: string, { afterSeq, throughSeq, lateBefore }: { readonly afterSeq: number; readonly throughSeq: number; readonly lateBefore: PlainDate | undefined }): Promise<BookingRow[]> =>
  db.many(sql<BookingRow>`
    select ${rowColumns} from portfolio.grant_booking b
    where b.tenant_id = ${db.tenant} and b.project = ${project} and b.seq > ${afterSeq} and b.seq <= ${throughSeq} and (b.role <> 'entry' ${lateBefore === undefined ? sql`` : sql`or b.paid_on < ${lateBefore}`}) order by b.seq`)

/** Sums of each line up to a day and a running number; what was paid before `from` stands apart. */
export const sumLines = (db: UnitOfWork, project: string, from: PlainDate, until: PlainDate, throughSeq: number): Promise<LineSum[]> =>
  db.many(sql<LineSum>`
    select line_key as key, count(*)::int as bookings,
      coalesce(sum(amount_cents) filter (where paid_on < ${from}), 0)::float8 as before, coalesce(sum(amount_cents) filter (where paid_on >= ${from}), 0)::float8 as within,
      coalesce(sum(eligible_cents) filter (where paid_on < ${from}), 0)::float8 as "eligibleBefore", coalesce(sum(eligible_cents) filter (where paid_on >= ${from}), 0)::float8 as "eligibleWithin"
    from portfolio.grant_booking where tenant_id = ${db.tenant} and project = ${project} and paid_on <= ${until} and seq <= ${throughSeq} group by line_key order by line_key`)
/** Eligible spending of each day. */
export const sumDays = (db: UnitOfWork, project: string, until: PlainDate, throughSeq: number): Promise<{ day: PlainDate; eligible: Cents }[]> =>
  db.many(sql<{ day: PlainDate; eligible: Cents }>`
    select b.paid_on::text as day, sum(b.eligible_cents)::float8 as eligible from portfolio.grant_booking b
    join portfolio.grant_line l on l.tenant_id = b.tenant_id and l.project = b.project and l.key = b.line_key
    where b.tenant_id = ${db.tenant} and b.project = ${project} and b.paid_on <= ${until} and b.seq <= ${throughSeq} and l.side = 'spending' group by b.paid_on order by b.paid_on`)
/** Highest running number of an account; 0 when nothing was booked. */
export const lastSeq = async (db: UnitOfWork, project: string): Promise<number> =>
  (await db.one(sql<{ seq: number }>`select coalesce(max(seq), 0)::int as seq from portfolio.grant_booking where tenant_id = ${db.tenant} and project = ${project}`)).seq
/** What tells a payment, of all bookings that were not taken back: for recognising one that is entered twice. */
export const listMarks = (db: UnitOfWork, project: string): Promise<Pick<Booking, 'paidOn' | 'voucher' | 'payee' | 'lineKey' | 'amountCents'>[]> =>
  db.many(sql<Pick<Booking, 'paidOn' | 'voucher' | 'payee' | 'lineKey' | 'amountCents'>>`
    select b.paid_on::text as "paidOn", b.voucher, b.payee, b.line_key as "lineKey", b.amount_cents::float8 as "amountCents" from portfolio.grant_booking b
    where b.tenant_id = ${db.tenant} and b.project = ${project} and b.role <> 'counter'
      and not exists (select from portfolio.grant_booking c where c.tenant_id = b.tenant_id and c.corrects = b.id and c.role = 'counter')`)

/** Adds bookings that follow `after`. Rows written: those that were there already are left as they are. */
export const insertBookings = (db: UnitOfWork, bookings: readonly NewBooking[], after: number): Promise<number> =>
  db.insertMany(
    'portfolio.grant_booking',
    bookings.map((b, at) => ({
      tenant_id: db.tenant, id: b.id, project: b.project, seq: after + at + 1, line_key: b.lineKey, paid_on: b.paidOn, voucher: b.voucher, payee: b.payee, purpose: b.purpose, amount_cents: b.amountCents, vat_cents: b.vatCents,
      vat_eligible: b.vatEligible, share_bp: b.shareBp, eligible_cents: b.eligibleCents, role: b.role, corrects: b.corrects, reason: b.reason, account_id: b.accountId, created_at: db.now,
    })),
    { onConflict: 'nothing' },
  )

const evidenceColumns = sql`id, booking_id as "bookingId", file_title as title, media_type as "mediaType", size_bytes::float8 as "sizeBytes", sha256, created_at as "createdAt"`
export const listEvidence = (db: UnitOfWork, bookingId: string): Promise<Evidence[]> => db.many(sql<Evidence>`select ${evidenceColumns} from portfolio.grant_evidence where tenant_id = ${db.tenant} and booking_id = ${bookingId} order by created_at, id`)
/** The newest files of an account. */
export const listNewestEvidence = (db: UnitOfWork, project: string, size: number): Promise<Evidence[]> =>
  db.many(sql<Evidence>`select ${evidenceColumns} from portfolio.grant_evidence where tenant_id = ${db.tenant} and project = ${project} order by created_at desc, id limit ${size}`)
export const findEvidence = (db: UnitOfWork, project: string, id: string): Promise<Evidence | undefined> =>
  db.maybe(sql<Evidence>`select ${evidenceColumns} from portfolio.grant_evidence where tenant_id = ${db.tenant} and project = ${project} and id = ${id}`)
export const insertEvidence = (db: UnitOfWork, project: string, e: Omit<Evidence, 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_evidence (tenant_id, id, project, booking_id, file_title, media_type, size_bytes, sha256, created_at)
    values (${db.tenant}, ${e.id}, ${project}, ${e.bookingId}, ${e.title}, ${e.mediaType}, ${e.sizeBytes}, ${e.sha256}, ${db.now}) on conflict do nothing`)

const remarkColumns = sql`id, about, about_id as "aboutId", remark, created_at as "createdAt"`
export const listRemarks = (db: UnitOfWork, project: string, size: number): Promise<Remark[]> =>
  db.many(sql<Remark>`select ${remarkColumns} from portfolio.grant_remark where tenant_id = ${db.tenant} and project = ${project} order by created_at desc, id limit ${size}`)
export const listRemarksOn = (db: UnitOfWork, project: string, aboutId: string): Promise<Remark[]> =>
  db.many(sql<Remark>`select ${remarkColumns} from portfolio.grant_remark where tenant_id = ${db.tenant} and project = ${project} and about_id = ${aboutId} order by created_at, id`)
export const insertRemark = (db: UnitOfWork, project: string, r: Omit<Remark, 'createdAt'> & { readonly accountId: string }): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_remark (tenant_id, id, project, about, about_id, remark, account_id, created_at)
    values (${db.tenant}, ${r.id}, ${project}, ${r.about}, ${r.aboutId}, ${r.remark}, ${r.accountId}, ${db.now}) on conflict do nothing`)
