import { Button, DateField, Form, PageHead, Panel, Radios, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Ending, Mistakes, Paragraphs } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import { nextStates } from '../rules.ts'
import { textLimit, type DataRequest, type RequestEvent } from '../schema.ts'
import { StateTag } from './state.tsx'

type Choice = { id: string; title: string }
export type HandlePageProps = FormProps & { request: DataRequest; unread: readonly RequestEvent[]; drafts: readonly Choice[]; offices: readonly Choice[] }

/** Staff lead a request on. Everything said here is public. */
export function HandlePage(props: HandlePageProps) {
  const { t, csrf, typed, errors, optional, request, unread, drafts, offices, dateWords } = props
  const path = `/open-data/request/${request.number}`
  const field = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  const next = nextStates(request.state).filter((state) => state !== 'waiting')
  const isFirst = request.state === 'waiting' || request.state === 'rejected'
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('request.handle')} lead={t('request.handle-lead')} />
      <Stack gap="l">
        <Panel title={request.title} aside={t('request.number', { number: request.number })}>
          <p>
            <StateTag t={t} state={request.state} />
          </p>
          <Paragraphs text={request.purpose} />
        </Panel>
        {unread.length > 0 ? (
          <Panel title={t('request.replies-waiting')}>
            {unread.map((event) => (
              <Form key={event.id} action={`${path}/show`} csrf={csrf} hidden={{ event: event.id }}>
                <Paragraphs text={event.text} />
                <p>
                  <Button kind="quiet">{t('request.reply-show')}</Button>
                </p>
              </Form>
            ))}
          </Panel>
        ) : null}
        <Form action={`${path}/handle`} csrf={csrf}>
          <Radios {...field('state')} label={t('request.field.state')} choices={next.map((state) => ({ value: state, label: t(`request.to.${state}`) }))} />
          <TextArea {...field('text')} label={t('request.field.text')} hint={t('request.field.text-hint')} rows={5} maxLength={textLimit} />
          {isFirst ? null : (
            <>
              <DateField
                name="expectedOn"
                label={t('request.field.expectedOn')}
                hint={t('request.field.expectedOn-hint')}
                optional={optional}
                words={dateWords}
                value={{ day: typedOf(typed, 'expectedOn-day'), month: typedOf(typed, 'expectedOn-month'), year: typedOf(typed, 'expectedOn-year') }}
                error={errors['expectedOn']}
              />
              <TextArea {...field('datasets')} label={t('request.field.datasets')} optional={optional} hint={t('request.field.datasets-hint')} rows={3} maxLength={4_000} />
              {drafts.length > 0 ? (
                <Select {...field('draft')} label={t('request.field.draft')} optional={optional} empty={t('request.field.draft-none')} choices={drafts.map(({ id, title }) => ({ value: id, label: title }))} />
              ) : null}
              <TextField {...field('original')} label={t('request.field.original')} optional={optional} hint={t('request.field.original-hint')} numeric width={4} maxLength={10} />
            </>
          )}
          <Select {...field('organisationId')} label={t('request.field.organisationId')} optional={optional} empty={t('request.field.organisation-empty')} choices={offices.map(({ id, title }) => ({ value: id, label: title }))} />
          <Ending send={t('request.handle-send')} leave={t('request.handle-leave')} href={path} />
        </Form>
      </Stack>
    </>
  )
}
