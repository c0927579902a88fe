import { Button, Chip, DataTable, EmptyState, Form, LinkButton, Pagination, Progress, Row, Tag } from '@modellregion/ui'
import type { Errors } from '../../forms/errors.ts'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Held } from '../queries.ts'
import { Console } from './console.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { roleName } from './people.tsx'

type Props = {
  t: Say<KernelWords>
  csrf: string
  rows: readonly Held[]
  counts: { all: number; due: number }
  waiting: number
  show: 'due' | 'all'
  page: number
  pages: number
  days: number
  errors: Errors
  done: string | undefined
}

/** How a line is named in the form. */
export const heldKey = ({ kind, accountId, role, organisation, delegationId }: Pick<Held, 'kind' | 'accountId' | 'role' | 'organisation' | 'delegationId'>): string =>
  kind === 'delegation' ? `delegation ${delegationId}` : `grant ${accountId} ${role} ${organisation}`

export const heldRole = (t: Say<KernelWords>, { role, organisation, deputyFor }: Held): string => {
  const name = roleName(t, { role, ...(organisation !== '' && { organisation }) })
  return deputyFor === null ? name : t('admin.deputy-for', { role: name, name: deputyFor })
}

/** Who gave it, in words: a person, or what decided. */
export const heldBy = (t: Say<KernelWords>, { grantedBy, source }: Held): string => {
  const how = t.find(`admin.review-source-${source}`) ?? source
  return grantedBy === null ? how : source === 'console' ? grantedBy : `${grantedBy} (${how})`
}

/** Every role in somebody's hands, the one looked at longest ago first. */
export function ReviewPage({ t, csrf, rows, counts, waiting, show, page, pages, days, errors, done }: Props) {
  const at = (view: string, number = 1) => `/admin/people/review?show=${view}${number > 1 ? `&page=${number}` : ''}`
  return (
    <Console t={t} title={t('admin.review')} lead={t('admin.review-lead', { days })} errors={errors} done={done}>
      <PeopleTabs t={t} current="review" waiting={waiting} due={counts.due} />
      <Progress id="review-progress" label={t('admin.review-progress')} text={t('admin.review-progress-text', { done: counts.all - counts.due, all: counts.all })} value={counts.all - counts.due} max={Math.max(1, counts.all)} />
      <Row between>
        <nav aria-label={t('admin.review-filter')}>
          <Row>
            {(['due', 'all'] as const).map((view) => {
              const text = `${t(view === 'due' ? 'admin.review-due' : 'admin.review-everything')} (${t.format.number(view === 'due' ? counts.due : counts.all)})`
              return view === show ? <strong key={view}>{text}</strong> : <Chip key={view} href={at(view)}>{text}</Chip>
            })}
          </Row>
        </nav>
        <LinkButton kind="quiet" small icon="download" href="/admin/people/review.csv">
          {t('admin.review-csv')}
        </LinkButton>
      </Row>
      {rows.length === 0 ? (
        <EmptyState level={2} icon="people" title={t(counts.all === 0 ? 'admin.review-nobody-title' : 'admin.review-none-title')} text={t(counts.all === 0 ? 'admin.review-nobody' : 'admin.review-none')} />
      ) : (
        <Form action={at(show, page)} csrf={csrf} label={t('admin.review')}>
          <DataTable
            id="review"
            kind="work"
            caption={t('admin.review')}
            hideCaption
            rows={rows}
            rowKey={heldKey}
            columns={[
              { key: 'choose', head: t('admin.review-choose'), cell: (row) => <Choose t={t} row={row} /> },
              { key: 'name', head: t('admin.person'), rowHead: true, cell: (row) => <Person t={t} row={row} /> },
              { key: 'role', head: t('admin.role'), cell: (row) => (row.until ? t('admin.role-until', { role: heldRole(t, row), until: row.until }) : heldRole(t, row)) },
              { key: 'since', head: t('admin.review-since'), nowrap: true, cell: (row) => t.format.date(row.since, 'medium') },
              { key: 'by', head: t('admin.review-by'), cell: (row) => heldBy(t, row) },
              { key: 'seen', head: t('admin.person-last-seen'), nowrap: true, cell: (row) => t.format.date(row.lastSeenAt, 'medium') },
              { key: 'reviewed', head: t('admin.review-last'), nowrap: true, cell: (row) => (row.reviewedAt && row.reviewedBy !== null ? t.format.date(row.reviewedAt, 'medium') : null) },
            ]}
          />
          <Row>
            <Button name="decision" value="keep" id="keep">
              {t('admin.review-keep')}
            </Button>
            <Button kind="danger" name="decision" value="withdraw" id="withdraw">
              {t('admin.review-withdraw')}
            </Button>
          </Row>
        </Form>
      )}
      <Pagination label={t('search.pages')} page={page} pages={pages} href={(number) => at(show, number)} words={{ page: t('portal.page-word'), next: t('search.page-next'), previous: t('search.page-previous') }} />
    </Console>
  )
}

const Choose = ({ t, row }: { t: Say<KernelWords>; row: Held }) => (
  <label class="mr-check">
    <input type="checkbox" name="entry" value={heldKey(row)} />
    <span class="mr-vh">{t('admin.review-choose-one', { name: row.name, role: heldRole(t, row) })}</span>
  </label>
)

const Person = ({ t, row }: { t: Say<KernelWords>; row: Held }) => (
  <>
    <a href={`/admin/people/${row.accountId}`}>{row.name}</a> {row.disabledAt ? <Tag kind="warn">{t('admin.person-disabled')}</Tag> : null}
  </>
)
