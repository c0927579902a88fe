import { Button, DataTable, DescriptionList, Form, FormEnd, LinkButton, Note, PageHead, Section, Stack, TextArea } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { accountHref } from '../links.ts'
import type { FullStatement } from '../statement.ts'
import type { Booking, BookingRow, FigureLine, Figures, LateUse, Notice, Remark, StatementKind } from '../schema.ts'
import { isTrifle } from '../rules/finance.ts'
import { deviationText } from './account.tsx'
import { RemarkSection } from './booking.tsx'
import { DoneNote, field, Mistakes, NoticeFacts, RateNote, roleText, type Done, type FormView } from './parts.tsx'

export type StatementProps = FormView & { readonly full: FullStatement; /** Of the report as it stands on this page. */ readonly mark: string; readonly samePerson: boolean; readonly remarks: readonly Remark[]; readonly may: { readonly write: boolean; readonly submit: boolean; readonly remark: boolean }; readonly done: Done | undefined }

/** A statement as it is handed in: numbers, report, corrections, vouchers, signatures. Fit to be printed. */
export function StatementPage(props: StatementProps) {
  const { t, full, csrf, may } = props
  const { statement, figures, notice, intact, corrections, vouchers } = full
  const { project, number, submittedAt } = statement
  const href = accountHref(project, `/statement/${number}`)
  const isDraft = statement.state === 'draft'
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.statement.title', { kind: t(`grant.statement.kind.${statement.kind}`), number })} lead={`${notice.purpose}, ${t.format.dateRange(statement.fromDay, statement.untilDay)}`}>
        <p>
          <LinkButton href={`${href}.pdf`} kind="quiet">{t('grant.statement.pdf')}</LinkButton>
        </p>
      </PageHead>
      <Stack gap="l">
        <DoneNote t={t} done={props.done} />
        {submittedAt === null ? (
          <Note level={0} title={t('grant.statement.draft-note')} />
        ) : (
          <Note kind={intact === false ? 'bad' : 'ok'} level={0} title={t('grant.statement.frozen', { day: submittedAt })}>
            <p>{t(intact === false ? 'grant.statement.broken' : 'grant.statement.intact')}</p>
            <p class="mr-small mr-num">{t('grant.statement.hash', { hash: statement.sha256 ?? '' })}</p>
          </Note>
        )}
        <Section id="facts" title={t('grant.statement.facts')}>
          <NoticeFacts t={t} notice={notice} />
        </Section>
        <Section id="report" title={t('grant.statement.narrative')}>
          <Stack>
            {statement.narrative === '' ? <p class="mr-muted">{t('grant.statement.narrative-none')}</p> : statement.narrative.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
            {(isDraft && may.write) || props.errors['narrative'] !== undefined ? (
              <details class="mr-details mr-noprint" open={props.errors['narrative'] !== undefined}>
                <summary>{t('grant.statement.narrative-edit')}</summary>
                <Form action={`${href}/narrative`} csrf={csrf} hidden={{ since: typedOf(props.typed, 'since') }}>
                  <TextArea {...field(props, 'narrative')} label={t('grant.statement.narrative')} hint={t('grant.statement.narrative-hint')} rows={12} maxLength={20_000} />
                  <FormEnd>
                    <Button>{t('grant.statement.narrative-save')}</Button>
                  </FormEnd>
                </Form>
              </details>
            ) : null}
          </Stack>
        </Section>
        <Section id="numbers" title={t('grant.statement.numbers')}>
          <Stack>
            <FigureTable t={t} id="expenses" caption={t('grant.statement.expenses')} lines={figures.lines.filter(({ side }) => side === 'spending')} />
            <FigureTable t={t} id="means" caption={t('grant.statement.means')} lines={figures.lines.filter(({ side }) => side !== 'spending')} />
            <p class="mr-small mr-muted">{t('grant.statement.rounding')}</p>
          </Stack>
        </Section>
        <Section id="result" title={t('grant.statement.result')}>
          <DescriptionList entries={resultEntries(t, figures, notice, statement.kind)} />
        </Section>
        <Section id="late" title={t('grant.statement.late')}>
          <LateTable t={t} figures={figures} />
        </Section>
        <Section id="corrections" title={t('grant.statement.corrections')}>
          <CorrectionTable t={t} rows={corrections} />
        </Section>
        <Section id="vouchers" title={t('grant.statement.vouchers')}>
          <VoucherTable t={t} rows={vouchers} lines={figures.lines} />
        </Section>
        <Section id="signatures" title={t('grant.statement.signatures')}>
          <Stack>
            <p>{t('grant.statement.confirm')}</p>
            <DescriptionList entries={(['signed-lead', 'signed-office', 'signed-audit'] as const).map((who) => ({ term: t(`grant.statement.${who}`), value: `${t('grant.statement.place')} ____________________________` }))} />
          </Stack>
        </Section>
        {isDraft && may.submit && props.samePerson ? <Note level={0} title={t('grant.statement.same-person')} /> : null}
        {isDraft && may.submit && !props.samePerson ? (
          <div class="mr-noprint">
            <Note level={0} title={t('grant.statement.submit-next')}>
              <Form action={`${href}/submit`} csrf={csrf} hidden={{ since: props.mark }} bare>
                <Button>{t('grant.statement.submit')}</Button>
              </Form>
            </Note>
          </div>
        ) : null}
        <RemarkSection view={props} remarks={props.remarks} action={`${href}/remark`} may={may.remark} />
      </Stack>
    </>
  )
}

