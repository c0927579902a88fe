import { Button, DateField, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Panel, Section, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { animals } from '../rules/class-code.ts'
import type { Chance } from '../rules/statistics.ts'
import { letterOf } from '../rules/state.ts'
import type { Experiment, Group, OwnValue } from '../schema.ts'
import { OwnValues } from './own-values.tsx'
import { Results, type Measured } from './results.tsx'
import { animalText, measureText, quantityName } from './say.ts'

type State = { t: PageT; csrf: string; typed: Typed; errors: FormErrors }
const listOf = (errors: FormErrors) => Object.entries(errors).map(([field, text]) => ({ field, text }))

/** The entrance: a class code, no account, no name. */
export function EnterPage({ t, csrf, typed, errors, demoCode }: State & { demoCode?: string | undefined }) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listOf(errors).length))} errors={listOf(errors)} />
      <PageHead title={t('lesson.class.title')} lead={t('lesson.class.lead')} />
      <Stack gap="l">
        <Form action="/smart-school/class" csrf={csrf}>
          <TextField name="code" label={t('lesson.field.code')} hint={t('lesson.hint.code')} value={typedOf(typed, 'code')} error={errors['code']} maxLength={60} autocomplete="off" />
          <FormEnd>
            <Button>{t('lesson.class.go')}</Button>
          </FormEnd>
        </Form>
        {demoCode === undefined ? null : (
          <Note level={0} title={t('lesson.demo.title')}>
            {t('lesson.demo.code', { code: demoCode })}
          </Note>
        )}
        <p class="mr-small mr-muted">{t('lesson.class.privacy')}</p>
      </Stack>
    </>
  )
}

/** Which group sits at this device. */
export function GroupPage({ t, csrf, experiment, groups }: { t: PageT; csrf: string; experiment: Experiment; groups: readonly Group[] }) {
  const taken = new Set(groups.map(({ animal }) => animal))
  return (
    <>
      <PageHead title={t('lesson.group.title')} lead={experiment.question} />
      <Stack>
        <p>{t('lesson.group.text')}</p>
        <Form action="/smart-school/class/group" csrf={csrf} bare>
          <div class="mr-row">
            {animals.map((animal) => (
              <Button key={animal} kind="quiet" name="animal" value={animal}>
                {t(`lesson.animal.${animal}`)}
                {taken.has(animal) ? <span class="mr-small"> {t('lesson.group.taken')}</span> : null}
              </Button>
            ))}
          </div>
        </Form>
        <Leave t={t} csrf={csrf} />
      </Stack>
    </>
  )
}

const Leave = ({ t, csrf }: { t: PageT; csrf: string }) => (
  <Form action="/smart-school/class/leave" csrf={csrf} bare>
    <button class="mr-btn mr-btn--bare">{t('lesson.class.leave')}</button>
  </Form>
)

export type ClassProps = State & {
  experiment: Experiment
  group: Group
  values: readonly OwnValue[]
  today: { day: string; month: string; year: string }
  may: { write: boolean }
  results: { measured: readonly Measured[]; chance: Chance | undefined } | undefined
}

