import { Button, Form, FormEnd, LinkButton, PageHead, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Errors, type FormProps } from './parts.tsx'

type Props = FormProps & { readonly action: string; readonly back: string }

/** Asking all other towns, or correcting the own question. */
export function QuestionFormPage({ t, csrf, typed, errors, action, back, isNew }: Props & { isNew: boolean }) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t(isNew ? 'network.question.new' : 'network.question.edit')} lead={t('network.question.new-lead')} />
      <Form action={action} csrf={csrf} hidden={isNew ? { key: typedOf(typed, 'key') } : {}}>
        <TextField {...text('title')} label={t('network.question.field.title')} hint={t('network.question.hint.title')} maxLength={160} />
        <TextArea {...text('text')} label={t('network.question.field.text')} hint={t('network.markdown-hint')} rows={8} />
        <TextField {...text('entry')} label={t('network.question.field.entry')} optional={t('form.optional')} hint={t('network.question.hint.entry')} maxLength={300} />
        <FormEnd>
          <Button>{t(isNew ? 'network.question.send' : 'action.save')}</Button>
          <LinkButton href={back} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export const AnswerFormPage = ({ t, csrf, typed, errors, action, back, title }: Props & { title: string }) => (
  <>
    <Errors t={t} errors={errors} />
    <PageHead title={t('network.answer.edit')} lead={title} />
    <Form action={action} csrf={csrf}>
      <TextArea name="text" label={t('network.answer.field.text')} hint={t('network.answer.hint.text')} value={typedOf(typed, 'text')} error={errors['text']} rows={8} />
      <FormEnd>
        <Button>{t('action.save')}</Button>
        <LinkButton href={back} kind="bare">
          {t('action.cancel')}
        </LinkButton>
      </FormEnd>
    </Form>
  </>
)

export const ObjectionFormPage = ({ t, csrf, typed, errors, action, back, town }: Props & { town: string }) => (
  <>
    <Errors t={t} errors={errors} />
    <PageHead title={t('network.objection.title')} lead={t('network.objection.lead', { town })} />
    <Form action={action} csrf={csrf}>
      <TextField name="reason" label={t('network.objection.field.reason')} hint={t('network.objection.hint.reason')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={300} />
      <FormEnd>
        <Button>{t('network.objection.send')}</Button>
        <LinkButton href={back} kind="bare">
          {t('action.cancel')}
        </LinkButton>
      </FormEnd>
    </Form>
  </>
)
