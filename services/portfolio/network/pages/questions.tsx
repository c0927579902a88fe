import { Chip, EmptyState, FilterChips, LinkButton, PageHead, Pagination, Result, ResultList, Row, SearchBox, Stack, Tabs, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { stateOf } from '../rules/question.ts'
import { questionPath } from '../rules/reference.ts'
import { beginningOf } from '../rules/text.ts'
import { questionStates, type QuestionLine, type QuestionState } from '../schema.ts'
import { pageWordsOf, writtenLang } from './parts.tsx'

export type QuestionListProps = {
  readonly t: PageT
  readonly q: string
  readonly state: QuestionState | undefined
  readonly about: 'entry' | undefined
  readonly entry: { readonly id: string; readonly title: string } | undefined
  readonly questions: readonly QuestionLine[]
  readonly townOf: (id: string) => string
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly mayAsk: boolean
}

const tones = { open: 'info', answered: 'plain', solved: 'ok' } as const
export const QuestionTag = ({ t, state }: { t: PageT; state: QuestionState }) => (
  <Tag kind={tones[state]} icon={state === 'open' ? 'question' : undefined}>
    {t(`network.question.state.${state}`)}
  </Tag>
)

/** Questions of all towns, to be searched and filtered. */
export function QuestionListPage({ t, q, state, about, entry, questions, townOf, total, page, pageSize, mayAsk }: QuestionListProps) {
  const hrefOf = (change: Record<string, string | undefined>): string => {
    const all = { q: q || undefined, state, about, entry: entry?.id, ...change }
    const query = new URLSearchParams(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
    return query.size === 0 ? '/portfolio/question' : `/portfolio/question?${query}`
  }
  return (
    <>
      <PageHead title={t('network.question.title')} lead={t('network.question.lead')}>
        <SearchBox
          action="/portfolio/question"
          label={t('network.question.search')}
          button={t('network.question.search-button')}
          value={q}
          keep={[...(state ? [{ name: 'state', value: state }] : []), ...(about ? [{ name: 'about', value: about }] : []), ...(entry ? [{ name: 'entry', value: entry.id }] : [])]}
        />
        {mayAsk ? (
          <p>
            <LinkButton kind="quiet" icon="question" href={entry ? `/portfolio/question/new?entry=${entry.id}` : '/portfolio/question/new'}>
              {t('network.question.new')}
            </LinkButton>
          </p>
        ) : null}
      </PageHead>
      <Stack gap="l">
        <Tabs
          label={t('network.question.filter')}
          tabs={[{ href: hrefOf({ state: undefined }), label: t('network.question.all'), current: state === undefined }, ...questionStates.map((one) => ({ href: hrefOf({ state: one }), label: t(`network.question.state.${one}`), current: state === one }))]}
        />
        {entry || about ? (
          <FilterChips
            chips={[
              ...(entry ? [{ label: t('network.question.about-entry', { title: entry.title }), href: hrefOf({ entry: undefined }) }] : []),
              ...(about ? [{ label: t('network.question.about-entries'), href: hrefOf({ about: undefined }) }] : []),
            ]}
            words={{ remove: t('network.question.remove-filter'), removeAll: t('network.question.remove-filters') }}
            removeAllHref={hrefOf({ entry: undefined, about: undefined, state: undefined })}
          />
        ) : (
          <Row>
            <Chip href={hrefOf({ about: 'entry' })}>{t('network.question.about-entries')}</Chip>
          </Row>
        )}
        {questions.length === 0 ? (
          <EmptyState level={2} icon="question" title={t('network.question.none')} text={t(mayAsk ? 'network.question.none-office' : 'network.question.none-next')} />
        ) : (
          <div class="mr-stack">
            <h2>{t.count('network.question.count', total)}</h2>
            <ResultList start={(page - 1) * pageSize + 1}>
              {questions.map((question) => (
                <Result
                  key={question.id}
                  href={questionPath(question.id)}
                  title={question.title}
                  lang={writtenLang(t)}
                  summary={beginningOf(question.text, 160)}
                  status={<QuestionTag t={t} state={stateOf(question, question.answers)} />}
                  meta={[{ text: townOf(question.town), icon: 'building' }, { text: t.format.date(question.createdAt), icon: 'calendar' }, { text: t.count('network.question.answers', question.answers) }]}
                />
              ))}
            </ResultList>
            <Pagination label={t('network.pages')} page={page} pages={Math.ceil(total / pageSize)} href={(to) => hrefOf({ page: String(to) })} words={pageWordsOf(t)} />
          </div>
        )}
      </Stack>
    </>
  )
}
