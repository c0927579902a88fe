import { Button, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Radios, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { ConsentField } from './adopt.tsx'

export type ReportProps = { t: PageT; csrf: string; title: string; lead: string; action: string; back: string; hidden: Readonly<Record<string, string>>; installed: string | undefined; typed: Typed; errors: FormErrors }

/** What a town tells the others about its use: since when, with what effort, what it learnt, whom to ask. */
export function ReportPage({ t, csrf, title, lead, action, back, hidden, installed, typed, errors }: ReportProps) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  const optional = t('form.optional')
  const words = { day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }
  const listed = Object.entries(errors).map(([field, sentence]) => ({ field, text: sentence }))
  return (
    <Stack gap="l">
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={title} lead={lead} />
      <Form action={action} csrf={csrf} hidden={hidden}>
        <ConsentField t={t} value={typedOf(typed, 'consent')} error={errors['consent']} />
        <Radios name="state" label={t('adoption.column.state')} value={typedOf(typed, 'state')} error={errors['state']} choices={(['planned', 'running'] as const).map((one) => ({ value: one, label: t(`adoption.state.${one}`) }))} />
        <DateField name="since" label={t('adoption.field.since')} hint={t('adoption.hint.since')} words={words} value={{ day: typedOf(typed, 'since-day'), month: typedOf(typed, 'since-month'), year: typedOf(typed, 'since-year') }} error={errors['since']} />
        {installed === undefined ? <TextField {...text('versionLabel')} label={t('adoption.column.version')} optional={optional} width={10} /> : null}
        <TextField {...text('effortDays')} label={t('adoption.field.effort')} hint={t('adoption.hint.effort')} optional={optional} numeric width={4} />
        <TextField {...text('once')} label={t('adoption.column.once')} hint={t('adoption.hint.money')} optional={optional} width={10} unit="€" />
        <TextField {...text('yearly')} label={t('adoption.column.yearly')} optional={optional} width={10} unit="€" />
        <TextArea {...text('worked')} label={t('adoption.lesson.worked')} hint={t('adoption.hint.lesson')} optional={optional} rows={3} />
        <TextArea {...text('beware')} label={t('adoption.lesson.beware')} optional={optional} rows={3} />
        <TextField {...text('contactOffice')} label={t('adoption.field.office')} hint={t('adoption.hint.office')} optional={optional} />
        <TextField {...text('contactEmail')} type="email" label={t('adoption.field.mailbox')} hint={t('adoption.hint.mailbox')} optional={optional} />
        <FormEnd>
          <Button>{t('adoption.report.save')}</Button>
          <LinkButton kind="bare" href={back}>
            {t('adoption.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </Stack>
  )
}
