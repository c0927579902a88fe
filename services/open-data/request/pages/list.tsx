import { EmptyState, LinkButton, PageHead, Pagination, Result, ResultList, Row, Stack } from '@modellregion/ui'
import type { PlainDate } from '@modellregion/standards'
import type { T } from '../../locales/index.ts'
import { EasyText } from '../../home/pages/easy-text.tsx'
import { isLate } from '../rules.ts'
import { publicStates, type DataRequest, type ListWish, type RequestState } from '../schema.ts'
import { StateTag } from './state.tsx'

export type RequestListProps = { t: T; wish: ListWish; today: PlainDate; requests: readonly DataRequest[]; counts: ReadonlyMap<RequestState, number>; total: number; pages: number; handles: boolean }

/** All requests that everybody may read. */
export function RequestListPage(props: RequestListProps) {
  const { t, requests, total } = props
  const all = [...props.counts].reduce((sum, [, n]) => sum + n, 0)
  return (
    <>
      <PageHead title={t('request.title')} lead={t('request.lead')}>
        <EasyText t={t} name="request.easy" />
        <Row>
          <LinkButton icon="plus" href="/open-data/request/new">
            {t('request.ask')}
          </LinkButton>
          <LinkButton kind="quiet" href="/open-data/chain">
            {t('request.chain.title')}
          </LinkButton>
          <LinkButton kind="bare" href="/open-data/request/return">
            {t('request.return-title')}
          </LinkButton>
        </Row>
      </PageHead>
      {all === 0 ? (
        <EmptyState level={2} icon="question" title={t('request.none')} text={t('request.none-next')} />
      ) : (
        <Stack>
          <Choices {...props} all={all} />
          <Row between>
            <h2>{t.count('request.count', total)}</h2>
            <a href={hrefOf(props.wish, { sort: props.wish.sort === 'votes' ? 'newest' : 'votes', page: 1 })}>{t(props.wish.sort === 'votes' ? 'request.sort.newest' : 'request.sort.votes')}</a>
          </Row>
          {requests.length === 0 ? <EmptyState title={t('request.none-state')} text={t('request.none-state-next')} /> : <Requests {...props} />}
        </Stack>
      )}
    </>
  )
}

function Requests({ t, requests, today, wish, pages }: RequestListProps) {
  const page = wish.page ?? 1
  return (
    <>
      <ResultList start={(page - 1) * 20 + 1}>
        {requests.map((request) => (
          <Result
            key={request.id}
            href={`/open-data/request/${request.number}`}
            title={request.title}
            summary={beginning(request.purpose)}
            status={<StateTag t={t} state={request.state} />}
            meta={[
              { text: t.count('request.votes', request.votes), icon: 'people' },
              { text: whenOf(t, request, today), icon: 'calendar' },
              ...(request.organisation ? [{ text: request.organisation.title }] : []),
            ]}
          />
        ))}
      </ResultList>
      <Pagination label={t('request.pages')} page={page} pages={pages} href={(to) => hrefOf(wish, { page: to })} words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }} />
    </>
  )
}

function whenOf(t: T, request: DataRequest, today: PlainDate): string {
  if (isLate(request, today)) return t('request.answer-late', { day: request.answerBy })
  if (request.state === 'new') return t('request.answer-by', { day: request.answerBy })
  if (request.state === 'accepted' && request.expectedOn) return t('request.expected-on', { day: request.expectedOn })
  return t('request.asked-on', { day: request.createdAt })
}

function Choices({ t, wish, counts, all }: RequestListProps & { all: number }) {
  return (
    <nav aria-label={t('request.by-state')}>
      <p class="mr-row mr-chips">
        <Choice on={wish.state === undefined} href={hrefOf({ sort: wish.sort })} label={`${t('request.all')} (${all})`} />
        {publicStates
          .filter((state) => counts.has(state))
          .map((state) => (
            <Choice key={state} on={wish.state === state} href={hrefOf({ sort: wish.sort, state })} label={`${t(`request.state.${state}`)} (${counts.get(state)})`} />
          ))}
      </p>
    </nav>
  )
}

const Choice = ({ on, href, label }: { on: boolean; href: string; label: string }) => (
  <a class="mr-chip" href={href} aria-current={on ? 'true' : undefined}>
    {on ? <b>{label}</b> : label}
  </a>
)

type Choosing = { state?: ListWish['state'] | undefined; sort?: ListWish['sort'] | undefined; page?: number | undefined }

function hrefOf(wish: Choosing, change: Choosing = {}): string {
  const { state, sort, page } = { ...wish, ...change }
  const pairs = [state ? ['state', state] : [], sort === 'votes' ? ['sort', sort] : [], page !== undefined && page > 1 ? ['page', String(page)] : []].filter((pair) => pair.length > 0)
  const query = new URLSearchParams(pairs).toString()
  return `/open-data/request${query && `?${query}`}`
}

const beginning = (text: string): string => (text.length > 160 ? `${text.slice(0, text.lastIndexOf(' ', 160))} …` : text)
