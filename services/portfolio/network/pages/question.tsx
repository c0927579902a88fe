import { Button, Form, FormEnd, LinkButton, Note, Prose, Row, Section, Stack, Tag, TextArea } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { stateOf, verdictOn } from '../rules/question.ts'
import { questionPath, reusePath } from '../rules/reference.ts'
import type { Answer, Objection, Question } from '../schema.ts'
import { Errors, MarkdownText, WrittenHead, type FormProps } from './parts.tsx'
import { QuestionTag } from './questions.tsx'

export type QuestionPageProps = FormProps & {
  readonly question: Question
  readonly answers: readonly Answer[]
  readonly entry: { readonly id: string; readonly title: string } | undefined
  readonly townOf: (id: string) => string
  /** The town whose page this is. */
  readonly here: string
  /** When this page was made: what comes later was not seen. */
  readonly until: string
  /** The reader writes for this town. */
  readonly isOffice: boolean
  /** Objections to texts of this town, and those it raised. */
  readonly objections: readonly Objection[]
  readonly done: 'asked' | 'answered' | 'saved' | 'objected' | undefined
}

/** A question with its answers. Everybody reads; offices answer; the asking town says what helped. */
export function QuestionPage(props: QuestionPageProps) {
  const { t, csrf, question, answers, entry, townOf, here, isOffice, done, errors, typed } = props
  const href = questionPath(question.id)
  const shown = answers.filter(({ published }) => published).length
  const isOurs = isOffice && question.town === here
  return (
    <>
      <Errors t={t} errors={errors} />
      {done ? <Note kind="ok" role="status" level={0} title={t(`network.question.done.${done}`)} /> : null}
      <WrittenHead t={t} title={question.title}>
        <Row>
          <QuestionTag t={t} state={stateOf(question, shown)} />
          <span class="mr-muted">{t('network.question.by', { town: townOf(question.town), day: question.createdAt })}</span>
          {question.correctedAt === null ? null : <span class="mr-muted">{t('network.question.corrected', { day: question.correctedAt })}</span>}
        </Row>
      </WrittenHead>
      <Stack gap="l">
        {question.published ? null : <Note kind="warn" level={0} title={t('network.question.hidden')} />}
        <Objections {...props} thing={question.id} />
        <MarkdownText t={t} text={question.text} />
        {entry ? (
          <p>
            {t('network.question.entry')} <a href={reusePath(entry.id)}>{entry.title}</a>
          </p>
        ) : null}
        {isOurs ? <OwnTools {...props} /> : null}
        {isOffice && !isOurs ? (
          <p>
            <a href={`${href}/object`}>{t('network.question.object')}</a>
          </p>
        ) : null}
        <Section id="answers" title={t.count('network.question.answers', shown)}>
          {answers.length === 0 ? <p>{t('network.question.no-answer')}</p> : null}
          <Stack gap="l">
            {answers.map((answer) => (
              <AnswerView key={answer.id} {...props} answer={answer} />
            ))}
          </Stack>
        </Section>
        {isOffice && question.published ? (
          <Section id="answer" title={t('network.answer.title', { town: townOf(here) })}>
            <Form action={`${href}/answer`} csrf={csrf} hidden={{ key: typedOf(typed, 'key') }}>
              <TextArea name="text" label={t('network.answer.field.text')} hint={t('network.answer.hint.text')} value={typedOf(typed, 'text')} error={errors['text']} rows={7} />
              <FormEnd>
                <Button>{t('network.answer.send')}</Button>
              </FormEnd>
            </Form>
          </Section>
        ) : null}
      </Stack>
    </>
  )
}

function OwnTools({ t, csrf, question, answers, here, until }: QuestionPageProps) {
  const href = questionPath(question.id)
  const isFresh = answers.some(({ town, createdAt, published }) => published && town !== here && createdAt > question.reviewedAt)
  return (
    <Row>
      <LinkButton kind="quiet" icon="edit" small href={`${href}/edit`}>
        {t('network.question.edit')}
      </LinkButton>
      <Form action={`${href}/show`} csrf={csrf} hidden={{ published: question.published ? 'false' : 'true' }} bare>
        <Button kind="quiet" small>
          {t(question.published ? 'network.question.hide' : 'network.question.show')}
        </Button>
      </Form>
      {isFresh ? (
        <Form action={`${href}/seen`} csrf={csrf} hidden={{ until }} bare>
          <Button kind="quiet" small>
            {t('network.question.seen')}
          </Button>
        </Form>
      ) : null}
    </Row>
  )
}

