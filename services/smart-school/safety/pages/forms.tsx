import { Button, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'

type Props = { t: PageT; csrf: string; school: School; typed: Typed; errors: FormErrors }

const summaryOf = ({ t, errors }: Pick<Props, 't' | 'errors'>) => <ErrorSummary title={t.count('form.errors', Math.max(1, Object.keys(errors).length))} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />

/** When somebody is expected in the school. */
export function HoursPage({ t, csrf, school, typed, errors }: Props) {
  const base = `/smart-school/school/${school.slug}/safety`
  return (
    <>
      {summaryOf({ t, errors })}
      <PageHead title={t('safety.hours-title')} lead={t('safety.hours-lead')} />
      <Form action={`${base}/hours`} csrf={csrf}>
        <TextField name="from" width={10} label={t('safety.hours-from')} hint={t('safety.hours-hint')} value={typedOf(typed, 'from')} error={errors['from']} />
        <TextField name="to" width={10} label={t('safety.hours-to')} value={typedOf(typed, 'to')} error={errors['to']} />
        <FormEnd>
          <Button>{t('safety.hours-save')}</Button>
          <LinkButton kind="bare" href={base}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** Switching on that movement at night is looked at: never without a reason and the staff council. */
export function PresencePage({ t, csrf, school, typed, errors }: Props) {
  const base = `/smart-school/school/${school.slug}/safety`
  return (
    <>
      {summaryOf({ t, errors })}
      <PageHead title={t('safety.presence-title')} lead={t('safety.presence-lead')} />
      <Form action={`${base}/presence`} csrf={csrf}>
        <TextArea name="reason" label={t('safety.presence-reason')} hint={t('safety.presence-reason-hint')} value={typedOf(typed, 'reason')} error={errors['reason']} rows={4} />
        <DateField
          name="councilOn"
          label={t('safety.presence-council')}
          hint={t('safety.presence-council-hint')}
          words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }}
          value={{ day: typedOf(typed, 'councilOn-day'), month: typedOf(typed, 'councilOn-month'), year: typedOf(typed, 'councilOn-year') }}
          error={errors['councilOn']}
        />
        <FormEnd>
          <Button>{t('safety.presence-save')}</Button>
          <LinkButton kind="bare" href={base}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
