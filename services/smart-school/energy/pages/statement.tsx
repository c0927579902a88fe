import { Button, DataTable, DateField, ErrorSummary, Form, FormEnd, KeyFigure, LinkButton, Note, PageHead, Grid, Radios, Section, Stack, Tabs, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import type { YearStatement } from '../account.ts'
import type { Difference } from '../rules/statement.ts'
import { correctionKinds, energyQuantities, isEnergyQuantity, type Activity, type Correction, type Line } from '../schema.ts'
import { anchorOf, formulaOf, lineName, originsOf, shown } from './lines.ts'

export type StatementProps = {
  t: PageT
  csrf: string
  school: School
  /** Undefined: the school has no account. */
  statement: YearStatement | undefined
  /** The day on which an account begins that does not yet. */
  begins: PlainDate | undefined
  years: readonly number[]
  activities: readonly Activity[]
  corrections: readonly Correction[]
  review: PlainDate | undefined
  reviewDue: boolean
  differences: readonly Difference[]
  may: { manage: boolean; log: boolean; close: boolean }
  form: { which: 'activity' | 'correction' | undefined; typed: Typed; errors: FormErrors }
  done: string | undefined
  hrefOf: (year: number, form?: 'csv' | 'pdf') => string
  base: string
}

/** The account of a school: what it saved, what it gets, and every number down to where it comes from. */
export function StatementPage(props: StatementProps) {
  const { t, school, statement, years, hrefOf, form, differences } = props
  const listed = Object.entries(form.errors).map(([field, text]) => ({ field, text }))
  if (!statement)
    return (
      <>
        <PageHead title={t('energy.account.title', { school: school.name })} />
        {props.done === 'opened' ? <Note kind="ok" role="status" level={0} title={t('energy.open.done')} /> : null}
        <Note title={props.begins ? t('energy.account.begins', { day: props.begins }) : t('energy.account.none')} level={0}>
          {props.begins ? null : props.may.manage ? <a href={`${props.base}/open`}>{t('energy.open.title')}</a> : t('energy.account.none-next')}
        </Note>
      </>
    )
  // A closed year is shown as it was paid.
  const lines = statement.closed?.lines ?? statement.lines
  const valueOf = (id: string): number => lines.find((line) => line.id === id)?.value ?? 0
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      {props.done ? <Note kind="ok" role="status" level={0} title={t(props.done === 'closed' ? 'energy.account.done-closed' : props.done === 'opened' ? 'energy.open.done' : props.done === 'correction' ? 'energy.account.done-correction' : 'energy.account.done-activity')} /> : null}
      <PageHead title={t('energy.account.title', { school: school.name })} lead={t('energy.account.lead', { percent: statement.account.sharePercent })} />
      <Stack gap="l">
        <Tabs label={t('energy.account.years')} tabs={years.map((year) => ({ href: hrefOf(year), label: String(year), current: year === statement.year }))} />
        <Grid>
          <KeyFigure value={t.format.money(valueOf('saved'))} label={t('energy.account.saved')} />
          <KeyFigure value={t.format.money(valueOf('share'))} label={t('energy.account.share')} />
          <KeyFigure value={t.format.money(valueOf('bonus'))} label={t('energy.account.bonus')} note={t.count('energy.line.of-points', valueOf('points'))} />
          <KeyFigure value={t.format.money(valueOf('payout'))} label={t('energy.account.payout')} />
        </Grid>
        <State {...props} statement={statement} />
        {props.reviewDue && props.review ? <Note kind="warn" level={0} title={t('energy.account.review-due', { day: props.review })}>{t('energy.account.review-why')}</Note> : null}
        {differences.length > 0 ? (
          <Note kind="warn" title={t('energy.account.changed')} level={2}>
            <ul>
              {differences.map((one) => {
                const line = [...lines, ...statement.lines].find(({ id }) => id === one.id)
                const say = (value: number | undefined): string => (value === undefined || !line ? t('energy.chart.none') : shown(t, value, line.unit, line.digits))
                return <li key={one.id}>{t('energy.account.changed-line', { line: line ? lineName(t, line) : one.id, paid: say(one.stored), today: say(one.today) })}</li>
              })}
            </ul>
          </Note>
        ) : null}
        <Section id="lines" title={t('energy.account.lines')}>
          <Stack>
          <p>{t('energy.account.lines-lead')}</p>
          {groupsOf(lines).map(([group, own]) => (
            <div key={group} class="mr-stack-s">
              <h3 class="mr-h3">{isEnergyQuantity(group) ? t(`energy.quantity.${group}`) : t(group === 'weather' ? 'energy.account.weather' : 'energy.account.sums')}</h3>
              {own.map((line) => (
                <LineView key={line.id} t={t} line={line} lines={lines} />
              ))}
            </div>
          ))}
          </Stack>
        </Section>
        <p class="mr-row">
          <LinkButton kind="quiet" href={hrefOf(statement.year, 'pdf')}>
            {t('energy.account.pdf')}
          </LinkButton>
          <LinkButton kind="quiet" href={hrefOf(statement.year, 'csv')}>
            {t('energy.account.csv')}
          </LinkButton>
        </p>
        <Activities {...props} />
        <Corrections {...props} />
        {props.may.manage ? (
          <p>
            <a href={`${props.base}/open`}>{t('energy.open.again')}</a>
          </p>
        ) : null}
        <p class="mr-small mr-muted">{t('energy.account.model')}</p>
      </Stack>
    </>
  )
}

