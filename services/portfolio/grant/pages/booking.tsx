import { Button, Checkbox, DescriptionList, FileField, FileList, Form, FormEnd, LinkButton, PageHead, Section, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { accountHref } from '../links.ts'
import type { BookingRow, Evidence, Line, Remark } from '../schema.ts'
import { Remarks } from './account.tsx'
import { Ends, euro, percent } from './fields.tsx'
import { Day, DoneNote, field, Mistakes, roleText, type Done, type FormView } from './parts.tsx'

function BookingFields({ view, lines }: { view: FormView; lines: readonly Line[] }) {
  const { t, typed } = view
  return (
    <>
      <Select {...field(view, 'line')} label={t('grant.booking.line')} empty={t('grant.booking.choose')} choices={lines.filter(({ side }) => side !== 'grant').map(({ key, title, side }) => ({ value: key, label: `${title} (${t(`grant.side.${side}`)})` }))} />
      <Day view={view} name="paidOn" label={t('grant.booking.paidOn')} />
      <TextField {...field(view, 'voucher')} label={t('grant.booking.voucher')} width={20} maxLength={60} />
      <TextField {...field(view, 'payee')} label={t('grant.booking.payee')} hint={t('grant.booking.payee-hint')} maxLength={160} />
      <TextField {...field(view, 'purpose')} label={t('grant.booking.purpose')} maxLength={300} />
      <TextField {...euro(view, 'amount')} label={t('grant.booking.amount')} hint={t('grant.call.amount-hint')} />
      <TextField {...euro(view, 'vat')} label={t('grant.booking.vat')} optional={t('form.optional')} />
      <Checkbox name="vatCounts" label={t('grant.booking.vatCounts')} hint={t('grant.booking.vatCounts-hint')} checked={typedOf(typed, 'vatCounts') !== ''} />
      <TextField {...percent(view, 'share')} label={t('grant.booking.share')} hint={t('grant.booking.share-hint')} />
    </>
  )
}

/** A new payment. */
export const NewBookingPage = (props: FormView & { project: string; lines: readonly Line[] }) => (
  <>
    <Mistakes {...props} />
    <PageHead title={props.t('grant.booking.new')} lead={props.t('grant.booking.new-lead')} />
    <Form action={accountHref(props.project, '/booking/new')} csrf={props.csrf} hidden={{ key: typedOf(props.typed, 'key') }}>
      <BookingFields view={props} lines={props.lines} />
      <Ends t={props.t} word={props.t('grant.booking.save')} back={accountHref(props.project)} />
    </Form>
  </>
)

/** A booking is taken back, and another one may stand in its place. */
export const CorrectPage = (props: FormView & { project: string; lines: readonly Line[]; booking: BookingRow }) => {
  const { t, project, booking, typed } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.booking.correct')} lead={t('grant.booking.correct-lead', { seq: booking.seq })} />
      <Form action={accountHref(project, `/booking/${booking.id}/correct`)} csrf={props.csrf} hidden={{ key: typedOf(typed, 'key') }}>
        <TextField {...field(props, 'reason')} label={t('grant.booking.reason')} hint={t('grant.booking.reason-hint')} maxLength={500} />
        <Checkbox name="again" label={t('grant.booking.again')} checked={typedOf(typed, 'again') !== ''} />
        <BookingFields view={props} lines={props.lines} />
        <Ends t={t} word={t('grant.booking.correct-save')} back={accountHref(project, `/booking/${booking.id}`)} />
      </Form>
    </>
  )
}

export type BookingProps = FormView & { readonly project: string; readonly booking: BookingRow; readonly line: string; readonly evidence: readonly Evidence[]; readonly remarks: readonly Remark[]; readonly may: { readonly book: boolean; readonly remark: boolean }; readonly correctable: boolean; readonly done: Done | undefined }

/** One booking with its files and what auditors wrote on it. */
export function BookingPage(props: BookingProps) {
  const { t, booking, project, evidence, csrf } = props
  const href = accountHref(project, `/booking/${booking.id}`)
  const entries = [
    { term: t('grant.booking.paidOn'), value: t.format.date(booking.paidOn) },
    { term: t('grant.booking.voucher'), value: booking.voucher },
    { term: t('grant.booking.payee'), value: booking.payee },
    { term: t('grant.booking.purpose'), value: booking.purpose },
    { term: t('grant.booking.line'), value: props.line },
    { term: t('grant.booking.amount'), value: t.format.money(booking.amountCents) },
    { term: t('grant.booking.vat'), value: t.format.money(booking.vatCents) },
    { term: t('grant.booking.vatCounts'), value: t(booking.vatEligible ? 'grant.csv.yes' : 'grant.csv.no') },
    { term: t('grant.booking.share'), value: t.format.percent(booking.shareBp / 10_000, 2) },
    { term: t('grant.booking.eligible'), value: t.format.money(booking.eligibleCents) },
    { term: t('grant.booking.entered'), value: t.format.date(booking.createdAt) },
    ...(booking.reason === '' ? [] : [{ term: t('grant.booking.reason'), value: booking.reason }]),
  ]
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.booking', { seq: booking.seq })} lead={roleText(t, booking) || undefined} />
      <Stack gap="l">
        <DoneNote t={t} done={props.done} />
        <DescriptionList entries={entries} />
        {props.may.book && props.correctable ? (
          <p>
            <LinkButton href={`${href}/correct`} kind="quiet">{t('grant.booking.correct')}</LinkButton>
          </p>
        ) : null}
        <Section id="evidence" title={t('grant.evidence')}>
          <Stack>
            {evidence.length === 0 ? <p>{t('grant.evidence.none')}</p> : <FileList full files={evidence.map(({ id, title, sizeBytes }) => ({ name: title, size: t.format.bytes(sizeBytes), href: accountHref(project, `/evidence/${id}`) }))} />}
            {evidence.map(({ id, sha256, title }) => (
              <p key={id} class="mr-small mr-muted mr-num">{title}: {t('grant.statement.hash', { hash: sha256 })}</p>
            ))}
            {props.may.book ? (
              <Form action={`${href}/evidence`} csrf={csrf} multipart>
                <FileField name="file" label={t('grant.evidence.file')} hint={t('grant.evidence.file-hint')} error={props.errors['file']} accept=".pdf,.txt,image/*" />
                <FormEnd>
                  <Button kind="quiet">{t('grant.evidence.add')}</Button>
                </FormEnd>
              </Form>
            ) : null}
          </Stack>
        </Section>
        <RemarkSection view={props} remarks={props.remarks} action={`${href}/remark`} may={props.may.remark} />
      </Stack>
    </>
  )
}

export const RemarkSection = ({ view, remarks, action, may }: { view: FormView; remarks: readonly Remark[]; action: string; may: boolean }) => (
  <Section id="remarks" title={view.t('grant.remarks')}>
    <Stack>
      <Remarks t={view.t} remarks={remarks} />
      {may ? (
        <div class="mr-noprint">
          <Form action={action} csrf={view.csrf} hidden={{ key: typedOf(view.typed, 'key') }}>
            <TextArea {...field(view, 'remark')} label={view.t('grant.remark.remark')} hint={view.t('grant.remark.remark-hint')} rows={4} maxLength={2_000} />
            <FormEnd>
              <Button>{view.t('grant.remark.add')}</Button>
            </FormEnd>
          </Form>
        </div>
      ) : null}
    </Stack>
  </Section>
)
