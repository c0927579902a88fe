import { Button, Form, FormEnd, LinkButton, PageHead, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Done, Mistakes, type FormProps } from './parts.tsx'

/** What a town decides about its office. */
export function SettingsPage({ t, csrf, typed, errors, done, defaultName, holders }: FormProps & { done: string | undefined; defaultName: string; holders: number }) {
  const field = (name: string) => ({ name, label: t.find(`office.field.${name}`) ?? name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <Done t={t} done={done} />
      <PageHead title={t('office.settings-title')} lead={t('office.settings-lead')} />
      <Form action="/help-chat/office/settings" csrf={csrf}>
        <TextField {...field('officeName')} hint={t('office.hint.officeName', { name: defaultName })} optional={t('form.optional')} maxLength={80} />
        <TextField {...field('promiseHours')} hint={t('office.hint.promiseHours')} unit={t('office.unit-hours')} width={4} numeric />
        <TextField {...field('threshold')} hint={t('office.hint.threshold', { n: holders })} width={4} numeric />
        <TextField {...field('appName')} hint={t('office.hint.appName')} width={20} maxLength={12} />
        <TextField {...field('exitUrl')} hint={t('office.hint.exitUrl')} maxLength={200} />
        <TextField {...field('phone')} optional={t('form.optional')} type="tel" width={20} maxLength={40} />
        <TextArea {...field('room')} hint={t('office.hint.room')} optional={t('form.optional')} rows={2} maxLength={300} />
        <TextArea {...field('externalOffices')} hint={t('office.hint.externalOffices')} optional={t('form.optional')} rows={4} maxLength={1_000} />
        <FormEnd>
          <Button>{t('action.save')}</Button>
          <LinkButton kind="bare" href="/help-chat/office">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