// Lines that stand together: the weather, each quantity, the sums.
function groupsOf(lines: readonly Line[]): [string, Line[]][] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const group = line.about.quantity ?? (line.unit === 'Kd' ? 'weather' : 'sums')
    groups.set(group, [...(groups.get(group) ?? []), line])
  }
  return [...groups]
}

function State({ t, statement, may, csrf, base }: StatementProps & { statement: YearStatement }) {
  if (statement.closed) return <Note kind="ok" level={0} title={t('energy.account.closed', { day: statement.closed.closedAt })} />
  return (
    <Note kind="info" level={0} title={t('energy.account.open')}>
      <>
        {statement.missing.length > 0 ? (
          <ul>
            {statement.missing.map(({ what, quantity }) => (
              <li key={`${what}-${quantity ?? ''}`}>{t(`energy.account.missing.${what}`, { quantity: quantity ? t(`energy.quantity.${quantity}`) : '' })}</li>
            ))}
          </ul>
        ) : null}
        {may.close && statement.missing.length === 0 ? (
          <Form action={`${base}/close`} csrf={csrf} hidden={{ year: String(statement.year) }} bare>
            <Button>{t('energy.account.close', { year: statement.year })}</Button>
          </Form>
        ) : null}
      </>
    </Note>
  )
}

