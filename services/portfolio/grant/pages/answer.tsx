import { DataTable, DescriptionList, Form, PageHead, Radios, Section, Stack, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { accountHref } from '../links.ts'
import type { Call, FormerAnswer } from '../schema.ts'
import { Ends, euro } from './fields.tsx'
import { Day, field, Mistakes, type FormView } from './parts.tsx'

/** What the authority answered to a call. */
export function AnswerFields({ view }: { view: FormView }) {
  const { t } = view
  return (
    <>
      <Radios {...field(view, 'outcome')} label={t('grant.call.outcome')} choices={(['paid', 'refused'] as const).map((value) => ({ value, label: t(`grant.call.outcome.${value}`) }))} />
      <Day view={view} name="settledOn" label={t('grant.call.settledOn')} />
      <TextField {...euro(view, 'paid')} label={t('grant.call.paid')} hint={t('grant.call.paid-hint')} optional={t('form.optional')} />
      <TextField {...field(view, 'refusal')} label={t('grant.call.refusal')} hint={t('grant.call.refusal-hint')} optional={t('form.optional')} maxLength={500} />
    </>
  )
}

/** Puts another answer in the place of one that was entered wrongly. */
export function AnswerPage(props: FormView & { readonly project: string; readonly call: Call; readonly former: readonly FormerAnswer[] }) {
  const { t, project, call, typed } = props
  const href = accountHref(project, `/call/${call.id}`)
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.call.correct')} lead={t('grant.call.correct-lead', { number: call.number })} />
      <Stack gap="l">
        <DescriptionList entries={[{ term: t('grant.call.amount'), value: t.format.money(call.amountCents) }, { term: t('grant.call.stands'), value: answerText(t, call) }]} />
        <Form action={`${href}/answer`} csrf={props.csrf} hidden={{ key: typedOf(typed, 'key'), basis: typedOf(typed, 'basis') }}>
          <AnswerFields view={props} />
          <TextField {...field(props, 'reason')} label={t('grant.call.correct-reason')} hint={t('grant.call.correct-reason-hint')} maxLength={500} />
          <Ends t={t} word={t('grant.call.correct-save')} back={href} />
        </Form>
        <FormerAnswers t={t} former={props.former} />
      </Stack>
    </>
  )
}

/** What was entered wrongly, or nothing. */
export const FormerAnswers = ({ t, former }: { t: PageT; former: readonly FormerAnswer[] }) =>
  former.length === 0 ? null : (
    <Section id="former" title={t('grant.call.former')}>
      <DataTable
        id="former-answers" caption={t('grant.call.former')} hideCaption rows={former} rowKey={({ id }) => id}
        columns={[
          { key: 'when', head: t('grant.call.former.when'), nowrap: true, cell: ({ createdAt }) => t.format.date(createdAt, 'medium') },
          { key: 'answer', head: t('grant.call.former.answer'), rowHead: true, cell: (one) => answerText(t, one) },
          { key: 'reason', head: t('grant.call.former.reason'), cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  )

function answerText(t: PageT, { settledOn: day, paidCents, refusal }: Pick<Call, 'settledOn' | 'paidCents' | 'refusal'>): string {
  if (day === null) return t('grant.none-sign')
  return paidCents === null ? t('grant.call.former.refused', { day, reason: refusal ?? '' }) : t('grant.call.former.paid', { amount: paidCents, day })
}
