import { Button, Checkboxes, Form, FormEnd, Note, Radios, Section, Stack, TextArea } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { grounds, type Criterion } from '../criteria/schema.ts'
import { answerField } from '../rules.ts'
import type { Review, Stage } from '../schema.ts'
import { reviewPath } from '../shown.ts'

export type VoteFormProps = { t: T; csrf: string; review: Review; stage: Stage; criteria: readonly Criterion[]; typed: Typed; errors: FormErrors; voted: boolean }

/** The questions of the catalogue and the verdict. What was answered stays when something is missing. */
export function VoteForm({ t, csrf, review, stage, criteria, typed, errors, voted }: VoteFormProps) {
  const asked = criteria.filter((criterion) => criterion.stage === stage)
  const answers = (['yes', 'no', 'open'] as const).map((value) => ({ value, label: t(`review.answer.${value}`) }))
  const send = stage === 'check' ? t('review.form.send-check') : voted ? t('review.form.send-again') : t('review.form.send-decide')
  return (
    <Section id="vote" title={stage === 'check' ? t('review.check-title') : t('review.decide-title')}>
      <p>{stage === 'check' ? t('review.check-lead') : t('review.decide-lead')}</p>
      <Form action={`${reviewPath(review.draftId)}/${stage}`} csrf={csrf} hidden={{ round: String(review.round) }}>
        {asked.map((criterion) => (
          <Radios
            key={criterion.code}
            name={answerField(criterion.code)}
            label={t.locale === 'en' && criterion.question.en ? criterion.question.en : criterion.question.de}
            hint={criterion.knockOut ? t('review.knock-out') : undefined}
            value={typedOf(typed, answerField(criterion.code))}
            error={errors[answerField(criterion.code)]}
            choices={answers}
          />
        ))}
        <Radios
          name="verdict"
          label={t('review.form.verdict')}
          value={typedOf(typed, 'verdict')}
          error={errors['verdict']}
          choices={[
            { value: 'accept', label: stage === 'check' ? t('review.verdict.accept-check') : t('review.verdict.accept') },
            { value: 'return', label: t('review.verdict.return'), hint: t('review.verdict.return-hint') },
            ...(stage === 'decide' ? [{ value: 'refuse', label: t('review.verdict.refuse'), hint: t('review.verdict.refuse-hint') }] : []),
          ]}
        />
        <TextArea name="reasons" label={t('review.form.reasons')} hint={t('review.form.reasons-hint')} value={typedOf(typed, 'reasons')} error={errors['reasons']} rows={4} maxLength={4_000} />
        {stage === 'decide' ? (
          <>
            <Checkboxes name="grounds" label={t('review.form.grounds')} hint={t('review.form.publicReason-hint')} values={tickedOf(typed, 'grounds')} error={errors['grounds']} choices={grounds.map((ground) => ({ value: ground, label: t(`review.ground.${ground}`) }))} />
            <TextArea name="publicReason" label={t('review.form.publicReason')} hint={t('review.form.publicReason-hint')} value={typedOf(typed, 'publicReason')} error={errors['publicReason']} rows={2} maxLength={500} />
          </>
        ) : null}
        <FormEnd>
          <Button>{send}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}

/** What the person who looks cannot do here, and why. */
export const NotYours = ({ t, why }: { t: T; why: 'own-draft' | 'own-check' }) => (
  <Stack>
    <Note level={0} title={t(`open-data.review.${why}`)} />
  </Stack>
)