const sumOf = (lines: readonly FigureLine[], of: 'planned' | 'before' | 'within' | 'total' | 'eligible' | 'recognised'): number => lines.reduce((sum, line) => sum + line[of], 0)
const amounts = ['planned', 'before', 'within', 'total', 'recognised'] as const
type Amount = (typeof amounts)[number]
const amountHead = (t: PageT, of: Amount): string => (of === 'planned' ? t('grant.plan.planned') : t(`grant.statement.${of}`))

function FigureTable({ t, id, caption, lines }: { t: PageT; id: string; caption: string; lines: readonly FigureLine[] }) {
  return (
    <DataTable
      id={id} caption={caption} rows={lines} rowKey={({ key }) => key} foot={[{ head: t('grant.statement.sum'), cells: Object.fromEntries(amounts.map((of) => [of, t.format.money(sumOf(lines, of))])) }]}
      columns={[
        { key: 'line', head: t('grant.plan.line'), rowHead: true, cell: ({ title }) => title },
        ...amounts.map((of) => ({ key: of, head: amountHead(t, of), align: 'end' as const, cell: (line: FigureLine) => t.format.money(line[of]) })),
        { key: 'deviation', head: t('grant.statement.deviation'), align: 'end', cell: (line) => deviationText(t, line) },
      ]}
    />
  )
}

/** What follows from the numbers, as terms and values. */
export function resultEntries(t: PageT, figures: Figures, notice: Pick<Notice, 'financing' | 'rateBp' | 'mostCents' | 'trifleCents' | 'trifleInterestCents'>, kind: StatementKind): { term: string; value: string }[] {
  const money = (amount: number): string => t.format.money(amount)
  return [
    { term: t('grant.statement.spent'), value: money(figures.spent) },
    { term: t('grant.statement.eligible'), value: money(figures.eligible) },
    { term: t('grant.statement.recognised-sum'), value: money(figures.recognised) },
    { term: t('grant.statement.entitled'), value: `${money(figures.entitled)} (${t(`grant.statement.entitled-how.${notice.financing}`, { rate: notice.rateBp ?? 0, most: notice.mostCents })})` },
    { term: t('grant.statement.paid'), value: money(figures.paid) },
    // Nothing is paid back before the end: what is left is still to be spent.
    { term: t(kind === 'final' ? 'grant.statement.repayment' : 'grant.statement.unused'), value: kind === 'final' ? claimText(t, figures.repayment, notice.trifleCents) : money(figures.repayment) },
    { term: t('grant.statement.open'), value: money(figures.open) },
    { term: t('grant.statement.interest'), value: claimText(t, figures.interest, notice.trifleInterestCents) },
  ]
}

/** An amount that the authority may claim; up to the threshold of the notice it says that it does not. */
const claimText = (t: PageT, amount: number, trifle: number): string => (isTrifle(amount, trifle) ? t('grant.statement.trifle', { amount, trifle }) : t.format.money(amount))

