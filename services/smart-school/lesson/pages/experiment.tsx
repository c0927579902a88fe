import { Button, DescriptionList, Form, FormEnd, LinkButton, Note, PageHead, Panel, Section, Stack, Stepper, Tag, TextArea } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Chance } from '../rules/statistics.ts'
import type { Phase } from '../rules/state.ts'
import type { Experiment, Group, OwnValue, Publication } from '../schema.ts'
import { OwnValues } from './own-values.tsx'
import { MkrList } from '../../lesson-plan/pages/plan.tsx'
import { Results, type Measured } from './results.tsx'
import { animalText, measureText, quantityName } from './say.ts'

export type ExperimentProps = {
  t: PageT
  csrf: string
  href: string
  experiment: Experiment
  school: string
  phase: Phase
  groups: readonly Group[]
  values: readonly OwnValue[]
  /** Names of the chosen rooms in the order of the alphabet, so that they say nothing about letters. */
  rooms: readonly string[]
  code: string | undefined
  classUrl: string
  /** Absent until somebody may look. */
  results: { measured: readonly Measured[]; chance: Chance | undefined } | undefined
  publications: readonly Publication[]
  may: { lead: boolean; unblind: boolean; write: boolean; propose: boolean }
  typed: Typed
  errors: FormErrors
}

