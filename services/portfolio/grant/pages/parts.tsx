import { DataTable, DateField, DescriptionList, ErrorSummary, Note, Tag, type TagKind } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { accountHref, rateHref } from '../links.ts'
import type { BookingRow, CallState, Line, Notice } from '../schema.ts'

/** What every form of this room shows: what was typed, and what is wrong. */
export type FormView = { readonly t: PageT; readonly csrf: string; readonly typed: Typed; readonly errors: FormErrors }

/** Mistakes of a form, or nothing. */
export function Mistakes({ t, errors }: Pick<FormView, 't' | 'errors'>) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
}

export const doneWords = ['booked', 'corrected', 'evidence', 'remark', 'draft', 'sent', 'settled', 'answer', 'discarded', 'notice', 'opened', 'narrative', 'submitted', 'imported', 'rate'] as const
export type Done = (typeof doneWords)[number]

/** What has just been done. */
export const DoneNote = ({ t, done }: { t: PageT; done: Done | undefined }) => (done === undefined ? null : <Note kind="ok" role="status" level={0} title={t(`grant.done.${done}`)} />)

/** Says that interest is reckoned with an older base rate, and where the new one is entered. */
export const RateNote = ({ t, missing }: { t: PageT; missing: PlainDate | undefined | null }) =>
  missing ? (
    <Note kind="warn" level={0} title={t('grant.rates.missing', { day: missing })}>
      <p><a href={rateHref}>{t('grant.rates')}</a></p>
    </Note>
  ) : null

/** A day of the form's fields, with what was typed. */
export function Day({ view: { t, typed, errors }, name, label, hint, optional }: { view: FormView; name: string; label: string; hint?: string | undefined; optional?: boolean | undefined }) {
  return (
    <DateField
      name={name} label={label} hint={hint} optional={optional ? t('form.optional') : undefined} error={errors[name]}
      words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }}
      value={{ day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) }}
    />
  )
}

/** Value and mistake of a field. */
export const field = ({ typed, errors }: FormView, name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })

const callKinds: Record<CallState, TagKind> = { draft: 'plain', sent: 'info', paid: 'ok', refused: 'bad' }
export const CallTag = ({ t, state }: { t: PageT; state: CallState }) => <Tag kind={callKinds[state]}>{t(`grant.call-state.${state}`)}</Tag>

/** What a booking is to others: taken back, correcting, or nothing. */
export function roleText(t: PageT, { role, settledBy, correctsSeq }: Pick<BookingRow, 'role' | 'settledBy' | 'correctsSeq'>): string {
  const parts = [...(role === 'entry' ? [] : [t(`grant.booking.role.${role}`)]), ...(correctsSeq === null ? [] : [t('grant.booking.corrects', { seq: correctsSeq })]), ...(settledBy === null ? [] : [t('grant.booking.settled', { seq: settledBy })])]
  return parts.join(', ')
}

/** A name, and below it what it is about. */
export const TwoLines = ({ first, second }: { first: string; second: string }) => (
  <>
    {first}
    <br />
    <span class="mr-small mr-muted">{second}</span>
  </>
)

/** Bookings as a table of the staff. */
export function BookingTable({ t, project, rows, lines, id, caption, hideCaption }: { t: PageT; project: string; rows: readonly BookingRow[]; lines: readonly Line[]; id: string; caption: string; hideCaption?: boolean | undefined }) {
  const titles = new Map(lines.map(({ key, title }) => [key, title]))
  return (
    <DataTable
      id={id} caption={caption} hideCaption={hideCaption} rows={rows} rowKey={(row) => row.id}
      columns={[
        { key: 'seq', head: t('grant.booking.seq'), align: 'end', cell: (row) => t.format.number(row.seq) },
        { key: 'day', head: t('grant.booking.paidOn'), nowrap: true, cell: (row) => t.format.date(row.paidOn, 'medium') },
        { key: 'voucher', head: t('grant.booking.voucher'), rowHead: true, cell: (row) => <a href={accountHref(project, `/booking/${row.id}`)}>{row.voucher}</a> },
        { key: 'payee', head: t('grant.booking.payee-purpose'), cell: (row) => <TwoLines first={row.payee} second={[row.purpose, roleText(t, row)].filter(Boolean).join(', ')} /> },
        { key: 'line', head: t('grant.booking.line'), cell: (row) => titles.get(row.lineKey) ?? row.lineKey },
        { key: 'amount', head: t('grant.booking.amount'), align: 'end', cell: (row) => t.format.money(row.amountCents) },
        { key: 'eligible', head: t('grant.booking.eligible'), align: 'end', cell: (row) => t.format.money(row.eligibleCents) },
      ]}
    />
  )
}

/** What a notice says, as terms and values. */
export function noticeFacts(t: PageT, notice: Notice): { term: string; value: string }[] {
  const { rateBp, boundUntil, retainedCents } = notice
  return [
    { term: t('grant.notice.authority'), value: notice.authority },
    { term: t('grant.notice.reference'), value: notice.reference },
    { term: t('grant.notice.noticedOn'), value: t.format.date(notice.noticedOn) },
    { term: t('grant.notice.terms'), value: t(`grant.notice.terms.${notice.terms}`) },
    { term: t('grant.notice.financing'), value: t(`grant.notice.financing.${notice.financing}`) },
    ...(rateBp === null ? [] : [{ term: t('grant.notice.rate'), value: t.format.percent(rateBp / 10_000, 2) }]),
    { term: t('grant.notice.most'), value: t.format.money(notice.mostCents) },
    ...(retainedCents === 0 ? [] : [{ term: t('grant.notice.retained'), value: t.format.money(retainedCents) }]),
    { term: t('grant.notice.period'), value: t.format.dateRange(notice.startsOn, notice.endsOn) },
    ...(boundUntil === null ? [] : [{ term: t('grant.notice.boundUntil'), value: t.format.date(boundUntil) }]),
    { term: t('grant.notice.lineLimit'), value: t.format.percent(notice.lineLimitBp / 10_000, 2) },
    { term: t('grant.notice.useMonths'), value: t.count('grant.notice.months', notice.useMonths) },
    { term: t('grant.notice.interimMonths'), value: notice.interimMonths === null ? t('grant.notice.interim-none') : t.count('grant.notice.months', notice.interimMonths) },
    { term: t('grant.notice.finalMonths'), value: t.count('grant.notice.months', notice.finalMonths) },
    ...(notice.trifleCents === 0 ? [] : [{ term: t('grant.notice.fact.trifle'), value: t.format.money(notice.trifleCents) }]),
    ...(notice.trifleInterestCents === 0 ? [] : [{ term: t('grant.notice.fact.trifleInterest'), value: t.format.money(notice.trifleInterestCents) }]),
    ...(notice.reason === '' ? [] : [{ term: t('grant.notice.reason'), value: notice.reason }]),
  ]
}
export const NoticeFacts = ({ t, notice }: { t: PageT; notice: Notice }) => <DescriptionList entries={noticeFacts(t, notice)} />