function LateTable({ t, figures }: { t: PageT; figures: Figures }) {
  const late: readonly LateUse[] = figures.late
  if (late.length === 0) return <p>{t('grant.statement.late-none')}</p>
  return (
    <Stack gap="s">
      <DataTable
        id="late-table" caption={t('grant.statement.late')} hideCaption rows={late}
        columns={[
          { key: 'call', head: t('grant.late.call'), rowHead: true, cell: ({ callNumber }) => t('grant.call', { number: callNumber }) },
          { key: 'paid', head: t('grant.late.paidOn'), nowrap: true, cell: ({ paidOn }) => t.format.date(paidOn, 'medium') },
          { key: 'due', head: t('grant.late.dueOn'), nowrap: true, cell: ({ dueOn }) => t.format.date(dueOn, 'medium') },
          { key: 'until', head: t('grant.late.until'), nowrap: true, cell: ({ used, until }) => (used ? t.format.date(until, 'medium') : t('grant.late.unused')) },
          { key: 'amount', head: t('grant.late.amount'), align: 'end', cell: ({ amount }) => t.format.money(amount) },
          { key: 'days', head: t('grant.late.days'), align: 'end', cell: ({ days }) => t.format.number(days) },
          { key: 'interest', head: t('grant.late.interest'), align: 'end', cell: ({ interest }) => t.format.money(interest) },
        ]}
      />
      {lateTexts(t, figures).map((text) => (
        <p key={text} class="mr-small mr-muted">{text}</p>
      ))}
      <RateNote t={t} missing={figures.rateMissing} />
    </Stack>
  )
}

/** How interest was reckoned: by which law, and by which rates. */
export const lateTexts = (t: PageT, { rates }: Pick<Figures, 'rates'>): string[] => [
  t('grant.statement.late-how'),
  ...(rates && rates.length > 0 ? [t('grant.statement.late-rates', { rates: t.format.list(rates.map(({ from, bp }) => t('grant.statement.late-rate', { from, rate: bp }))) })] : []),
]

function CorrectionTable({ t, rows }: { t: PageT; rows: readonly BookingRow[] }) {
  return (
    <DataTable
      id="correction-table" caption={t('grant.statement.corrections')} hideCaption rows={rows} rowKey={({ id }) => id} empty={<p>{t('grant.statement.corrections-none')}</p>}
      columns={[
        { key: 'seq', head: t('grant.booking.seq'), align: 'end', cell: ({ seq }) => t.format.number(seq) },
        { key: 'role', head: t('grant.booking.role'), cell: (row) => correctionText(t, row) },
        { key: 'voucher', head: t('grant.booking.voucher'), rowHead: true, cell: ({ voucher }) => voucher },
        { key: 'amount', head: t('grant.booking.amount'), align: 'end', cell: ({ amountCents }) => t.format.money(amountCents) },
        { key: 'reason', head: t('grant.booking.reason'), cell: ({ reason }) => reason },
      ]}
    />
  )
}

/** What a row of the corrections is: a correction, or a payment that was booked late. */
export const correctionText = (t: PageT, row: BookingRow): string => [...(row.role === 'entry' ? [t('grant.booking.late-entry')] : []), roleText(t, row)].filter(Boolean).join(', ')

// Up to ten thousand rows stand here: plain cells without a component for each.
function VoucherTable({ t, rows, lines }: { t: PageT; rows: readonly Booking[]; lines: readonly FigureLine[] }) {
  const titles = new Map(lines.map(({ key, title }) => [key, title]))
  const heads = voucherHeads(t)
  return (
    <div class="mr-tablebox" role="group" aria-labelledby="voucher-caption" tabindex={0}>
      <table class="mr-table" id="voucher-table">
        <caption id="voucher-caption">{t.count('grant.statement.vouchers-count', rows.length)}</caption>
        <thead>
          <tr>
            {heads.filter(({ key }) => key !== 'purpose').map(({ key, head, end }) => (
              <th key={key} scope="col" class={end ? 'n' : undefined}>{key === 'payee' ? t('grant.booking.payee-purpose') : key === 'amount' ? t('grant.call.amount') : head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [seq, day, voucher, payee, purpose, line, amount, eligible] = voucherCells(t, row, titles)
            return (
              <tr>
                <td class="n">{seq}</td>
                <td class="mr-nowrap">{day}</td>
                <th scope="row">{voucher}</th>
                <td>{payee}<br /><span class="mr-small mr-muted">{purpose}</span></td>
                <td>{line}</td>
                <td class="n">{amount}</td>
                <td class="n">{eligible}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Heads of the list of vouchers; `end` for numbers. */
export const voucherHeads = (t: PageT): { key: string; head: string; end: boolean }[] =>
  (['seq', 'paidOn', 'voucher', 'payee', 'purpose', 'line', 'amount', 'eligible'] as const).map((key) => ({ key, head: t(`grant.booking.${key}`), end: key === 'seq' || key === 'amount' || key === 'eligible' }))
/** A voucher as the texts of its row. */
export const voucherCells = (t: PageT, row: Booking, titles: ReadonlyMap<string, string>): [string, string, string, string, string, string, string, string] => [
  String(row.seq), t.format.date(row.paidOn, 'medium'), row.voucher, row.payee, row.purpose, titles.get(row.lineKey) ?? row.lineKey, t.format.money(row.amountCents), t.format.money(row.eligibleCents),
]
