import { Card, Grid, KeyFigure, MoreLink, NewsList, PageHead, ResultList, Row, SearchBox, Section, Split, Stack } from '@modellregion/ui'
import { EntryResult } from '../../catalogue/pages/result.tsx'
import type { Labels } from '../../catalogue/pages/say.ts'
import type { T } from '../../locales/index.ts'
import { beginningOf } from '../../network/rules/text.ts'
import type { News, QuestionLine } from '../../network/schema.ts'
import type { Summary } from '../../programme/overview.ts'
import type { Entry } from '../../shelf/schema.ts'

export type HomeProps = {
  t: T
  labels: Labels
  programme: Pick<Summary, 'funnel' | 'sums'>
  newest: readonly Entry[]
  events: readonly { readonly id: string; readonly town: string; readonly title: string; readonly startsAt: Date; readonly place: string | null }[]
  questions: readonly QuestionLine[]
  news: readonly News[]
  work: readonly { readonly id: 'programme' | 'grant' | 'adoption' | 'document' | 'shelf' | 'network'; readonly href: string }[]
}

export function HomePage(props: HomeProps) {
  const { t, labels, newest, work } = props
  return (
    <>
      <PageHead title={t('home.title')} lead={t('home.lead')}>
        <SearchBox action="/portfolio/reuse" label={t('home.search-label')} button={t('home.search')} suggest={{ href: '/portfolio/reuse/suggest', all: t('catalogue.suggest-all'), count: t('catalogue.suggest-count') }} />
      </PageHead>
      <Stack gap="l">
        {work.length > 0 ? (
          <Card title={t('home.work')} look="flat">
            <Row>
              {work.map(({ id, href }) => (
                <MoreLink key={id} href={href}>
                  {t(`home.work.${id}`)}
                </MoreLink>
              ))}
            </Row>
          </Card>
        ) : null}
        <Programme {...props} />
        <Section id="newest" title={t('home.newest')}>
          {newest.length === 0 ? <p>{t('home.newest-none')}</p> : <ResultList>{newest.map((entry) => <EntryResult key={entry.id} t={t} entry={entry} labels={labels} level={3} />)}</ResultList>}
          <p>
            <MoreLink href="/portfolio/reuse">{t('home.all-entries')}</MoreLink>
          </p>
        </Section>
        <Split>
          <NewsOf {...props} />
          <Meet {...props} />
        </Split>
        <Programs t={t} />
      </Stack>
    </>
  )
}

function Programme({ t, programme }: HomeProps) {
  const { funnel, sums } = programme
  if (sums.count === 0) return null
  return (
    <Section id="programme" title={t('home.programme')}>
      <Grid min={15}>
        {funnel.map(({ id, count }) => (
          <KeyFigure key={id} value={t.format.number(count)} label={t(`programme.funnel.${id}`)} />
        ))}
        <KeyFigure value={t.format.money(sums.all)} label={t('home.granted')} note={t('home.granted-note')} />
      </Grid>
      <p>
        <MoreLink href="/portfolio/programme">{t('home.all-projects')}</MoreLink>
      </p>
    </Section>
  )
}

const NewsOf = ({ t, news }: HomeProps) => (
  <Section id="news" title={t('home.news')}>
    {news.length === 0 ? <p>{t('home.news-none')}</p> : <NewsList items={news.map(({ id, title, text, day }) => ({ date: t.format.date(day), dateTime: day, title, href: `/portfolio/news/${id}`, text: beginningOf(text, 160) }))} />}
    <p>
      <MoreLink href="/portfolio/news">{t('home.all-news')}</MoreLink>
    </p>
  </Section>
)

/** What towns do together: events and open questions. */
const Meet = ({ t, labels, events, questions }: HomeProps) => (
  <Stack>
    <Card title={t('home.events')} look="flat">
      {events.length === 0 ? (
        <p>{t('home.events-none')}</p>
      ) : (
        <ul class="mr-list mr-stack">
          {events.map(({ id, town, title, startsAt, place }) => (
            <li key={id}>
              <a href={`/portfolio/event/${id}`}>{title}</a>
              <br />
              <small>{[t.format.date(startsAt), place, labels.towns.get(town)].filter(Boolean).join(' · ')}</small>
            </li>
          ))}
        </ul>
      )}
      <MoreLink href="/portfolio/event">{t('home.all-events')}</MoreLink>
    </Card>
    <Card title={t('home.questions')} look="flat">
      {questions.length === 0 ? (
        <p>{t('home.questions-none')}</p>
      ) : (
        <ul class="mr-list mr-stack">
          {questions.map(({ id, town, title }) => (
            <li key={id}>
              <a href={`/portfolio/question/${id}`}>{title}</a>
              <br />
              <small>{labels.towns.get(town)}</small>
            </li>
          ))}
        </ul>
      )}
      <MoreLink href="/portfolio/question">{t('home.all-questions')}</MoreLink>
    </Card>
  </Stack>
)

/** Addresses for programs, and for readers who want everything. */
const Programs = ({ t }: Pick<HomeProps, 't'>) => (
  <Section id="programs" title={t('home.programs')}>
    <ul class="mr-list mr-stack-s">
      {(
        [
          ['/portfolio/yearbook', 'home.program.yearbook'],
          ['/portfolio/supplier', 'home.program.suppliers'],
          ['/portfolio/publiccode/check', 'home.program.publiccode'],
          ['/portfolio/reuse.csv', 'home.program.csv'],
          ['/portfolio/reuse.atom', 'home.program.atom'],
          ['/portfolio/programme/projects.csv', 'home.program.projects'],
          ['/portfolio/event.ics', 'home.program.calendar'],
        ] as const
      ).map(([href, key]) => (
        <li key={href}>
          <a href={href}>{t(key)}</a>
        </li>
      ))}
    </ul>
  </Section>
)
