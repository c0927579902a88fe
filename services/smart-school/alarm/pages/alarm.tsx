import { Button, DataTable, ErrorSummary, Form, FormEnd, Note, PageHead, Panel, Radios, Row, Section, Stack, TextArea, TextField, Timeline, type TimelineEvent } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import { headingOf, sentencesOf } from '../say.ts'
import type { Alarm, Notice } from '../schema.ts'
import { SeverityTag, StateTag } from './parts.tsx'

type Props = {
  t: PageT
  csrf: string
  language: 'de' | 'en'
  alarm: Alarm
  school: School
  notices: readonly Notice[]
  /** Names of people by account; empty: the account is gone. */
  names: ReadonlyMap<string, string>
  reader: string | undefined
  mute: { until: Date; reason: string } | undefined
  may: { handle: boolean; read: boolean; safety: string | undefined }
  done: string | undefined
  refusal: string | undefined
  /** What somebody typed into one of the forms, and what is wrong with it. */
  form: { typed: Typed; errors: FormErrors }
}

/** One alarm: what was measured, who sees to it, what happened so far. */
export function AlarmPage({ t, csrf, language, alarm, school, notices, names, reader, mute, may, done, refusal, form: { typed, errors } }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const isOpen = alarm.state !== 'cleared'
  const hasRoom = alarm.thingId !== null && alarm.thingId !== school.id
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      {refusal === undefined ? null : <Note kind="warn" role="alert" level={0} title={refusal} />}
      {done === 'taken' ? <Note kind="ok" role="status" level={0} title={t('alarm.ack.done')} /> : null}
      {done === 'muted' ? <Note kind="ok" role="status" level={0} title={t('alarm.mute.done')} /> : null}
      <PageHead title={headingOf(t, alarm)} lead={school.name}>
        <Row>
          <SeverityTag t={t} severity={alarm.severity} />
          <StateTag t={t} state={alarm.state} />
        </Row>
      </PageHead>
      <Stack gap="l">
        {alarm.kind === 'smoke' ? <Note kind="warn" level={2} title={t('alarm.no-fire-alarm-title')}><p>{t('alarm.no-fire-alarm')}</p></Note> : null}
        <Section id="facts" title={t('alarm.show.facts')}>
          <div class="mr-text">
            {sentencesOf(t, alarm, language)
              .filter((sentence) => alarm.kind !== 'smoke' || sentence !== t('alarm.no-fire-alarm'))
              .map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
          </div>
          {hasRoom ? (
            <p>
              <a href={`/smart-school/room/${alarm.thingId}`}>{t('alarm.show.place')}</a>
            </p>
          ) : null}
        </Section>
        {may.handle && alarm.state === 'raised' ? (
          <Panel title={t('alarm.ack.title')} act>
            <p>{t('alarm.ack.text')}</p>
            <Form action={`/smart-school/alarm/${alarm.id}/acknowledge`} csrf={csrf}>
              <TextArea name="note" label={t('alarm.ack.note')} optional={t('form.optional')} hint={t('alarm.ack.note-hint')} rows={3} value={typedOf(typed, 'note')} error={errors['note']} />
              <FormEnd>
                <Button>{t('alarm.ack.send')}</Button>
              </FormEnd>
            </Form>
          </Panel>
        ) : null}
        <Section id="history" title={t('alarm.show.history')}>
          <Timeline events={eventsOf(t, alarm, names, reader, may.read)} />
        </Section>
        {may.read ? (
          <Section id="notices" title={t('alarm.show.notices')}>
            <DataTable
              id="notice-table"
              caption={t('alarm.show.notices')}
              hideCaption
              rows={notices}
              rowKey={({ id }) => id}
              empty={<p class="mr-muted">{t('alarm.notice.none')}</p>}
              columns={[
                { key: 'person', head: t('alarm.notice.person'), rowHead: true, cell: (row) => names.get(row.accountId) || t('alarm.notice.unknown') },
                { key: 'step', head: t('alarm.notice.step'), cell: (row) => t(`alarm.notice.step-${row.step === 2 ? 2 : row.step === 3 ? 3 : 1}`) },
                { key: 'state', head: t('alarm.notice.state'), cell: (row) => (row.state === 'waiting' ? t('alarm.notice.waiting', { until: row.dueAt }) : t(`alarm.notice.${row.state}`)) },
                { key: 'when', head: t('alarm.notice.when'), cell: (row) => t.format.dateTime(row.sentAt ?? row.createdAt) },
              ]}
            />
          </Section>
        ) : null}
        {mute ? <Note level={0} title={t('alarm.mute.until', mute)} /> : null}
        {may.handle && isOpen && !mute && alarm.ruleKey !== null ? (
          <details open={errors['reason'] !== undefined || errors['days'] !== undefined}>
            <summary>{t('alarm.mute.title')}</summary>
            <Form action={`/smart-school/alarm/${alarm.id}/mute`} csrf={csrf}>
              <p>{t('alarm.mute.text')}</p>
              <Radios name="days" label={t('alarm.mute.days')} value={typedOf(typed, 'days') || '1'} error={errors['days']} choices={(['1', '7', '30'] as const).map((value) => ({ value, label: t(`alarm.mute.day-${value}`) }))} />
              <TextField name="reason" label={t('alarm.mute.reason')} maxLength={200} value={typedOf(typed, 'reason')} error={errors['reason']} />
              <FormEnd>
                <Button kind="quiet">{t('alarm.mute.send')}</Button>
              </FormEnd>
            </Form>
          </details>
        ) : null}
      </Stack>
    </>
  )
}

function eventsOf(t: PageT, alarm: Alarm, names: ReadonlyMap<string, string>, reader: string | undefined, mayName: boolean): TimelineEvent[] {
  const events: TimelineEvent[] = []
  if (alarm.clearedAt) events.push({ title: t('alarm.show.cleared'), when: t.format.dateTime(alarm.clearedAt), dateTime: alarm.clearedAt.toISOString(), state: 'done' })
  if (alarm.acknowledgedAt) {
    const isReader = alarm.acknowledgedBy !== null && alarm.acknowledgedBy === reader
    const name = mayName && alarm.acknowledgedBy !== null ? names.get(alarm.acknowledgedBy) : undefined
    events.push({
      title: isReader ? t('alarm.show.acknowledged-you') : t('alarm.show.acknowledged'),
      when: t.format.dateTime(alarm.acknowledgedAt),
      dateTime: alarm.acknowledgedAt.toISOString(),
      ...(name && !isReader && { by: name }),
      state: alarm.clearedAt ? 'done' : 'now',
      ...(alarm.note && mayName && { detail: t('alarm.show.note', { note: alarm.note }) }),
    })
  }
  events.push({ title: t('alarm.show.raised'), when: t.format.dateTime(alarm.raisedAt), dateTime: alarm.raisedAt.toISOString(), state: alarm.state === 'raised' ? 'now' : 'done' })
  return events
}
