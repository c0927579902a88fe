import { Button, Checkbox, DateField, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Radios, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { ComponentChildren } from 'preact'
import type { PageT } from '../../locales/index.ts'
import { projectPath } from '../record.ts'
import { isFixed } from '../rules/period.ts'
import type { Need } from '../rules/stage.ts'
import { amountKinds, type Project, type Stage } from '../schema.ts'

export type FormProps = { t: PageT; csrf: string; typed: Typed; errors: FormErrors }

type ShellProps = Pick<FormProps, 't' | 'csrf' | 'errors'> & { title: string; lead?: string | undefined; action: string; back: string; send: string; /** The newest change this form knows. */ since?: string | undefined; /** By which the same form sent twice is known. */ formKey?: string | undefined; children: ComponentChildren }

/** A form page: what went wrong, the question, the fields, the button and the way back. */
export function Shell({ t, csrf, errors, title, lead, action, back, send, since, formKey, children }: ShellProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      <PageHead title={title} lead={lead} />
      <Form action={action} csrf={csrf} hidden={{ ...(since !== undefined && { since }), ...(formKey !== undefined && { key: formKey }) }}>
        {children}
        <FormEnd>
          <Button>{send}</Button>
          <LinkButton href={back} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export const dateWords = (t: PageT) => ({ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') })
export const dateOf = (typed: Typed, name: string) => ({ day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) })

export function IdeaPage(props: FormProps) {
  const { t, typed, errors } = props
  return (
    <Shell {...props} title={t('programme.form.new')} lead={t('programme.form.new-lead')} action="/portfolio/programme/new" back="/portfolio/programme" send={t('programme.form.create')} formKey={typedOf(typed, 'key')}>
      <TextField name="name" label={t('programme.form.name')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={120} />
      <TextArea name="summary" label={t('programme.form.summary')} hint={t('programme.form.summary-hint')} value={typedOf(typed, 'summary')} error={errors['summary']} rows={6} />
      <TextField name="lead" label={t('programme.form.lead')} optional={t('form.optional')} hint={t('programme.form.lead-hint')} value={typedOf(typed, 'lead')} error={errors['lead']} />
      <DateField name="on" label={t('programme.form.on')} optional={t('form.optional')} hint={t('programme.form.on-hint')} words={dateWords(t)} value={dateOf(typed, 'on')} error={errors['on']} />
      <Checkbox name="isPublic" label={t('programme.form.isPublic')} hint={t('programme.form.isPublic-hint')} checked={typedOf(typed, 'isPublic') !== ''} />
    </Shell>
  )
}

const promiseFields = [
  ['concept', 'concept'],
  ['templates', 'templates-and-procedures'],
  ['buildingBlock', 'building-block'],
  ['licenceFree', 'licence-free-solution'],
] as const

/** `mayShow`: may also decide whether the project is public. */
export function TextsPage(props: FormProps & { project: Project; since: string; mayShow: boolean }) {
  const { t, typed, errors, project, mayShow } = props
  const area = (name: 'summary' | 'status' | 'results' | 'notes', hint?: string) => <TextArea name={name} label={t(`programme.form.${name}`)} optional={t('form.optional')} hint={hint} value={typedOf(typed, name)} error={errors[name]} rows={4} />
  return (
    <Shell {...props} title={t('programme.form.edit')} action={`${projectPath(project.slug)}/edit`} back={projectPath(project.slug)} send={t('action.save')}>
      <TextField name="name" label={t('programme.form.name')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={120} />
      <TextField name="aliases" label={t('programme.form.aliases')} optional={t('form.optional')} hint={t('programme.form.aliases-hint')} value={typedOf(typed, 'aliases')} error={errors['aliases']} />
      {area('summary', t('programme.form.summary-hint'))}
      {area('status')}
      {area('results')}
      {area('notes')}
      <TextArea name="partners" label={t('programme.form.partners')} optional={t('form.optional')} hint={t('programme.form.partners-hint')} value={typedOf(typed, 'partners')} error={errors['partners']} rows={4} />
      <TextArea name="links" label={t('programme.form.links')} optional={t('form.optional')} hint={t('programme.form.links-hint')} value={typedOf(typed, 'links')} error={errors['links']} rows={4} />
      <h2>{t('programme.project.reuse')}</h2>
      {promiseFields.map(([name, of]) => (
        <TextArea key={name} name={name} label={t(`programme.class.${of}`)} optional={t('form.optional')} hint={t('programme.form.promise-hint')} value={typedOf(typed, name)} error={errors[name]} rows={3} />
      ))}
      {mayShow ? <Checkbox name="isPublic" label={t('programme.form.isPublic')} hint={t('programme.form.isPublic-hint')} checked={typedOf(typed, 'isPublic') !== ''} error={errors['isPublic']} /> : null}
    </Shell>
  )
}

export type StageChoice = { readonly stage: Stage; readonly needs: readonly { readonly need: Need; readonly met: boolean }[] }

export function StagePage(props: FormProps & { project: Project; choices: readonly StageChoice[] }) {
  const { t, typed, errors, project, choices } = props
  const needsText = (needs: StageChoice['needs']): string =>
    needs.length === 0 ? t('programme.form.stage-nothing') : t('programme.form.stage-needs', { needs: t.format.list(needs.map(({ need, met }) => t(met ? 'programme.form.need-met' : 'programme.form.need-open', { need: t(`programme.need.${need}`) }))) })
  if (choices.length === 0)
    return (
      <PageHead title={t('programme.form.stage')} lead={t('programme.form.stage-end')}>
        <p>
          <a href={projectPath(project.slug)}>{project.name}</a>
        </p>
      </PageHead>
    )
  return (
    <Shell {...props} title={t('programme.form.stage')} lead={t('programme.form.stage-lead', { stage: t(`programme.stage.${project.stage}`) })} action={`${projectPath(project.slug)}/stage`} back={projectPath(project.slug)} send={t('programme.form.move')}>
      <Radios name="stage" label={t('programme.form.stage')} value={typedOf(typed, 'stage')} error={errors['stage']} choices={choices.map(({ stage, needs }) => ({ value: stage, label: t(`programme.stage.${stage}`), hint: needsText(needs) }))} />
      <DateField name="on" label={t('programme.form.on')} words={dateWords(t)} value={dateOf(typed, 'on')} error={errors['on']} />
      <TextArea name="reason" label={t('programme.form.reason')} optional={t('form.optional')} hint={t('programme.form.reason-hint')} value={typedOf(typed, 'reason')} error={errors['reason']} rows={3} />
    </Shell>
  )
}

function SourceFields({ t, typed, errors }: Pick<FormProps, 't' | 'typed' | 'errors'>) {
  return (
    <>
      <TextField name="document" label={t('programme.form.document')} hint={t('programme.form.document-hint')} value={typedOf(typed, 'document')} error={errors['document']} />
      <TextField name="place" label={t('programme.form.place')} optional={t('form.optional')} hint={t('programme.form.place-hint')} value={typedOf(typed, 'place')} error={errors['place']} />
    </>
  )
}

export function PeriodPage(props: FormProps & { project: Project }) {
  const { t, typed, errors, project } = props
  const { startsOn, endsOn } = project
  const isExtension = isFixed(project) && startsOn !== null && endsOn !== null
  return (
    <Shell
      {...props}
      title={t(isExtension ? 'programme.form.extend' : 'programme.form.period')}
      lead={isExtension ? t('programme.form.extend-lead', { from: startsOn, until: endsOn }) : undefined}
      action={`${projectPath(project.slug)}/period`}
      back={projectPath(project.slug)}
      send={t('programme.form.keep-period')}
    >
      {isExtension ? null : <DateField name="startsOn" label={t('programme.form.startsOn')} words={dateWords(t)} value={dateOf(typed, 'startsOn')} error={errors['startsOn']} />}
      <DateField name="endsOn" label={t('programme.form.endsOn')} words={dateWords(t)} value={dateOf(typed, 'endsOn')} error={errors['endsOn']} />
      <TextArea name="reason" label={t('programme.form.reason')} hint={t('programme.form.period-reason-hint')} value={typedOf(typed, 'reason')} error={errors['reason']} rows={3} />
      <SourceFields t={t} typed={typed} errors={errors} />
    </Shell>
  )
}

export function AmountPage(props: FormProps & { project: Project }) {
  const { t, typed, errors, project } = props
  return (
    <Shell {...props} title={t('programme.form.amount')} lead={t('programme.form.amount-lead')} action={`${projectPath(project.slug)}/amount`} back={projectPath(project.slug)} send={t('programme.form.keep-amount')}>
      <Radios name="kind" label={t('programme.form.kind')} value={typedOf(typed, 'kind')} error={errors['kind']} choices={amountKinds.map((value) => ({ value, label: t(`programme.amount.${value}`) }))} />
      <TextField name="amount" label={t('programme.form.euro')} hint={t('programme.form.euro-hint')} unit={t('programme.form.euro-unit')} width={20} value={typedOf(typed, 'amount')} error={errors['amount']} />
      <TextArea name="reason" label={t('programme.form.reason')} optional={t('form.optional')} value={typedOf(typed, 'reason')} error={errors['reason']} rows={3} />
      <SourceFields t={t} typed={typed} errors={errors} />
    </Shell>
  )
}
