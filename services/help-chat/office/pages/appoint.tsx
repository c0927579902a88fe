import { Button, Form, FormEnd, LinkButton, PageHead, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Mistakes, type FormProps } from './parts.tsx'

/** The head of the office names somebody; a second person confirms the role. */
export function AppointPage({ t, csrf, typed, errors }: FormProps) {
  const field = (name: 'colleague' | 'reason') => ({ name, label: t(`office.field.${name}`), hint: t(`office.hint.${name}`), value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <PageHead title={t('office.new-title')} lead={t('office.new-lead')} />
      <Form action="/help-chat/office/confidants/new" csrf={csrf}>
        <TextField {...field('colleague')} maxLength={320} autocomplete="off" />
        <TextField {...field('reason')} maxLength={500} />
        <FormEnd>
          <Button>{t('office.new-send')}</Button>
          <LinkButton kind="bare" href="/help-chat/office">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
