import { Button, DescriptionList, Form, FormEnd, LinkButton, Note, PageHead, Section, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { accountHref } from '../links.ts'
import type { CallWarning } from '../rules/call.ts'
import type { Call, FormerAnswer } from '../schema.ts'
import { Ends, euro } from './fields.tsx'
import { AnswerFields, FormerAnswers } from './answer.tsx'
import { CallTag, Day, DoneNote, field, Mistakes, type Done, type FormView } from './parts.tsx'

/** A draft of a call for funds. */
export const NewCallPage = (props: FormView & { project: string; rest: number; months: number }) => {
  const { t, project, months } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.call.new')} lead={t('grant.call.new-lead', { rest: props.rest, months })} />
      <Form action={accountHref(project, '/call/new')} csrf={props.csrf} hidden={{ key: typedOf(props.typed, 'key') }}>
        <Day view={props} name="neededFrom" label={t('grant.call.neededFrom')} />
        <Day view={props} name="neededUntil" label={t('grant.call.neededUntil')} hint={t('grant.call.neededUntil-hint', { months })} />
        <TextField {...euro(props, 'amount')} label={t('grant.call.amount')} hint={t('grant.call.amount-hint')} />
        <TextArea {...field(props, 'reason')} label={t('grant.call.reason')} hint={t('grant.call.reason-hint')} rows={4} maxLength={1_000} />
        <Ends t={t} word={t('grant.call.draft')} back={accountHref(project)} />
      </Form>
    </>
  )
}

export type CallProps = FormView & { readonly project: string; readonly call: Call; readonly warnings: readonly CallWarning[]; readonly former: readonly FormerAnswer[]; readonly may: { readonly send: boolean; readonly draft: boolean; readonly settle: boolean }; readonly samePerson: boolean; readonly refusal: string | undefined; readonly done: Done | undefined }

/** A call for funds and its next step. */
export function CallPage(props: CallProps) {
  const { t, call, project, csrf, may } = props
  const href = accountHref(project, `/call/${call.id}`)
  const isAnswered = call.state === 'paid' || call.state === 'refused'
  const day = (term: string, value: Call['sentOn']) => (value === null ? [] : [{ term, value: t.format.date(value) }])
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.call', { number: call.number })} lead={<CallTag t={t} state={call.state} />} />
      <Stack gap="l">
        <DoneNote t={t} done={props.done} />
        {props.refusal ? <Note kind="bad" role="alert" level={0} title={props.refusal} /> : null}
        <DescriptionList
          entries={[
            { term: t('grant.call.need'), value: t.format.dateRange(call.neededFrom, call.neededUntil) },
            { term: t('grant.call.amount'), value: t.format.money(call.amountCents) },
            { term: t('grant.call.reason'), value: call.reason },
            ...day(t('grant.call.sentOn'), call.sentOn),
            ...day(t(call.state === 'refused' ? 'grant.call.settled-refused' : 'grant.call.settled-paid'), call.settledOn),
            ...(call.paidCents === null ? [] : [{ term: t('grant.call.paid'), value: t.format.money(call.paidCents) }]),
            ...(call.refusal === null ? [] : [{ term: t('grant.call.refusal'), value: call.refusal }]),
          ]}
        />
        {props.warnings.length > 0 ? (
          <Note kind="warn" level={2} title={t('grant.call.warnings')}>
            <ul>
              {props.warnings.map(({ code, cents }) => (
                <li key={code}>{t(`grant.call.warning.${code}`, { cents })}</li>
              ))}
            </ul>
          </Note>
        ) : null}
        {call.state === 'draft' && may.send ? (
          props.samePerson ? (
            <Note level={0} title={t('grant.call.same-person')} />
          ) : (
            <Note level={0} title={t('grant.call.send-next')}>
              <Form action={`${href}/send`} csrf={csrf} bare>
                <Button>{t('grant.call.send')}</Button>
              </Form>
            </Note>
          )
        ) : null}
        {call.state === 'draft' && may.draft ? (
          <Form action={`${href}/discard`} csrf={csrf} bare>
            <Button kind="bare">{t('grant.call.discard')}</Button>
          </Form>
        ) : null}
        {call.state === 'sent' && may.settle ? (
          <Section id="settle" title={t('grant.call.settle')}>
            <Form action={`${href}/settle`} csrf={csrf}>
              <AnswerFields view={props} />
              <FormEnd>
                <Button>{t('grant.call.settle')}</Button>
              </FormEnd>
            </Form>
          </Section>
        ) : null}
        {isAnswered && may.settle ? <p><LinkButton href={`${href}/answer`} kind="quiet">{t('grant.call.correct')}</LinkButton></p> : null}
        <FormerAnswers t={t} former={props.former} />
      </Stack>
    </>
  )
}
