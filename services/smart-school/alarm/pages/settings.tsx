import { Button, Checkbox, ErrorSummary, Form, FormEnd, Note, PageHead, Radios, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { severities } from '../schema.ts'

type Props = { t: PageT; csrf: string; typed: Typed; errors: FormErrors; saved: boolean; hasMail: boolean; sent: number; bundled: number }

/** Somebody's own quiet hours, ways and greatest number of notifications. */
export function SettingsPage({ t, csrf, typed, errors, saved, hasMail, sent, bundled }: Props) {
  const text = (name: 'quietFrom' | 'quietTo' | 'perDay' | 'perWeek' | 'digestHour', hint?: string) => <TextField name={name} width={4} label={t(`alarm.settings.field.${name}`)} hint={hint} value={typedOf(typed, name)} error={errors[name]} />
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, Object.keys(errors).length))} errors={Object.entries(errors).map(([field, message]) => ({ field, text: message }))} />
      {saved ? <Note kind="ok" role="status" level={0} title={t('alarm.settings.saved')} /> : null}
      <PageHead title={t('alarm.settings.title')} lead={t('alarm.settings.lead')}>
        <p>{t('alarm.settings.got', { sent, bundled })}</p>
      </PageHead>
      {hasMail ? null : <Note kind="warn" level={0} title={t('alarm.settings.no-mail')} />}
      <Form action="/smart-school/alarms/settings" csrf={csrf}>
        {text('quietFrom', t('alarm.settings.hint.quiet'))}
        {text('quietTo')}
        <Checkbox name="quietWeekend" label={t('alarm.settings.field.quietWeekend')} checked={typedOf(typed, 'quietWeekend') !== ''} />
        <Checkbox name="mail" label={t('alarm.settings.field.mail')} checked={typedOf(typed, 'mail') !== ''} />
        <Radios name="mailFrom" label={t('alarm.settings.field.mailFrom')} value={typedOf(typed, 'mailFrom')} error={errors['mailFrom']} choices={severities.map((value) => ({ value, label: t(`alarm.severity.${value}`) }))} />
        {text('perDay', t('alarm.settings.hint.budget'))}
        {text('perWeek')}
        {text('digestHour')}
        <FormEnd>
          <Button>{t('alarm.settings.save')}</Button>
        </FormEnd>
      </Form>
    </>
  )
}
