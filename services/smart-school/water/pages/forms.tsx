import { Button, Checkbox, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Radios, Section, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { OutletGroup, WaterEntry } from '../schema.ts'
import { groupHref } from './school.tsx'

export type FormPageProps = { t: PageT; csrf: string; group: OutletGroup; typed: Typed; errors: FormErrors; back: string }

const listed = (errors: FormErrors) => Object.entries(errors).map(([field, text]) => ({ field, text }))
const Summary = ({ t, errors }: Pick<FormPageProps, 't' | 'errors'>) => <ErrorSummary title={t.count('form.errors', Math.max(1, listed(errors).length))} errors={listed(errors)} />

/** What a caretaker fills in beside the tap. Big fields, few of them, all but one free. */
export function FlushPage({ t, csrf, group, typed, errors, back, name, task }: FormPageProps & { name: string; task: string | undefined }) {
  const celsius = (field: 'coldBefore' | 'coldAfter' | 'hotAfter', hint?: string) => (
    <TextField name={field} label={t(`water.flush.field.${field}`)} hint={hint} optional={t('form.optional')} numeric width={4} maxLength={6} unit="°C" value={typedOf(typed, field)} error={errors[field]} />
  )
  return (
    <>
      <Summary t={t} errors={errors} />
      <PageHead title={t('water.flush.title')} lead={t('water.flush.lead', { group: group.name, minutes: group.flushMinutes })} />
      <Form action={`${groupHref(group.id)}/flush`} csrf={csrf} hidden={task ? { task } : {}}>
        <TextField name="minutes" label={t('water.flush.field.minutes')} numeric width={4} maxLength={3} unit={t('water.flush.minutes-unit')} value={typedOf(typed, 'minutes') || String(group.flushMinutes)} error={errors['minutes']} />
        {group.cold ? celsius('coldBefore') : null}
        {group.cold ? celsius('coldAfter', t('water.flush.hint.coldAfter')) : null}
        {group.hot ? celsius('hotAfter', t('water.flush.hint.hotAfter')) : null}
        <TextArea name="note" label={t('water.flush.field.note')} optional={t('form.optional')} rows={2} maxLength={400} value={typedOf(typed, 'note')} error={errors['note']} />
        <Checkbox name="done" label={t('water.flush.field.done')} hint={t('water.flush.hint.done', { name })} checked={typedOf(typed, 'done') !== ''} error={errors['done']} />
        <FormEnd>
          <Button>{t('water.flush.send')}</Button>
          <LinkButton kind="bare" href={back}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
      <Section id="use" title={t('water.use.title')}>
        <Stack>
        <p>{t('water.use.text')}</p>
        <Form action={`${groupHref(group.id)}/use`} csrf={csrf} bare>
          <Button kind="quiet">{t('water.use.send')}</Button>
        </Form>
        </Stack>
      </Section>
    </>
  )
}

/** A laboratory's report on Legionella. */
export function LabPage({ t, csrf, group, typed, errors, back }: FormPageProps) {
  return (
    <>
      <Summary t={t} errors={errors} />
      <PageHead title={t('water.lab.title')} lead={t('water.lab.lead', { group: group.name })} />
      <Form action={`${groupHref(group.id)}/lab`} csrf={csrf}>
        <DateField name="sampledOn" label={t('water.lab.field.sampledOn')} words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }} value={datePartsOf(typed, 'sampledOn')} error={errors['sampledOn']} />
        <TextField name="cfuPer100ml" label={t('water.lab.field.cfuPer100ml')} hint={t('water.lab.hint')} numeric width={10} unit={t('water.lab.unit')} value={typedOf(typed, 'cfuPer100ml')} error={errors['cfuPer100ml']} />
        <TextField name="laboratory" label={t('water.lab.field.laboratory')} maxLength={100} value={typedOf(typed, 'laboratory')} error={errors['laboratory']} />
        <TextField name="sample" label={t('water.lab.field.sample')} optional={t('form.optional')} width={20} maxLength={100} value={typedOf(typed, 'sample')} error={errors['sample']} />
        <TextArea name="note" label={t('water.lab.field.note')} optional={t('form.optional')} rows={2} maxLength={400} value={typedOf(typed, 'note')} error={errors['note']} />
        <FormEnd>
          <Button>{t('water.lab.send')}</Button>
          <LinkButton kind="bare" href={back}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** An entry that is wrong: the reason is signed, and the old entry stays readable. */
export function CorrectPage({ t, csrf, group, entry, what, typed, errors, back }: FormPageProps & { entry: WaterEntry; what: string }) {
  return (
    <>
      <Summary t={t} errors={errors} />
      <PageHead title={t('water.correct.title')} lead={t('water.correct.lead')} />
      <p>
        {entry.seq}: {what}
      </p>
      <Form action={`${groupHref(group.id)}/correct/${entry.seq}`} csrf={csrf}>
        <TextArea name="reason" label={t('water.correct.field.reason')} rows={3} maxLength={400} value={typedOf(typed, 'reason')} error={errors['reason']} />
        <FormEnd>
          <Button>{t('water.correct.send')}</Button>
          <LinkButton kind="bare" href={back}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** How the clock of a group runs. */
export function SettingsPage({ t, csrf, group, typed, errors, back }: FormPageProps) {
  return (
    <>
      <Summary t={t} errors={errors} />
      <PageHead title={t('water.settings.title')} lead={group.name} />
      <Form action={`${groupHref(group.id)}/settings`} csrf={csrf}>
        <Radios
          name="evidence"
          label={t('water.settings.field.evidence')}
          value={typedOf(typed, 'evidence') || group.evidence}
          error={errors['evidence']}
          choices={[
            { value: 'sensor', label: t('water.settings.evidence.sensor') },
            { value: 'room', label: t('water.settings.evidence.room'), hint: t('water.settings.evidence-hint.room') },
            { value: 'school-day', label: t('water.settings.evidence.school-day'), hint: t('water.settings.evidence-hint.school-day') },
            { value: 'hand', label: t('water.settings.evidence.hand') },
          ]}
        />
        <Radios
          name="limitHours"
          label={t('water.settings.field.limitHours')}
          hint={t('water.settings.limit-hint')}
          value={typedOf(typed, 'limitHours') || String(group.limitHours)}
          error={errors['limitHours']}
          choices={[
            { value: '72', label: t('water.settings.limit.72') },
            { value: '168', label: t('water.settings.limit.168') },
          ]}
        />
        <TextField name="flushMinutes" label={t('water.settings.field.flushMinutes')} numeric width={4} unit={t('water.flush.minutes-unit')} value={typedOf(typed, 'flushMinutes') || String(group.flushMinutes)} error={errors['flushMinutes']} />
        <FormEnd>
          <Button>{t('water.settings.save')}</Button>
          <LinkButton kind="bare" href={back}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export const datePartsOf = (typed: Typed, name: string) => ({ day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) })
