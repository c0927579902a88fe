import { DataTable, EmptyState, LinkButton, Note, PageHead, Pagination, Row, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { textOf, type LocalisedText } from '../../shelf/schema.ts'
import type { Standing } from '../rules/standing.ts'
import type { AdoptionState } from '../schema.ts'
import { Packages, type ListedPackage } from './packages.tsx'
import { adoptionHref, StandingTag } from './parts.tsx'

export type ListedAdoption = { readonly id: string; readonly title: LocalisedText; readonly kind: string; readonly from: string; readonly version: string; readonly newest: string; readonly state: AdoptionState; readonly standing: Standing | undefined; readonly named: boolean }
export type AdoptionListProps = { t: PageT; rows: readonly ListedAdoption[]; total: number; page: number; pages: number; mayEdit: boolean; undone: boolean; csrf: string; packages: readonly ListedPackage[] }

/** What the town has taken over, and what waits for a decision. */
export function AdoptionListPage({ t, rows, total, page, pages, mayEdit, undone, csrf, packages }: AdoptionListProps) {
  return (
    <>
      <PageHead title={t('adoption.title')} lead={t('adoption.lead')}>
        <Row>
          <LinkButton kind="quiet" href="/portfolio/reuse">
            {t('adoption.to-catalogue')}
          </LinkButton>
          {mayEdit ? (
            <LinkButton kind="bare" href="/portfolio/adoption/import">
              {t('adoption.import.title')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      <Stack>
        {undone ? (
          <Note kind="warn" role="status" title={t('adoption.undone')}>
            {t('adoption.undone-text')}
          </Note>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState level={2} title={t('adoption.none')} text={t('adoption.none-next')} />
        ) : (
          <DataTable
            id="adoptions"
            caption={t('adoption.list')}
            captionNote={t.format.number(total)}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'title', head: t('adoption.column.title'), rowHead: true, cell: ({ id, title }) => <a href={adoptionHref(id)}>{textOf(title, t.locale)}</a> },
              { key: 'standing', head: t('adoption.column.standing'), cell: ({ standing, state }) => (standing ? <StandingTag t={t} standing={standing} /> : <Tag>{t(`adoption.state.${state}`)}</Tag>) },
              { key: 'kind', head: t('adoption.column.kind'), cell: ({ kind }) => kind },
              { key: 'from', head: t('adoption.origin.from'), cell: ({ from }) => from },
              { key: 'version', head: t('adoption.column.version'), cell: ({ version }) => version || '–' },
              { key: 'newest', head: t('adoption.column.newest'), cell: ({ newest }) => newest || '–' },
              { key: 'named', head: t('adoption.column.register'), nowrap: true, cell: ({ named, state }) => (state === 'ended' ? t('adoption.register.closed') : named ? t('adoption.register.named') : t('adoption.register.counted')) },
            ]}
          />
        )}
        <Pagination label={t('adoption.pages')} page={page} pages={pages} href={(to) => `/portfolio/adoption?page=${to}`} words={{ page: t('adoption.page'), next: t('adoption.next'), previous: t('adoption.previous') }} />
        <Packages t={t} csrf={csrf} packages={packages} mayEdit={mayEdit} />
      </Stack>
    </>
  )
}