/** An experiment as its teacher sees it, in the order in which it happens. */
export function ExperimentPage(props: ExperimentProps) {
  const { t, experiment, phase, school, href, may, results } = props
  const [quantity = 'co2'] = experiment.quantities
  return (
    <>
      <PageHead title={experiment.title} lead={experiment.question}>
        <p>
          <Tag kind={phase === 'running' ? 'ok' : 'info'}>{t(`lesson.phase.${phase}`)}</Tag> {experiment.blind ? <Tag>{t(experiment.unblindedAt ? 'lesson.unblinded' : 'lesson.blind')}</Tag> : null}
        </p>
      </PageHead>
      <Stack gap="l">
        <Stepper label={t('lesson.steps')} words={{ done: t('lesson.done') }} steps={stepsOf(props)} />
        {may.lead && phase !== 'closed' ? <ClassPanel {...props} /> : null}
        <DescriptionList
          entries={[
            { term: t('lesson.field.school'), value: school },
            { term: t('lesson.field.period'), value: t('lesson.period', { from: experiment.from, until: experiment.until }) },
            { term: t('lesson.field.compared'), value: `${quantityName(t, quantity)}: ${measureText(t, experiment, quantity)}` },
            { term: t('lesson.field.times'), value: t(`lesson.times.${experiment.times}`) },
            { term: t('lesson.field.places'), value: t.format.list(props.rooms) },
            ...(experiment.mkr.length > 0 ? [{ term: t('lesson.filter.mkr'), value: <MkrList ids={experiment.mkr} /> }] : []),
            { term: t('lesson.field.delete'), value: t('lesson.delete-on', { day: experiment.deleteOn }) },
          ]}
        />
        <Hypotheses {...props} />
        <Section id="results" title={t('lesson.result.title')}>
          <Stack>
            {results ? (
              <>
                {may.unblind ? (
                  <Note title={t('lesson.unblind.title')} level={3}>
                    <p>{t('lesson.unblind.text')}</p>
                    <Form action={`${href}/unblind`} csrf={props.csrf} bare>
                      <Button>{t('lesson.unblind.send')}</Button>
                    </Form>
                  </Note>
                ) : null}
                <Results t={t} experiment={experiment} measured={results.measured} chance={results.chance} />
              </>
            ) : (
              <Note level={0} icon="clock" title={t(whyNotYet(props))}>{t('lesson.result.later', { day: experiment.until })}</Note>
            )}
            <OwnValues {...props} />
          </Stack>
        </Section>
        {may.lead ? <Conclusion {...props} /> : experiment.conclusion ? <Section id="conclusion" title={t('lesson.field.conclusion')}><p>{experiment.conclusion}</p></Section> : null}
        <Section id="take" title={t('lesson.take.title')}>
          <div class="mr-row">
            {results ? <LinkButton kind="quiet" href={`${href}/values.csv`}>{t('lesson.take.csv')}</LinkButton> : null}
            {results ? <LinkButton kind="quiet" href={`${href}/values.csv?decimal=point`}>{t('lesson.take.csv-point')}</LinkButton> : null}
            <LinkButton kind="quiet" href={`${href}/worksheet`}>{t('lesson.take.worksheet')}</LinkButton>
            <LinkButton kind="quiet" href={`${href}/worksheet?solution=1`}>{t('lesson.take.solution')}</LinkButton>
          </div>
        </Section>
        <PublishPanel {...props} />
        {may.lead ? (
          <div class="mr-row">
            {phase === 'closed' ? null : (
              <LinkButton kind="quiet" href={`${href}/close`}>
                {t('lesson.close.title')}
              </LinkButton>
            )}
            <LinkButton kind="quiet" href={`${href}/erase`}>
              {t('lesson.erase.title')}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    </>
  )
}

const expected = ({ experiment, groups }: ExperimentProps): boolean => experiment.hypothesis !== '' || groups.some(({ hypothesis }) => hypothesis !== '')
const whyNotYet = (props: ExperimentProps) => (expected(props) ? ('lesson.result.not-over' as const) : ('lesson.result.no-hypothesis' as const))

function stepsOf(props: ExperimentProps) {
  const { t, phase, experiment, results } = props
  const done = [true, expected(props), phase === 'over' || phase === 'closed', results !== undefined && experiment.conclusion !== '', phase === 'closed']
  const current = done.indexOf(false)
  return (['question', 'hypothesis', 'measure', 'conclude', 'close'] as const).map((step, at) => ({ label: t(`lesson.step.${step}`), state: done[at] ? ('done' as const) : at === current ? ('current' as const) : ('open' as const) }))
}

function ClassPanel({ t, csrf, href, code, classUrl, experiment, groups }: ExperimentProps) {
  return (
    <Panel title={t('lesson.class.title')} act aside={t.count('lesson.groups', groups.length)}>
      {code === undefined ? (
        <p>{t('lesson.code.none')}</p>
      ) : (
        <>
          <p>{t('lesson.code.how', { address: classUrl })}</p>
          <p class="mr-figure">
            <b>{code}</b>
          </p>
          {experiment.codeUntil ? <p class="mr-small mr-muted">{t('lesson.code.until', { at: experiment.codeUntil })}</p> : null}
        </>
      )}
      <div class="mr-row">
        <Form action={`${href}/code`} csrf={csrf} hidden={{ do: 'new' }} bare>
          <Button kind="quiet">{t(code === undefined ? 'lesson.code.make' : 'lesson.code.renew')}</Button>
        </Form>
        {code === undefined ? null : (
          <Form action={`${href}/code`} csrf={csrf} hidden={{ do: 'revoke' }} bare>
            <Button kind="quiet">{t('lesson.code.revoke')}</Button>
          </Form>
        )}
      </div>
    </Panel>
  )
}

function Hypotheses({ t, csrf, href, experiment, groups, may, typed, errors }: ExperimentProps) {
  return (
    <Section id="hypotheses" title={t('lesson.hypotheses.title')}>
      <Stack>
        {experiment.hypothesis ? <p>{experiment.hypothesis}</p> : null}
        {groups.map((group) => (
          <div key={group.animal} class="mr-row mr-row--between">
            <p>
              <strong>{animalText(t, group.animal)}</strong>
              {': '}
              {group.hypothesis || t('lesson.hypotheses.none-yet')} {group.conclusion ? <span class="mr-muted">{t('lesson.group.concluded', { text: group.conclusion })}</span> : null}
            </p>
            {may.lead ? (
              <Form action={`${href}/group`} csrf={csrf} hidden={{ animal: group.animal }} bare>
                <button class="mr-btn mr-btn--bare mr-btn--s">
                  {t('lesson.group.remove')}
                  <span class="mr-vh">: {animalText(t, group.animal)}</span>
                </button>
              </Form>
            ) : null}
          </div>
        ))}
        {may.write ? (
          <Form action={`${href}/hypothesis`} csrf={csrf}>
            <TextArea name="text" label={t('lesson.field.hypothesis')} hint={t('lesson.hint.hypothesis-now')} rows={2} value={typedOf(typed, 'text') || experiment.hypothesis} error={errors['text']} />
            <FormEnd>
              <Button kind="quiet">{t('lesson.hypotheses.save')}</Button>
            </FormEnd>
          </Form>
        ) : null}
      </Stack>
    </Section>
  )
}

function Conclusion({ t, csrf, href, experiment, typed, errors, results }: ExperimentProps) {
  if (!results && experiment.conclusion === '') return null
  return (
    <Section id="conclusion" title={t('lesson.field.conclusion')}>
      <Form action={`${href}/conclusion`} csrf={csrf}>
        <TextArea name="conclusion" label={t('lesson.conclusion.answer')} hint={t('lesson.hint.conclusion')} rows={3} value={typedOf(typed, 'conclusion') || experiment.conclusion} error={errors['conclusion']} />
        <TextArea name="learned" label={t('lesson.field.learned')} optional={t('form.optional')} hint={t('lesson.hint.learned')} rows={3} value={typedOf(typed, 'learned') || experiment.learned} error={errors['learned']} />
        <FormEnd>
          <Button>{t('lesson.conclusion.save')}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}

function PublishPanel({ t, csrf, href, publications, may }: ExperimentProps) {
  const [last] = publications
  const open = last && !last.withdrawnAt && last.decision !== 'refused' ? last : undefined
  if (!open && !may.propose) return null
  return (
    <Section id="publish" title={t('lesson.publish.title')}>
      {open ? (
        <p>
          {t(open.decision === 'consented' ? 'lesson.publish.is-public' : 'lesson.publish.waits')} <a href={`/smart-school/lesson/publication/${open.id}`}>{t('lesson.publish.see')}</a>
        </p>
      ) : (
        <Stack>
          {last?.decision === 'refused' ? <p>{t('lesson.publish.refused')}</p> : null}
          <p>{t('lesson.publish.text')}</p>
          <Form action={`${href}/publish`} csrf={csrf} bare>
            <Button kind="quiet">{t('lesson.publish.propose')}</Button>
          </Form>
        </Stack>
      )}
    </Section>
  )
}
