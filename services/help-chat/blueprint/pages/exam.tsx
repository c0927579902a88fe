import { Button, Checkboxes, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Radios, Section } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Question } from '../exam/bank.ts'
import type { Given, Marked } from '../exam/rules.ts'

export type ExamProps = { t: PageT; csrf: string; draw: string; questions: readonly Question[]; needed: number; given: Given; incomplete: readonly string[]; isStale: boolean }

/** The questions as a plain form: one answer is a radio, several are boxes. What was chosen stays. */
export function ExamPage({ t, csrf, draw, questions, needed, given, incomplete, isStale }: ExamProps) {
  const errorOf = ({ id, right }: Question, at: number): string | undefined => {
    if (!incomplete.includes(id)) return undefined
    return right === 1 ? t('exam.incomplete.one', { at: at + 1 }) : t('exam.incomplete.other', { at: at + 1, count: right })
  }
  const errors = questions.flatMap((question, at) => errorOf(question, at) ?? []).map((text, at) => ({ field: incomplete[at] ?? '', text }))
  return (
    <>
      <ErrorSummary title={t('exam.errors')} errors={errors} />
      <PageHead title={t('exam.title')} lead={t('exam.lead', { questions: questions.length, right: needed })} />
      {isStale ? <Note kind="warn" role="status" level={0} title={t('exam.stale')} /> : null}
      <Form action="/help-chat/course/test" csrf={csrf} hidden={{ draw }}>
        {questions.map((question, at) => {
          const field = {
            name: question.id,
            label: t('exam.question', { at: at + 1, of: questions.length, text: question.text }),
            hint: question.right === 1 ? t('exam.choose.one') : t('exam.choose.other', { count: question.right }),
            error: errorOf(question, at),
            choices: question.answers.map(({ text }, index) => ({ value: String(index), label: text })),
          }
          const chosen = [...(given.get(question.id) ?? [])].map(String)
          return question.right === 1 ? <Radios key={question.id} {...field} value={chosen[0]} /> : <Checkboxes key={question.id} {...field} values={chosen} />
        })}
        <FormEnd>
          <Button>{t('exam.send')}</Button>
          <LinkButton href="/help-chat/course" kind="bare">
            {t('exam.to-course')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export type ResultProps = {
  t: PageT
  questions: readonly Question[]
  given: Given
  marked: Marked
  needed: number
  /** What the training log says now; undefined when the test was not passed. */
  recorded: string | undefined
  lessonTitle: (lesson: Question['lesson']) => string
}

/** What was right, what was not, and why. */
export function ExamResultPage({ t, questions, given, marked, needed, recorded, lessonTitle }: ResultProps) {
  const numbers = { right: marked.right.length, of: questions.length }
  return (
    <>
      <PageHead title={t('exam.result-title')} />
      <Note kind={marked.passed ? 'ok' : 'warn'} role="status" title={marked.passed ? t('exam.passed-title') : t('exam.failed-title')}>
        <p>{marked.passed ? t('exam.passed', { ...numbers, percent: marked.percent }) : t('exam.failed', { ...numbers, needed })}</p>
        {recorded ? <p>{recorded}</p> : null}
      </Note>
      {questions.map((question, at) => (
        <Section key={question.id} id={question.id} title={t('exam.question', { at: at + 1, of: questions.length, text: question.text })}>
          <div class="mr-text">
            <p>
              <strong>{marked.right.includes(question.id) ? t('exam.right') : t('exam.wrong')}</strong>
            </p>
            <ul>
              {question.answers.map(({ text, right }, index) => {
                const said = [given.get(question.id)?.has(index) ? t('exam.yours') : '', right ? t('exam.is-right') : ''].filter(Boolean).join(', ')
                return (
                  <li key={text}>
                    {text}
                    {said ? <strong> ({said})</strong> : null}
                  </li>
                )
              })}
            </ul>
            <p>
              {t('exam.why')}: {question.explanation}
            </p>
            {marked.wrong.includes(question.id) ? (
              <p>
                <a href={`/help-chat/course/${question.lesson}`}>{t('exam.read-again', { title: lessonTitle(question.lesson) })}</a>
              </p>
            ) : null}
          </div>
        </Section>
      ))}
      <p class="mr-row">
        {marked.passed ? null : <LinkButton href="/help-chat/course/test">{t('exam.again')}</LinkButton>}
        <LinkButton href="/help-chat/course" kind="quiet">
          {t('exam.to-course')}
        </LinkButton>
      </p>
    </>
  )
}
