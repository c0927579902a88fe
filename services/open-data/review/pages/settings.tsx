import { Button, Checkbox, DataTable, EmptyState, ErrorSummary, Form, FormEnd, Note, PageHead, Radios, Section, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { grounds, type OwnCriterion } from '../criteria/schema.ts'

export type SettingsProps = { t: PageT; csrf: string; own: readonly OwnCriterion[]; times: Typed; timeErrors: FormErrors; question: Typed; questionErrors: FormErrors; saved: boolean }

const path = '/open-data/review/settings'

/** What a town sets about its review: how long a step may take, how small a group may be, and questions of its own. */
export function SettingsPage(props: SettingsProps) {
  const { t, timeErrors, questionErrors, saved } = props
  const listed = Object.entries({ ...timeErrors, ...questionErrors }).map(([field, text]) => ({ field, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {saved ? <Note kind="ok" level={0} role="status" title={t('review.settings-saved')} /> : null}
      <PageHead title={t('review.settings')} lead={t('review.settings-lead')} />
      <Stack gap="l">
        <Section id="times" title={t('review.settings-times')}>
          <Times {...props} />
        </Section>
        <Section id="own" title={t('review.own-questions')}>
          <Questions {...props} />
        </Section>
        <Section id="add" title={t('review.add-question')}>
          <NewQuestion {...props} />
        </Section>
      </Stack>
    </>
  )
}

function Times({ t, csrf, times, timeErrors }: SettingsProps) {
  const field = (name: 'checkDays' | 'decideDays' | 'smallestGroup') => ({ name, label: t(`review.form.${name}`), value: typedOf(times, name), error: timeErrors[name], numeric: true, width: 4 as const })
  return (
    <Form action={path} csrf={csrf}>
      <TextField {...field('checkDays')} />
      <TextField {...field('decideDays')} />
      <TextField {...field('smallestGroup')} hint={t('review.form.smallestGroup-hint')} />
      <FormEnd>
        <Button>{t('review.form.save')}</Button>
      </FormEnd>
    </Form>
  )
}

function Questions({ t, csrf, own }: SettingsProps) {
  return (
    <DataTable
      id="own-list"
      kind="work"
      caption={t('review.list-of', { what: t('review.own-questions') })}
      hideCaption
      rows={own}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="question" title={t('review.own-questions-none')} text={t('review.own-questions-none-next')} />}
      columns={[
        { key: 'question', head: t('review.criterion'), rowHead: true, cell: ({ question }) => (t.locale === 'en' && question.en ? question.en : question.de) },
        { key: 'stage', head: t('review.form.stage'), cell: ({ stage }) => t(`review.stage.${stage}`) },
        { key: 'ground', head: t('review.ground'), cell: ({ ground }) => t(`review.ground.${ground}`) },
        {
          key: 'retire',
          head: t('review.step'),
          cell: ({ id, retiredAt }) =>
            retiredAt ? (
              t('review.retired')
            ) : (
              <Form action={`${path}/${id}/retire`} csrf={csrf} bare>
                <Button kind="bare">{t('review.retire')}</Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

function NewQuestion({ t, csrf, question, questionErrors }: SettingsProps) {
  return (
    <Form action={`${path}/question`} csrf={csrf}>
      <TextArea name="questionDe" label={t('review.form.questionDe')} hint={t('review.form.questionDe-hint')} value={typedOf(question, 'questionDe')} error={questionErrors['questionDe']} rows={2} maxLength={300} />
      <TextArea name="questionEn" label={t('review.form.questionEn')} optional={t('form.optional')} value={typedOf(question, 'questionEn')} error={questionErrors['questionEn']} rows={2} maxLength={300} />
      <Radios name="stage" label={t('review.form.stage')} value={typedOf(question, 'stage')} error={questionErrors['stage']} choices={(['check', 'decide'] as const).map((value) => ({ value, label: t(`review.stage.${value}`) }))} />
      <Select name="ground" label={t('review.form.ground')} value={typedOf(question, 'ground')} error={questionErrors['ground']} choices={grounds.map((value) => ({ value, label: t(`review.ground.${value}`) }))} />
      <TextField name="weight" label={t('review.form.weight')} value={typedOf(question, 'weight')} error={questionErrors['weight']} numeric width={4} />
      <Checkbox name="knockOut" label={t('review.form.knockOut')} checked={typedOf(question, 'knockOut') !== ''} />
      <FormEnd>
        <Button kind="quiet">{t('review.add-question')}</Button>
      </FormEnd>
    </Form>
  )
}