function AnswerView(props: QuestionPageProps & { answer: Answer }) {
  const { t, csrf, question, answer, townOf, here, isOffice } = props
  const verdict = verdictOn(question, answer.id)
  const isOurs = isOffice && answer.town === here
  return (
    <article id={`answer-${answer.id}`} class="mr-card mr-stack" aria-labelledby={`by-${answer.id}`}>
      <h3 id={`by-${answer.id}`} class="mr-h3">
        {t('network.answer.by', { town: townOf(answer.town) })}
      </h3>
      <Row>
        {verdict === 'none' ? null : <Tag kind="ok">{t(verdict === 'solves' ? 'network.answer.solves' : 'network.answer.helpful')}</Tag>}
        {answer.published ? null : <Tag kind="warn">{t('network.answer.hidden')}</Tag>}
        <span class="mr-small mr-muted">{answer.correctedAt === null ? t.format.date(answer.createdAt) : t('network.answer.corrected', { day: answer.createdAt, corrected: answer.correctedAt })}</span>
      </Row>
      <MarkdownText t={t} text={answer.text} />
      <Objections {...props} thing={answer.id} />
      {isOffice ? (
        <Row>
          {question.town === here && answer.published ? <Verdicts t={t} csrf={csrf} question={question} answer={answer} until={props.until} /> : null}
          {isOurs ? (
            <>
              <LinkButton kind="quiet" icon="edit" small href={`/portfolio/answer/${answer.id}/edit`}>
                {t('network.answer.edit')}
              </LinkButton>
              <Form action={`/portfolio/answer/${answer.id}/show`} csrf={csrf} hidden={{ published: answer.published ? 'false' : 'true' }} bare>
                <Button kind="quiet" small>
                  {t(answer.published ? 'network.answer.hide' : 'network.answer.show')}
                </Button>
              </Form>
            </>
          ) : (
            <a href={`/portfolio/answer/${answer.id}/object`}>{t('network.answer.object')}</a>
          )}
        </Row>
      ) : null}
    </article>
  )
}

function Verdicts({ t, csrf, question, answer, until }: Pick<QuestionPageProps, 't' | 'csrf' | 'question' | 'until'> & { answer: Answer }) {
  const verdict = verdictOn(question, answer.id)
  const offered = (['solves', 'helpful', 'none'] as const).filter((one) => one !== verdict)
  return (
    <>
      {offered.map((one) => (
        <Form key={one} action={`${questionPath(question.id)}/verdict`} csrf={csrf} hidden={{ answer: answer.id, verdict: one, until }} bare>
          <Button kind="quiet" small>
            {t(`network.answer.say.${one}`)}
          </Button>
        </Form>
      ))}
    </>
  )
}

function Objections({ t, csrf, objections, thing, townOf, here, question, until }: QuestionPageProps & { thing: string }) {
  const about = objections.filter(({ thingId }) => thingId === thing)
  if (about.length === 0) return null
  const isOurs = about.some(({ thingTown }) => thingTown === here)
  return (
    <Note kind="warn" level={0} title={t(isOurs ? 'network.objection.to-us' : 'network.objection.ours')}>
      <Prose>
        <ul>
          {about.map((objection) => (
            <li key={objection.id}>{t('network.objection.line', { town: townOf(objection.town), reason: objection.reason })}</li>
          ))}
        </ul>
      </Prose>
      {isOurs ? (
        <Form action={thing === question.id ? `${questionPath(question.id)}/seen` : `/portfolio/answer/${thing}/seen`} csrf={csrf} hidden={{ until }} bare>
          <Button kind="quiet" small>
            {t('network.objection.keep')}
          </Button>
        </Form>
      ) : null}
    </Note>
  )
}
