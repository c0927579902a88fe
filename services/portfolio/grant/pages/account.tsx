import { ColumnChart, DataTable, FileList, Grid, KeyFigure, LinkButton, Note, PageHead, Row, Section, Stack, Tag, type TagKind } from '@modellregion/ui'
import type { Deadline, DeadlineState } from '@modellregion/kernel/rules'
import type { Cents, PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import type { GrantAccount } from '../account.ts'
import { accountHref } from '../links.ts'
import type { Situation } from '../rules/situation.ts'
import type { BookingRow, Call, Evidence, FigureLine, Figures, Remark, Statement } from '../schema.ts'
import { deadlineWord, situationKind, situationText } from './board.tsx'
import { BookingTable, CallTag, DoneNote, NoticeFacts, RateNote, type Done } from './parts.tsx'

export type AccountProps = {
  readonly t: PageT
  readonly account: GrantAccount
  readonly figures: Figures
  readonly situation: Situation
  readonly callable: Cents
  readonly unused: Cents
  /** The half-year whose base rate is not known though interest may fall due. */
  readonly missing: PlainDate | undefined
  readonly deadlines: readonly { readonly deadline: Deadline; readonly state: DeadlineState; readonly source: string }[]
  readonly newest: readonly BookingRow[]
  readonly evidence: readonly Evidence[]
  readonly remarks: readonly Remark[]
  readonly statements: readonly Statement[]
  readonly may: { readonly book: boolean; readonly draft: boolean; readonly manage: boolean; readonly write: boolean }
  readonly projectHref: string | undefined
  readonly done: Done | undefined
}

/** One account: where it stands, plan against actual, calls, bookings, deadlines, files, remarks. */
export function AccountPage(props: AccountProps) {
  const { t, account, situation, figures, may, callable } = props
  const { notice, project, lines } = account
  const href = (more: string): string => accountHref(project, more)
  return (
    <>
      <PageHead title={notice.purpose} lead={`${notice.authority}, ${notice.reference}`}>
        <Row>
          {may.book ? <LinkButton href={href('/booking/new')} icon="plus">{t('grant.booking.new')}</LinkButton> : null}
          {may.draft ? <LinkButton href={href('/call/new')} kind="quiet">{t('grant.call.new')}</LinkButton> : null}
          {may.book ? <LinkButton href={href('/import')} kind="quiet">{t('grant.import')}</LinkButton> : null}
          <LinkButton href={href('/booking')} kind="quiet">{t('grant.bookings.all')}</LinkButton>
          <LinkButton href={href('/statement')} kind="quiet">{t('grant.statements')}</LinkButton>
          {props.projectHref ? <LinkButton href={props.projectHref} kind="bare">{t('grant.to-project')}</LinkButton> : null}
        </Row>
      </PageHead>
      <Stack gap="l">
        <DoneNote t={t} done={props.done} />
        <Note kind={situationKind(situation)} level={0} title={situationText(t, situation)} />
        <RateNote t={t} missing={props.missing} />
        <Grid min={15}>
          <KeyFigure value={t.format.money(notice.mostCents)} label={t('grant.granted')} />
          <KeyFigure value={t.format.money(figures.paid)} label={t('grant.paid')} />
          <KeyFigure value={t.format.money(figures.eligible)} label={t('grant.eligible')} />
          <KeyFigure value={t.format.money(callable)} label={t('grant.callable')} />
          <KeyFigure value={t.format.money(props.unused)} label={t('grant.unused')} />
          <KeyFigure value={t('grant.own-of', { own: figures.own, planned: figures.ownPlanned })} label={t('grant.own-share')} />
        </Grid>
        <Plan t={t} lines={figures.lines} />
        <Calls t={t} calls={account.calls} project={project} />
        <Section id="bookings" title={t('grant.bookings.newest')}>
          <BookingTable t={t} project={project} rows={props.newest} lines={lines} id="newest" caption={t('grant.bookings.newest')} hideCaption />
        </Section>
        <Deadlines {...props} />
        <Section id="statements" title={t('grant.statements')}>
          <StatementTable t={t} project={project} statements={props.statements} />
        </Section>
        <Section id="evidence" title={t('grant.evidence')}>
          {props.evidence.length === 0 ? <p>{t('grant.evidence.none')}</p> : <FileList full files={props.evidence.map(({ id, title, sizeBytes }) => ({ name: title, size: t.format.bytes(sizeBytes), href: href(`/evidence/${id}`) }))} />}
        </Section>
        <Section id="remarks" title={t('grant.remarks')}>
          <Remarks t={t} remarks={props.remarks} />
        </Section>
        <Section id="notice" title={t('grant.notice')}>
          <Stack>
            <NoticeFacts t={t} notice={notice} />
            {may.manage ? <p><LinkButton href={href('/notice')} kind="quiet">{t('grant.notice.change')}</LinkButton></p> : null}
            {account.history.slice(1).map((earlier) => (
              <details key={earlier.number} class="mr-details">
                <summary>{t('grant.notice.number', { number: earlier.number })}, {t.format.date(earlier.noticedOn)}</summary>
                <NoticeFacts t={t} notice={earlier} />
              </details>
            ))}
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

function Plan({ t, lines }: { t: PageT; lines: readonly FigureLine[] }) {
  const spending = lines.filter(({ side }) => side === 'spending')
  const means = lines.filter(({ side }) => side !== 'spending')
  const sum = (all: readonly FigureLine[], of: 'planned' | 'eligible'): number => all.reduce((total, line) => total + line[of], 0)
  const foot = (head: string, all: readonly FigureLine[]) => [{ head, cells: { planned: t.format.money(sum(all, 'planned')), actual: t.format.money(sum(all, 'eligible')), rest: t.format.money(sum(all, 'planned') - sum(all, 'eligible')) } }]
  return (
    <Section id="plan" title={t('grant.plan')}>
      <Stack>
        <ColumnChart
          id="plan-chart" level={3} title={t('grant.plan.finding', { share: sum(spending, 'planned') === 0 ? 0 : sum(spending, 'eligible') / sum(spending, 'planned') })} unit={t('grant.plan.unit')} format={t.format} source={t('grant.plan.source')}
          columns={spending.map(({ title, eligible, planned }) => ({ label: title, value: eligible / 100, reference: planned / 100 }))}
          words={{ asTable: t('grant.plan.as-table'), label: t('grant.plan.line'), value: t('grant.plan.actual-euro'), none: t('grant.none-sign'), reference: t('grant.plan.planned-euro') }}
        />
        {[{ id: 'spending', caption: t('grant.statement.expenses'), all: spending, head: t('grant.plan.sum-spending') }, { id: 'means', caption: t('grant.statement.means'), all: means, head: t('grant.plan.sum-means') }].map(({ id, caption, all, head }) => (
          <DataTable
            key={id} id={id} caption={caption} rows={all} rowKey={({ key }) => key} foot={foot(head, all)}
            columns={[
              { key: 'line', head: t('grant.plan.line'), rowHead: true, cell: ({ title }) => title },
              { key: 'planned', head: t('grant.plan.planned'), align: 'end', cell: ({ planned }) => t.format.money(planned) },
              { key: 'actual', head: t('grant.plan.actual'), align: 'end', cell: ({ eligible }) => t.format.money(eligible) },
              { key: 'rest', head: t('grant.plan.rest'), align: 'end', cell: ({ planned, eligible }) => t.format.money(planned - eligible) },
              { key: 'deviation', head: t('grant.plan.deviation'), align: 'end', cell: (line) => deviationText(t, line) },
            ]}
          />
        ))}
      </Stack>
    </Section>
  )
}

/** How far a line is above or below its plan; what is over the limit says so. */
export const deviationText = (t: PageT, { planned, eligible, overLimit }: FigureLine) =>
  planned === 0 ? t('grant.none-sign') : overLimit ? <Tag kind="warn">{t.format.percent(eligible / planned - 1)}</Tag> : t.format.percent(eligible / planned - 1)

function Calls({ t, calls, project }: { t: PageT; calls: readonly Call[]; project: string }) {
  return (
    <Section id="calls" title={t('grant.calls')}>
      <DataTable
        id="call-table" caption={t('grant.calls')} hideCaption rows={calls} rowKey={({ id }) => id} empty={<p>{t('grant.call.none')}</p>}
        columns={[
          { key: 'number', head: t('grant.call.number'), rowHead: true, nowrap: true, cell: ({ id, number }) => <a href={accountHref(project, `/call/${id}`)}>{t('grant.call', { number })}</a> },
          { key: 'need', head: t('grant.call.need'), cell: ({ neededFrom, neededUntil }) => t.format.dateRange(neededFrom, neededUntil) },
          { key: 'amount', head: t('grant.call.amount'), align: 'end', cell: ({ amountCents }) => t.format.money(amountCents) },
          { key: 'state', head: t('grant.call.state'), cell: ({ state }) => <CallTag t={t} state={state} /> },
          { key: 'paid', head: t('grant.paid'), align: 'end', cell: ({ paidCents }) => (paidCents === null ? t('grant.none-sign') : t.format.money(paidCents)) },
          { key: 'settled', head: t('grant.call.settledOn'), nowrap: true, cell: ({ settledOn, sentOn }) => { const day = settledOn ?? sentOn; return day === null ? t('grant.none-sign') : t.format.date(day, 'medium') } },
        ]}
      />
    </Section>
  )
}

const stateKinds: Record<DeadlineState, TagKind> = { running: 'info', near: 'warn', today: 'warn', over: 'bad', done: 'ok', paused: 'plain' }

function Deadlines({ t, deadlines }: AccountProps) {
  return (
    <Section id="deadlines" title={t('grant.deadlines')}>
      <Stack gap="s">
        <DataTable
          id="deadline-table" caption={t('grant.deadlines')} hideCaption rows={deadlines} rowKey={({ deadline }) => deadline.id} empty={<p>{t('grant.no-deadline')}</p>}
          columns={[
            { key: 'rule', head: t('grant.deadline'), rowHead: true, cell: ({ deadline }) => deadlineWord(t, deadline.rule) },
            { key: 'due', head: t('grant.deadline.due'), nowrap: true, cell: ({ deadline }) => t.format.date(deadline.dueOn, 'medium') },
            { key: 'state', head: t('grant.deadline.state'), cell: ({ state }) => <Tag kind={stateKinds[state]}>{t(`grant.deadline-state.${state}`)}</Tag> },
            { key: 'source', head: t('grant.deadline.source'), cell: ({ source }) => source },
          ]}
        />
        <p class="mr-small mr-muted">{t('grant.deadlines.memory')}</p>
      </Stack>
    </Section>
  )
}

export function StatementTable({ t, project, statements }: { t: PageT; project: string; statements: readonly Statement[] }) {
  return (
    <DataTable
      id="statement-table" caption={t('grant.statements')} hideCaption rows={statements} rowKey={({ id }) => id} empty={<p>{t('grant.statements.none')}</p>}
      columns={[
        { key: 'kind', head: t('grant.statement.kind'), rowHead: true, cell: ({ kind, number }) => <a href={accountHref(project, `/statement/${number}`)}>{t('grant.statement.title', { kind: t(`grant.statement.kind.${kind}`), number })}</a> },
        { key: 'span', head: t('grant.statement.span'), cell: ({ fromDay, untilDay }) => t.format.dateRange(fromDay, untilDay) },
        { key: 'state', head: t('grant.statement.state'), cell: ({ submittedAt }) => (submittedAt === null ? <Tag>{t('grant.statement.draft')}</Tag> : <Tag kind="ok">{t('grant.statement.submitted', { day: submittedAt })}</Tag>) },
      ]}
    />
  )
}

export function Remarks({ t, remarks }: { t: PageT; remarks: readonly Remark[] }) {
  return (
    <DataTable
      id="remark-table" caption={t('grant.remarks')} hideCaption rows={remarks} rowKey={({ id }) => id} empty={<p>{t('grant.remarks.none')}</p>}
      columns={[
        { key: 'when', head: t('grant.remark.when'), nowrap: true, cell: ({ createdAt }) => t.format.date(createdAt, 'medium') },
        { key: 'on', head: t('grant.remark.on'), cell: ({ about }) => t(`grant.remark.about.${about}`) },
        { key: 'remark', head: t('grant.remark.remark'), cell: ({ remark }) => remark },
      ]}
    />
  )
}
