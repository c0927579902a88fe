import { Button, DataTable, EmptyState, ErrorSummary, FileField, Form, FormEnd, Hidden, LinkButton, Note, PageHead, Radios, Result, ResultList, Section, Stack, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { nameOfRegister } from '../../meter/pages/register-fields.tsx'
import { readingChannelOf } from '../../meter/rules/registers.ts'
import type { MeterPoint, Register } from '../../meter/schema.ts'
import type { Doubt } from '../rules/reading.ts'
import type { PastReading } from '../schema.ts'

type ChooseProps = { t: PageT; schools: readonly { name: string; points: readonly MeterPoint[] }[] }

/** Which meter is read: those of the schools somebody works for. */
export function ChooseMeterPage({ t, schools }: ChooseProps) {
  return (
    <>
      <PageHead title={t('ingest.reading.title')} lead={t('ingest.reading.lead')} />
      <Stack gap="l">
        {schools.every(({ points }) => points.length === 0) ? <EmptyState level={2} icon="list" title={t('ingest.reading.none')} text={t('ingest.reading.none-next')} /> : null}
        {schools.filter(({ points }) => points.length > 0).map(({ name, points }) => (
          <section key={name} class="mr-stack">
            <h2>{name}</h2>
            <ResultList>
              {points.map((point) => (
                <Result key={point.id} level={3} href={`/smart-school/meter-reading/new?point=${point.id}`} title={point.name} meta={[]} />
              ))}
            </ResultList>
          </section>
        ))}
      </Stack>
    </>
  )
}

type Props = { t: PageT; csrf: string; point: MeterPoint; registers: readonly Register[]; unit: string; typed: Typed; errors: FormErrors; doubt: Doubt | undefined; done: boolean; past: readonly PastReading[]; today: PlainDate }

/** The form for one reading, with a question when it looks odd, and what was read before. */
export function ReadingPage({ t, csrf, point, registers, unit, typed, errors, doubt, done, past }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {done ? <Note kind="ok" level={0} role="status" title={t('ingest.reading.done')} /> : null}
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('ingest.reading.of', { point: point.name })} />
      <Form action="/smart-school/meter-reading" csrf={csrf} multipart>
        <Hidden name="point" value={String(point.id)} />
        {typedOf(typed, 'photoId') === '' ? null : <Hidden name="photoId" value={typedOf(typed, 'photoId')} />}
        {doubt === undefined ? null : (
          <Note kind="warn" title={t('ingest.reading.doubt')} role="alert">
            <p>{doubt.kind === 'lower' ? t('ingest.reading.doubt-lower', { value: doubt.before.value, at: doubt.before.at, unit }) : t('ingest.reading.doubt-much', { perDay: doubt.perDay ?? 0, usual: doubt.usualPerDay ?? 0, unit })}</p>
            <p>{t('ingest.reading.doubt-next')}</p>
            <Button name="confirmed" value="on">
              {t('ingest.reading.confirm')}
            </Button>
          </Note>
        )}
        {registers.length > 1 ? <Radios name="register" label={t('meter.code')} hint={t('ingest.reading.hint.register')} value={typedOf(typed, 'register')} error={errors['register']} choices={registers.map(({ code }) => ({ value: code, label: nameOfRegister(t, code, point.quantity) }))} /> : null}
        <TextField name="value" label={t('ingest.reading.field.value')} hint={t('ingest.reading.hint.value')} value={typedOf(typed, 'value')} error={errors['value']} unit={unit} width={10} maxLength={20} numeric />
        <TextField name="at" type="datetime-local" label={t('ingest.reading.field.at')} value={typedOf(typed, 'at')} error={errors['at']} width={20} />
        <FileField name="photo" label={t('ingest.reading.field.photo')} optional={t('form.optional')} hint={typedOf(typed, 'photoId') === '' ? t('ingest.reading.hint.photo') : t('ingest.reading.photo-kept')} error={errors['photo']} accept="image/jpeg,image/png" />
        <FormEnd>
          <Button>{t('ingest.reading.save')}</Button>
          <LinkButton href="/smart-school/meter-reading/new" kind="bare">
            {t('ingest.reading.other')}
          </LinkButton>
        </FormEnd>
      </Form>
      {past.length === 0 ? null : (
        <Section title={t('ingest.reading.past')} id="past">
          <DataTable
            id="readings"
            caption={t('ingest.reading.past')}
            hideCaption
            rows={past}
            rowKey={({ id }) => id}
            columns={[
              { key: 'at', head: t('ingest.reading.field.at'), rowHead: true, cell: ({ at }) => t('ingest.at', { at }) },
              { key: 'value', head: t('ingest.reading.field.value'), align: 'end', cell: ({ value }) => (value === null ? '–' : t('ingest.reading.value', { value, unit })) },
              ...(registers.length > 1 ? [{ key: 'register', head: t('meter.code'), cell: ({ channel }: PastReading) => nameOfRegister(t, registers.find(({ code }) => readingChannelOf(code) === channel)?.code ?? 'total', point.quantity) }] : []),
              { key: 'photo', head: t('ingest.reading.field.photo'), cell: ({ id, photoId }) => (photoId === null ? '–' : <a href={`/smart-school/meter-reading/${id}/photo`}>{t('ingest.reading.photo')}</a>) },
            ]}
          />
        </Section>
      )}
    </>
  )
}
