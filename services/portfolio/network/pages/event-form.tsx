import { Button, DateField, Form, FormEnd, LinkButton, PageHead, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { dateWordsOf, Errors, type FormProps } from './parts.tsx'

/** Planning or changing an event. */
export function EventFormPage({ t, csrf, typed, errors, action, back, isNew, tells }: FormProps & { action: string; back: string; isNew: boolean; /** A change of time or place goes to those who registered. */ tells: boolean }) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  const day = (name: string) => ({ name, words: dateWordsOf(t), error: errors[name], value: { day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) } })
  const optional = t('form.optional')
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t(isNew ? 'network.event.new' : 'network.event.edit')} lead={t(tells ? 'network.event.edit-tells' : 'network.event.new-lead')} />
      <Form action={action} csrf={csrf} hidden={isNew ? { key: typedOf(typed, 'key') } : { seen: typedOf(typed, 'seen') }}>
        <TextField {...text('title')} label={t('network.event.field.title')} maxLength={120} />
        <TextArea {...text('description')} label={t('network.event.field.description')} hint={t('network.markdown-hint')} rows={10} />
        <DateField {...day('day')} label={t('network.event.field.day')} />
        <TextField {...text('from')} label={t('network.event.field.from')} hint={t('network.event.hint.time')} width={10} maxLength={5} />
        <DateField {...day('lastDay')} label={t('network.event.field.lastDay')} optional={optional} hint={t('network.event.hint.lastDay')} />
        <TextField {...text('until')} label={t('network.event.field.until')} hint={t('network.event.hint.time')} width={10} maxLength={5} />
        <TextField {...text('place')} label={t('network.event.field.place')} optional={optional} hint={t('network.event.hint.place')} maxLength={300} />
        <TextField {...text('link')} type="url" label={t('network.event.field.link')} optional={optional} hint={t('network.event.hint.link')} maxLength={500} />
        <TextField {...text('invited')} label={t('network.event.field.invited')} hint={t('network.event.hint.invited')} maxLength={300} />
        <TextField {...text('seats')} label={t('network.event.field.seats')} optional={optional} hint={t('network.event.hint.seats')} width={4} numeric />
        <DateField {...day('registerUntil')} label={t('network.event.field.registerUntil')} optional={optional} hint={t('network.event.hint.registerUntil')} />
        <TextField {...text('topics')} label={t('network.event.field.topics')} optional={optional} hint={t('network.event.hint.topics')} maxLength={300} />
        <TextArea {...text('entries')} label={t('network.event.field.entries')} optional={optional} hint={t('network.event.hint.entries')} rows={3} />
        <FormEnd>
          <Button>{t('network.event.save')}</Button>
          <LinkButton href={back} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** Calling an event off: the reason goes to everybody who registered. */
export function CancelPage({ t, csrf, typed, errors, action, back, title, told }: FormProps & { action: string; back: string; title: string; told: number }) {
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t('network.event.cancel-title', { title })} lead={t.count('network.event.cancel-lead', told)} />
      <Form action={action} csrf={csrf}>
        <TextArea name="note" label={t('network.event.field.note')} hint={t('network.event.hint.note')} value={typedOf(typed, 'note')} error={errors['note']} rows={4} />
        <FormEnd>
          <Button kind="danger">{t('network.event.cancel')}</Button>
          <LinkButton href={back} kind="quiet">
            {t('network.event.keep')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