function LineView({ t, line, lines }: { t: PageT; line: Line; lines: readonly Line[] }) {
  return (
    <details class="mr-details" id={anchorOf(line.id)}>
      <summary>
        {lineName(t, line, true)}: <strong>{shown(t, line.value, line.unit, line.digits)}</strong>
      </summary>
      <p>
        {formulaOf(t, line, lines)} = {shown(t, line.value, line.unit, line.digits)}
      </p>
      <ul>
        {originsOf(t, line, lines).map(({ text, href }) => (
          <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </details>
  )
}

function Activities({ t, csrf, activities, may, form, base, statement }: StatementProps) {
  const { typed, errors } = form.which === 'activity' ? form : { typed: {}, errors: {} as FormErrors }
  return (
    <Section id="done" title={t('energy.activity.title')}>
      <Stack gap="s">
      <p>{t('energy.activity.lead', { cents: statement?.account.pointCents ?? 0, most: statement?.account.mostBonusCents ?? 0 })}</p>
      <DataTable
        id="activities"
        caption={t('energy.activity.title')}
        hideCaption
        rows={[...activities]}
        rowKey={({ id }) => id}
        empty={<p>{t('energy.activity.none')}</p>}
        columns={[
          { key: 'day', head: t('energy.activity.onDay'), cell: (one) => t.format.date(one.onDay, 'medium'), nowrap: true },
          { key: 'activity', head: t('energy.activity.activity'), rowHead: true, cell: (one) => one.activity },
          { key: 'points', head: t('energy.activity.points'), align: 'end', cell: (one) => t.format.number(one.points) },
          { key: 'evidence', head: t('energy.activity.evidence'), cell: (one) => one.evidence },
        ]}
      />
      {may.log ? (
        <details class="mr-details" open={form.which === 'activity'}>
          <summary>{t('energy.activity.add')}</summary>
          <Form action={`${base}/activity`} csrf={csrf}>
            <DateField name="onDay" label={t('energy.activity.onDay')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={{ day: typedOf(typed, 'onDay-day'), month: typedOf(typed, 'onDay-month'), year: typedOf(typed, 'onDay-year') }} error={errors['onDay']} />
            <TextField name="activity" label={t('energy.activity.activity')} hint={t('energy.activity.activity-hint')} value={typedOf(typed, 'activity')} error={errors['activity']} maxLength={200} />
            <TextField name="points" label={t('energy.activity.points')} hint={t('energy.activity.points-hint')} numeric width={4} value={typedOf(typed, 'points')} error={errors['points']} />
            <TextField name="evidence" label={t('energy.activity.evidence')} hint={t('energy.activity.evidence-hint')} optional={t('form.optional')} value={typedOf(typed, 'evidence')} error={errors['evidence']} maxLength={300} />
            <FormEnd>
              <Button>{t('energy.activity.add')}</Button>
            </FormEnd>
          </Form>
        </details>
      ) : null}
      </Stack>
    </Section>
  )
}

function Corrections({ t, csrf, corrections, may, form, base }: StatementProps) {
  const { typed, errors } = form.which === 'correction' ? form : { typed: {}, errors: {} as FormErrors }
  return (
    <Section id="changes" title={t('energy.correction.title')}>
      <Stack gap="s">
      <p>{t('energy.correction.lead')}</p>
      <DataTable
        id="corrections"
        caption={t('energy.correction.title')}
        hideCaption
        rows={[...corrections]}
        rowKey={({ id }) => id}
        empty={<p>{t('energy.correction.none')}</p>}
        columns={[
          { key: 'from', head: t('energy.correction.from'), cell: (one) => t.format.date(one.from, 'medium'), nowrap: true },
          { key: 'quantity', head: t('energy.correction.quantity'), cell: (one) => t(`energy.quantity.${one.quantity}`) },
          { key: 'reason', head: t('energy.correction.reason'), rowHead: true, cell: (one) => `${t(`energy.correction.kind.${one.kind}`)}: ${one.reason}` },
          { key: 'factor', head: t('energy.correction.factor'), align: 'end', cell: (one) => t.format.number(one.factor, 4) },
        ]}
      />
      {may.manage ? (
        <details class="mr-details" open={form.which === 'correction'}>
          <summary>{t('energy.correction.add')}</summary>
          <Form action={`${base}/correction`} csrf={csrf}>
            <Radios name="quantity" label={t('energy.correction.quantity')} value={typedOf(typed, 'quantity')} error={errors['quantity']} choices={energyQuantities.map((quantity) => ({ value: quantity, label: t(`energy.quantity.${quantity}`) }))} />
            <Radios name="kind" label={t('energy.correction.kind')} value={typedOf(typed, 'kind')} error={errors['kind']} choices={correctionKinds.map((kind) => ({ value: kind, label: t(`energy.correction.kind.${kind}`) }))} />
            <DateField name="from" label={t('energy.correction.from')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={{ day: typedOf(typed, 'from-day'), month: typedOf(typed, 'from-month'), year: typedOf(typed, 'from-year') }} error={errors['from']} />
            <TextField name="factor" label={t('energy.correction.factor')} hint={t('energy.correction.factor-hint')} width={4} value={typedOf(typed, 'factor')} error={errors['factor']} />
            <TextField name="reason" label={t('energy.correction.reason')} hint={t('energy.correction.reason-hint')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={300} />
            <FormEnd>
              <Button>{t('energy.correction.add')}</Button>
            </FormEnd>
          </Form>
        </details>
      ) : null}
      </Stack>
    </Section>
  )
}
