import { Button, DateField, ErrorSummary, Form, FormEnd, PageHead, Prose, Radios, Section, Stack } from '@modellregion/ui'
import type { SchoolHoliday } from '@modellregion/standards'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { FreeDay } from '../schema.ts'
import { datePartsOf } from './forms.tsx'

export type DaysProps = { t: PageT; csrf: string; action: string; days: readonly FreeDay[]; holidays: readonly SchoolHoliday[]; typed: Typed; errors: FormErrors }

/** The school's own free days, beside the holidays of the state. */
export function DaysPage({ t, csrf, action, days, holidays, typed, errors }: DaysProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, Object.keys(errors).length))} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
      <PageHead title={t('water.days.title')} lead={t('water.days.lead')} />
      <Form action={action} csrf={csrf}>
        <DateField name="day" label={t('water.days.field.day')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={datePartsOf(typed, 'day')} error={errors['day']} />
        <Radios name="reason" label={t('water.days.field.reason')} value={typedOf(typed, 'reason') || 'movable'} error={errors['reason']} choices={(['movable', 'training', 'closed'] as const).map((value) => ({ value, label: t(`water.days.reason.${value}`) }))} />
        <FormEnd>
          <Button>{t('water.days.add')}</Button>
        </FormEnd>
      </Form>
      <Section id="own" title={t('water.days.list')}>
        {days.length === 0 ? <p>{t('water.days.none')}</p> : null}
        <ul class="mr-list mr-stack">
          {days.map(({ day, reason }) => (
            <li key={day}>
              {t.format.date(day, 'weekday-year')}: {t(`water.days.reason.${reason}`)}
              <Form action={`${action}/${day}/remove`} csrf={csrf} bare>
                <Button kind="bare">{t('water.days.remove', { day })}</Button>
              </Form>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="state" title={t('water.days.holidays')}>
        <Stack>
        <Prose><ul>
          {holidays.map((holiday) => (
            <li key={holiday.from}>
              {t.format.locale === 'en' ? holiday.en : holiday.de}: {holiday.from === holiday.until ? t.format.date(holiday.from) : t.format.dateRange(holiday.from, holiday.until)}
            </li>
          ))}
        </ul></Prose>
        <p class="mr-small mr-muted">{t('water.days.source')}</p>
        </Stack>
      </Section>
    </>
  )
}
