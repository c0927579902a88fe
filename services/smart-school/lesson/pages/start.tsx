import { Button, Checkbox, Checkboxes, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Radios, Select, TextArea, TextField } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { QuantityId } from '../../quantity/quantity.ts'
import type { School, Thing } from '../../store/schema.ts'
import { mkrAreas, mkrTitle } from '../mkr.ts'
import { comparisons, longestDays, reveals, times } from '../schema.ts'
import { quantityName, unitOf } from './say.ts'

export type ChooseProps = { t: PageT; schools: readonly School[]; school: string | undefined; quantities: readonly QuantityId[]; plan: string | undefined }

/** First step: which school, and what is to be compared. */
export function ChoosePage({ t, schools, school, quantities, plan }: ChooseProps) {
  return (
    <>
      <PageHead title={t('lesson.start.title')} lead={t('lesson.start.lead')} />
      <Form action="/smart-school/lesson/new" method="get" hidden={plan === undefined ? {} : { plan }}>
        {schools.length === 1 && schools[0] ? <input type="hidden" name="school" value={schools[0].slug} /> : <Select name="school" label={t('lesson.start.school')} value={school} choices={schools.map(({ slug, name }) => ({ value: slug, label: name }))} />}
        <Radios name="quantity" label={t('lesson.start.quantity')} hint={t('lesson.start.quantity-hint')} value={quantities[0]} choices={quantities.map((id) => ({ value: id, label: quantityName(t, id) }))} />
        <FormEnd>
          <Button>{t('lesson.start.next')}</Button>
          <LinkButton kind="bare" href="/smart-school/lesson">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export type StartProps = { t: PageT; csrf: string; school: School; quantity: QuantityId; others: readonly QuantityId[]; places: readonly Thing[]; plan: string | undefined; typed: Typed; errors: FormErrors }

/** Second step: question, hypothesis, rooms, period. What was typed stays when something is wrong. */
export function StartPage({ t, csrf, school, quantity, others, places, plan, typed, errors }: StartProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const text = (name: string): string => typedOf(typed, name)
  const dateWords = { day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }
  const day = (name: string) => ({ day: text(`${name}-day`), month: text(`${name}-month`), year: text(`${name}-year`) })
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('lesson.start.title')} lead={t('lesson.start.about', { school: school.name, quantity: quantityName(t, quantity) })} />
      <Form action="/smart-school/lesson/experiment" csrf={csrf} hidden={{ school: school.slug, quantity, ...(plan !== undefined && { plan }) }}>
        <TextField name="title" label={t('lesson.field.title')} hint={t('lesson.hint.title')} value={text('title')} error={errors['title']} maxLength={120} />
        <TextArea name="question" label={t('lesson.field.question')} hint={t('lesson.hint.question')} rows={2} value={text('question')} error={errors['question']} />
        <TextArea name="hypothesis" label={t('lesson.field.hypothesis')} optional={t('form.optional')} hint={t('lesson.hint.hypothesis')} rows={2} value={text('hypothesis')} error={errors['hypothesis']} />
        <Checkboxes name="places" label={t('lesson.field.places')} hint={t('lesson.hint.places')} values={tickedOf(typed, 'places')} error={errors['places']} choices={places.map(({ id, name }) => ({ value: String(id), label: name }))} />
        <Checkbox name="blind" label={t('lesson.field.blind')} hint={t('lesson.hint.blind')} checked={text('blind') !== ''} />
        <Radios name="times" label={t('lesson.field.times')} value={text('times') || 'lessons'} error={errors['times']} choices={times.map((value) => ({ value, label: t(`lesson.times.${value}`) }))} />
        <DateField name="from" label={t('lesson.field.from')} hint={t('lesson.hint.from')} words={dateWords} value={day('from')} error={errors['from']} />
        <DateField name="until" label={t('lesson.field.until')} hint={t('lesson.hint.until', { days: longestDays })} words={dateWords} value={day('until')} error={errors['until']} />
        <Radios name="comparison" label={t('lesson.field.comparison')} value={text('comparison') || 'mean'} error={errors['comparison']} choices={comparisons.map((value) => ({ value, label: t(`lesson.comparison.${value}`), hint: t(`lesson.comparison.${value}-hint`) }))} />
        <TextField name="band" label={t('lesson.field.band')} optional={t('form.optional')} hint={t('lesson.hint.band')} width={10} numeric unit={unitOf(quantity)} value={text('band')} error={errors['band']} />
        <Radios name="reveal" label={t('lesson.field.reveal')} hint={t('lesson.hint.reveal')} value={text('reveal') || 'end'} choices={reveals.map((value) => ({ value, label: t(`lesson.reveal.${value}`) }))} />
        {others.length === 0 ? null : <Checkboxes name="extra" label={t('lesson.field.extra')} hint={t('lesson.hint.extra')} values={tickedOf(typed, 'extra')} error={errors['extra']} choices={others.map((id) => ({ value: id, label: quantityName(t, id) }))} />}
        <fieldset class="mr-field">
          <legend class="mr-legend">{t('lesson.field.own')}</legend>
          <div class="mr-hint">{t('lesson.hint.own')}</div>
          <div class="mr-stack">
            {[1, 2].map((n) => (
              <div class="mr-row" key={n}>
                <TextField name={`own${n}`} label={t('lesson.field.own-label', { n })} optional={t('form.optional')} width={20} maxLength={40} value={text(`own${n}`)} error={errors[`own${n}`]} />
                <TextField name={`unit${n}`} label={t('lesson.field.own-unit', { n })} optional={t('form.optional')} width={4} maxLength={12} value={text(`unit${n}`)} error={errors[`unit${n}`]} />
              </div>
            ))}
          </div>
        </fieldset>
        <details class="mr-details">
          <summary>{t('lesson.filter.mkr')}</summary>
          {mkrAreas.map((area) => (
            <Checkboxes key={area.id} name="mkr" id={`mkr-${area.id}`} label={`${area.id} ${area.title}`} values={tickedOf(typed, 'mkr')} choices={area.competences.map(({ id }) => ({ value: id, label: mkrTitle(id) ?? id }))} />
          ))}
        </details>
        <TextField name="keepWeeks" label={t('lesson.field.keepWeeks')} hint={t('lesson.hint.keepWeeks')} width={4} numeric value={text('keepWeeks') || '8'} error={errors['keepWeeks']} />
        <FormEnd>
          <Button>{t('lesson.start.send')}</Button>
          <LinkButton kind="bare" href="/smart-school/lesson">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
