import { Button, Checkbox, Checkboxes, DescriptionList, ErrorSummary, Form, FormEnd, LinkButton, MarkdownBlocks, Note, PageHead, Radios, Row, Section, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { Block } from '@modellregion/standards'
import { mkrAreas, mkrTitle } from '../../lesson/mkr.ts'
import { quantityName } from '../../lesson/pages/say.ts'
import { classQuantities } from '../../lesson/rules/state.ts'
import { comparisons, times } from '../../lesson/schema.ts'
import type { PageT } from '../../locales/index.ts'
import { signs } from '../rules/write.ts'
import { planLicences } from '../schema.ts'

export type WritePlanProps = {
  t: PageT
  csrf: string
  title: string
  action: string
  cancel: string
  /** What the form was made from, sent along: the plan it copies, and the version it changes. */
  hidden: Readonly<Record<string, string>>
  typed: Typed
  errors: FormErrors
  preview: readonly Block[] | undefined
  isNew: boolean
}

/** A plan as a form: what lists need, what an experiment begins with, and the text. What was typed stays when something is wrong. */
export function WritePlanPage({ t, csrf, title, action, cancel, hidden, typed, errors, preview, isNew }: WritePlanProps) {
  const text = (name: string): string => typedOf(typed, name)
  const field = (name: string) => ({ name, value: text(name), error: errors[name] })
  const optional = t('form.optional')
  const listed = inOrder(errors).map(([name, message]) => ({ field: name === 'mkr' ? 'mkr-1' : name, text: message }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={title} lead={t('lesson-plan.form.lead')} />
      <Stack gap="l">
        {preview ? (
          <Section id="preview" title={t('lesson-plan.preview.title')}>
            <Stack>
              <Note level={0} role="status" title={t('lesson-plan.preview.note')} />
              <div class="mr-text" lang="de">
                <MarkdownBlocks blocks={preview} />
              </div>
            </Stack>
          </Section>
        ) : null}
        <Form action={action} csrf={csrf} hidden={hidden}>
          <Section id="about" title={t('lesson-plan.form.about')}>
            <div class="mr-form">
              <TextField {...field('title')} label={t('lesson-plan.field.title')} maxLength={120} />
              <TextArea {...field('summary')} label={t('lesson-plan.field.summary')} hint={t('lesson-plan.hint.summary')} rows={2} maxLength={400} />
              <Row>
                <TextField {...field('gradeFrom')} label={t('lesson-plan.field.gradeFrom')} width={4} numeric />
                <TextField {...field('gradeTo')} label={t('lesson-plan.field.gradeTo')} width={4} numeric />
                <TextField {...field('minutes')} label={t('lesson-plan.field.minutes')} width={4} numeric />
              </Row>
              <TextField {...field('subjects')} label={t('lesson-plan.field.subjects')} hint={t('lesson-plan.hint.subjects')} maxLength={200} />
              <details class="mr-details" open={errors['mkr'] !== undefined}>
                <summary>{t('lesson.filter.mkr')}</summary>
                {mkrAreas.map((area) => (
                  <Checkboxes key={area.id} name="mkr" id={`mkr-${area.id}`} label={`${area.id} ${area.title}`} values={tickedOf(typed, 'mkr')} error={area.id === '1' ? errors['mkr'] : undefined} choices={area.competences.map(({ id }) => ({ value: id, label: mkrTitle(id) ?? id }))} />
                ))}
              </details>
            </div>
          </Section>
          <Section id="text" title={t('lesson-plan.form.text')}>
            <div class="mr-form">
              <TextArea {...field('body')} label={t('lesson-plan.field.body')} hint={t('lesson-plan.hint.body')} rows={24} lang="de" />
              <details class="mr-details">
                <summary>{t('lesson-plan.signs.title')}</summary>
                <Signs t={t} />
              </details>
            </div>
          </Section>
          <Section id="trial" title={t('lesson-plan.form.experiment')}>
            <div class="mr-form">
              <Select {...field('quantity')} label={t('lesson-plan.field.quantity')} hint={t('lesson-plan.hint.quantity')} empty={t('lesson-plan.no-experiment')} choices={classQuantities.map((id) => ({ value: id, label: quantityName(t, id) }))} />
              <TextArea {...field('question')} label={t('lesson.field.question')} optional={optional} hint={t('lesson.hint.question')} rows={2} maxLength={400} />
              <Radios {...field('comparison')} value={text('comparison') || 'mean'} label={t('lesson.field.comparison')} choices={comparisons.map((value) => ({ value, label: t(`lesson.comparison.${value}`) }))} />
              <TextField {...field('band')} label={t('lesson.field.band')} optional={optional} hint={t('lesson.hint.band')} width={10} numeric />
              <Radios {...field('times')} value={text('times') || 'lessons'} label={t('lesson.field.times')} choices={times.map((value) => ({ value, label: t(`lesson.times.${value}`) }))} />
              <Checkbox name="blind" label={t('lesson.field.blind')} hint={t('lesson.hint.blind')} checked={text('blind') !== ''} />
              <TextField {...field('own')} label={t('lesson.field.own')} optional={optional} hint={t('lesson-plan.hint.own')} maxLength={160} />
            </div>
          </Section>
          <Section id="rights" title={t('lesson-plan.form.rights')}>
            <div class="mr-form">
              <Radios {...field('licence')} label={t('lesson.plan.licence')} hint={t('lesson-plan.hint.licence')} choices={planLicences.map((value) => ({ value, label: value, hint: t(`lesson-plan.licence.${value}`) }))} />
              <TextField {...field('publisher')} label={t('lesson-plan.field.publisher')} optional={optional} hint={t('lesson-plan.hint.publisher')} maxLength={120} />
              <TextField {...field('source')} label={t('lesson-plan.field.source')} optional={optional} hint={t('lesson-plan.hint.source')} maxLength={300} />
              {isNew ? null : <TextField {...field('note')} label={t('lesson-plan.field.note')} optional={optional} hint={t('lesson-plan.hint.note')} maxLength={300} />}
              <Checkbox name="open" label={t('lesson-plan.field.open')} hint={t('lesson-plan.hint.open')} checked={text('open') !== ''} />
            </div>
          </Section>
          <FormEnd>
            <Button>{t('lesson-plan.save')}</Button>
            <Button kind="quiet" name="preview" value="1">
              {t('lesson-plan.preview.button')}
            </Button>
            <LinkButton kind="bare" href={cancel}>
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}

/** The fields as they stand on the page: so the errors are listed. */
const fields = ['title', 'summary', 'gradeFrom', 'gradeTo', 'minutes', 'subjects', 'mkr', 'body', 'quantity', 'question', 'comparison', 'band', 'times', 'blind', 'own', 'licence', 'publisher', 'source', 'note']
const inOrder = (errors: FormErrors): [string, string][] => Object.entries(errors).toSorted(([a], [b]) => fields.indexOf(a) - fields.indexOf(b))

const Signs = ({ t }: { t: PageT }) => (
  <DescriptionList
    entries={signs.map(({ sign, example }) => ({
      term: t(`lesson-plan.signs.${sign}`),
      value: (
        <pre>
          <code>{example}</code>
        </pre>
      ),
    }))}
  />
)