/** What a group does, in the order in which it happens: expect, measure, look, conclude. */
export function ClassPage(props: ClassProps) {
  const { t, csrf, experiment, group, may, results, typed, errors } = props
  const [quantity = 'co2'] = experiment.quantities
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listOf(errors).length))} errors={listOf(errors)} />
      <PageHead title={experiment.title} lead={experiment.question}>
        <p>
          <strong>{animalText(t, group.animal)}</strong>
        </p>
      </PageHead>
      <Stack gap="l">
        <p>
          {t('lesson.class.about', { quantity: quantityName(t, quantity), measure: measureText(t, experiment, quantity), count: experiment.thingIds.length, from: experiment.from, until: experiment.until })} {experiment.blind && !experiment.unblindedAt ? t('lesson.class.blind') : null}
        </p>
        <Section id="hypothesis" title={t('lesson.class.step-hypothesis')}>
          {may.write ? (
            <Form action="/smart-school/class/hypothesis" csrf={csrf}>
              <TextArea name="text" label={t('lesson.class.expect')} hint={t('lesson.class.expect-hint')} rows={3} value={typedOf(typed, 'text') || group.hypothesis} error={errors['text']} />
              <FormEnd>
                <Button>{t('lesson.hypotheses.save')}</Button>
              </FormEnd>
            </Form>
          ) : (
            <p>{group.hypothesis}</p>
          )}
        </Section>
        {experiment.ownColumns.length > 0 ? <Measure {...props} /> : null}
        <Section id="results" title={t('lesson.class.step-look')}>
          {results ? (
            <Stack>
              <Results t={t} experiment={experiment} measured={results.measured} chance={results.chance} />
              <p>
                <a href="/smart-school/class/values.csv">{t('lesson.take.csv')}</a>
              </p>
            </Stack>
          ) : (
            <Note level={0} icon="clock" title={t(group.hypothesis === '' ? 'lesson.class.first-expect' : 'lesson.result.not-over')}>
              {t('lesson.result.later', { day: experiment.until })}
            </Note>
          )}
        </Section>
        {results ? (
          <Section id="conclusion" title={t('lesson.class.step-conclude')}>
            <Form action="/smart-school/class/conclusion" csrf={csrf}>
              <TextArea name="conclusion" label={t('lesson.class.was-right')} hint={t('lesson.class.was-right-hint')} rows={3} value={typedOf(typed, 'conclusion') || group.conclusion} error={errors['conclusion']} />
              <FormEnd>
                <Button>{t('lesson.conclusion.save')}</Button>
              </FormEnd>
            </Form>
          </Section>
        ) : null}
        <Panel title={t('lesson.class.more')}>
          <div class="mr-row">
            <LinkButton kind="quiet" href="/smart-school/class/worksheet">
              {t('lesson.take.worksheet')}
            </LinkButton>
            <LinkButton kind="quiet" href="/smart-school/lesson/codec">
              {t('lesson.codec.title')}
            </LinkButton>
            <LinkButton kind="quiet" href="/smart-school/lesson/chart">
              {t('lesson.chart.title')}
            </LinkButton>
          </div>
          <Form action="/smart-school/class/group" csrf={csrf} hidden={{ animal: '' }} bare>
            <button class="mr-btn mr-btn--bare">{t('lesson.group.other')}</button>
          </Form>
          <Leave t={t} csrf={csrf} />
        </Panel>
      </Stack>
    </>
  )
}

function Measure({ t, csrf, experiment, group, values, today, typed, errors }: ClassProps) {
  return (
    <Section id="measure" title={t('lesson.class.step-measure')}>
      <Stack>
        <Form action="/smart-school/class/value" csrf={csrf}>
          <Select name="column" label={t('lesson.values.what')} value={typedOf(typed, 'column')} choices={experiment.ownColumns.map(({ label, unit }, at) => ({ value: String(at), label: unit ? t('lesson.values.in', { label, unit }) : label }))} error={errors['column']} />
          <Select name="letter" label={t('lesson.values.room')} empty={t('lesson.values.no-room')} value={typedOf(typed, 'letter')} choices={experiment.thingIds.map((_, at) => ({ value: letterOf(at), label: letterOf(at) }))} />
          <DateField
            name="day"
            label={t('lesson.values.day')}
            words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }}
            value={{ day: typedOf(typed, 'day-day') || today.day, month: typedOf(typed, 'day-month') || today.month, year: typedOf(typed, 'day-year') || today.year }}
            error={errors['day']}
          />
          <TextField name="number" label={t('lesson.values.value')} hint={t('lesson.values.value-hint')} width={10} value={typedOf(typed, 'number')} error={errors['number']} />
          <FormEnd>
            <Button kind="quiet">{t('lesson.values.add')}</Button>
          </FormEnd>
        </Form>
        <OwnValues t={t} experiment={experiment} values={values} remove={{ csrf, animal: group.animal }} />
      </Stack>
    </Section>
  )
}
