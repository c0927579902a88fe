import { LinkButton, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Block } from '../text.ts'
import { Blocks } from './blocks.tsx'
import { Contents } from './document.tsx'

type LessonLink = { href: string; title: string; summary: string }
export type CourseProps = { t: PageT; lessons: readonly LessonLink[]; test: { questions: number; mark: number; bank: number }; facts: readonly string[]; pdf: string; foreign: string | undefined }

/** The course: what it holds, and the test at its end. */
export function CoursePage({ t, lessons, test, facts, pdf, foreign }: CourseProps) {
  return (
    <>
      <PageHead title={t('course.title')} lead={t('course.lead')}>
        <Row>
          <LinkButton href={pdf} kind="quiet">
            {t('blueprint.pdf')}
          </LinkButton>
        </Row>
      </PageHead>
      <Section id="lessons" title={t('course.lessons')}>
        {foreign ? <p>{t('blueprint.in-german')}</p> : null}
        <ol class="mr-list mr-stack" lang={foreign}>
          {lessons.map(({ href, title, summary }, at) => (
            <li key={href}>
              <h3 class="mr-h3">
                <a href={href}>
                  {at + 1}. {title}
                </a>
              </h3>
              <p>{summary}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="test" title={t('course.test-title')}>
        <div class="mr-text">
          <p>{t('course.test-about', test)}</p>
          <p>{t('course.test-who')}</p>
          <p>
            <LinkButton href="/help-chat/course/test">{t('course.test-start')}</LinkButton>
          </p>
          {facts.map((fact) => (
            <p key={fact} class="mr-small mr-muted">
              {fact}
            </p>
          ))}
        </div>
      </Section>
    </>
  )
}

export type LessonProps = { t: PageT; title: string; summary: string; at: number; of: number; blocks: readonly Block[]; previous: LessonLink | undefined; next: LessonLink | undefined; foreign: string | undefined }

/** One lesson; the ways back and on stand below it. */
export function LessonPage({ t, title, summary, at, of, blocks, previous, next, foreign }: LessonProps) {
  return (
    <article>
      <p class="mr-small mr-muted">{t('course.lesson', { at, of })}</p>
      <div lang={foreign}>
        <PageHead title={title} lead={summary} />
        <Stack gap="l">
          <Contents title={t('blueprint.contents')} blocks={blocks} />
          <div class="mr-text">
            <Blocks blocks={blocks} words={{ done: t('blueprint.done'), open: t('blueprint.open') }} />
          </div>
        </Stack>
      </div>
      <nav class="mr-section" aria-label={t('course.way')}>
        <Row>
          {next ? <LinkButton href={next.href}>{t('course.next', { title: next.title })}</LinkButton> : <LinkButton href="/help-chat/course/test">{t('course.test-start')}</LinkButton>}
          {previous ? (
            <LinkButton href={previous.href} kind="quiet">
              {t('course.previous', { title: previous.title })}
            </LinkButton>
          ) : null}
          <LinkButton href="/help-chat/course" kind="bare">
            {t('exam.to-course')}
          </LinkButton>
        </Row>
      </nav>
    </article>
  )
}
