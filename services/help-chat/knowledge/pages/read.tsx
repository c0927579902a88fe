import { LinkButton, MoreLink, PageHead, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { HelperEnd } from '../helper-walk.tsx'
import { ArticleBody, ArticleLinks, Line, Numbers, Text } from '../parts.tsx'
import { articlePath, groups, type ArticleView, type Library } from '../view.ts'

type Props = { t: T; library: Library }

const footWords = (t: T) => ({ helps: t('knowledge.helps'), sources: t('knowledge.sources'), easyNote: t('knowledge.easy-note') })
const Leads = ({ article }: { article: ArticleView }) =>
  article.lead === '' ? null : (
    <p class="mr-lead">
      <Line text={article.lead} />
    </p>
  )

/** One article. */
export function ArticlePage({ t, library, article }: Props & { article: ArticleView }) {
  return (
    <>
      <PageHead title={article.title}>
        <Leads article={article} />
      </PageHead>
      <Stack gap="m">
        <ArticleBody article={article} numbers={library.numbers} level={2} isLeicht={library.isLeicht} words={footWords(t)} />
        <p class="mr-row">
          <LinkButton href="/help-chat/case">{t('knowledge.write')}</LinkButton>
          <MoreLink href="/help-chat/knowledge">{t('knowledge.all-title')}</MoreLink>
        </p>
      </Stack>
    </>
  )
}

/** Everything as lists: articles by their first letter, questions, numbers. */
export function AllPage({ t, library }: Props) {
  const order = new Intl.Collator('de')
  const sorted = library.articles.toSorted((a, b) => order.compare(a.title, b.title))
  return (
    <>
      <PageHead title={t('knowledge.all-title')} lead={t('knowledge.all-lead')}>
        <p>
          <MoreLink href="/help-chat/knowledge/everything">{t('knowledge.everything')}</MoreLink>
        </p>
        <p class="mr-small mr-muted">{t('knowledge.find.unscripted')}</p>
      </PageHead>
      <Section title={t('knowledge.a-z')} id="a-z">
        <ArticleLinks articles={sorted} />
      </Section>
      <Section title={t('knowledge.questions')} id="questions">
        <Questions t={t} library={library} level={3} />
      </Section>
      <Section title={t('knowledge.numbers')} id="numbers">
        <Numbers numbers={library.numbers} />
      </Section>
    </>
  )
}

function Questions({ t, library, level }: Props & { level: 3 }) {
  const Heading = `h${level}` as const
  return (
    <ul class="mr-list">
      {library.questions.map(({ id, question, answer, more }) => (
        <li key={id} class="mr-result" id={`question-${id}`}>
          <Heading class="mr-h3">{question}</Heading>
          <p>
            <Line text={answer} />
          </p>
          {more === '' ? null : (
            <p>
              <MoreLink href={articlePath(more)}>{`${t('knowledge.more')}: ${library.articles.find((article) => article.id === more)?.title ?? ''}`}</MoreLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** All texts one below the other: for printing, and for the browser's own search, which tells nobody what is looked for. */
export function EverythingPage({ t, library }: Props) {
  return (
    <>
      <PageHead title={t('knowledge.everything')} lead={t('knowledge.everything-lead')} />
      <Stack gap="l">
        {groups.flatMap((group) => library.articles.filter((article) => article.group === group)).map((article) => (
          <section key={article.id} aria-labelledby={article.id} class="mr-stack">
            <h2 id={article.id}>{article.title}</h2>
            <Leads article={article} />
            <ArticleBody article={article} numbers={[]} level={3} isLeicht={library.isLeicht} words={footWords(t)} />
          </section>
        ))}
        <section aria-labelledby="questions">
          <h2 id="questions">{t('knowledge.questions')}</h2>
          <Questions t={t} library={library} level={3} />
        </section>
        <section aria-labelledby="numbers">
          <h2 id="numbers">{t('knowledge.numbers')}</h2>
          <Numbers numbers={library.numbers} />
        </section>
      </Stack>
    </>
  )
}

export function NumbersPage({ t, library }: Props) {
  return (
    <>
      <PageHead title={t('knowledge.numbers')} lead={t('knowledge.numbers-lead').replaceAll('**', '')} />
      <Numbers numbers={library.numbers} />
    </>
  )
}

/** The helper without script: all steps on one page, answers are jumps. What is chosen stays in the part of an address that no server sees. */
export function HelperPage({ t, library }: Props) {
  return (
    <>
      <PageHead title={t('knowledge.helper')} lead={t('knowledge.helper-lead')}>
        <p class="mr-small mr-muted">{t('knowledge.helper-plain').replaceAll('**', '')}</p>
      </PageHead>
      <Stack gap="l">
        {library.steps.map((step) => (
          <section key={step.id} id={step.id} tabindex={-1} class="mr-card mr-stack">
            <h2>
              <Line text={step.title} />
            </h2>
            <p>
              <Line text={step.text} />
            </p>
            {step.choices.length === 0 ? (
              <HelperEnd say={(key) => t.find(key) ?? key} library={library} step={step} level={3} />
            ) : (
              <ul class="mr-stack-s">
                {step.choices.map(({ to, label }) => (
                  <li key={to}>
                    <a href={`#${to}`}>
                      <Line text={label} />
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {step.id === 'start' ? null : (
              <p>
                <a href="#start">{t('knowledge.find.again')}</a>
              </p>
            )}
          </section>
        ))}
      </Stack>
    </>
  )
}

export function ProtectionPage({ t, body, isLeicht }: { t: T; body: string; isLeicht: boolean }) {
  return (
    <>
      <PageHead title={t('knowledge.protection-title')} lead={t('knowledge.protection-lead')} />
      <Stack gap="m">
        <Text body={body} level={2} isLeicht={isLeicht} />
        <p class="mr-row">
          <LinkButton href="/help-chat/case">{t('knowledge.write-start')}</LinkButton>
          <MoreLink href="/help-chat/app/version">{t('app.version-title')}</MoreLink>
        </p>
      </Stack>
    </>
  )
}
