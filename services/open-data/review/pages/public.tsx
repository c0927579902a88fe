import { DataTable, EmptyState, PageHead, Pagination, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Catalogue, Criterion } from '../criteria/schema.ts'
import type { RefusedLine } from '../schema.ts'

/** The catalogue of criteria, for everybody. */
export function CriteriaPage({ t, catalogue }: { t: T; catalogue: Catalogue }) {
  return (
    <>
      <PageHead title={t('review.criteria')} lead={t('review.criteria-lead')} />
      <Stack gap="l">
        <p>{t('review.criteria-rule')}</p>
        {(['check', 'decide'] as const).map((stage) => (
          <Section key={stage} id={stage} title={t(`review.criteria-${stage}`)}>
            <CriteriaTable t={t} id={`${stage}-list`} caption={t('review.list-of', { what: t(`review.criteria-${stage}`) })} note={t('review.criteria-version', { version: catalogue.version })} criteria={catalogue.criteria.filter((criterion) => criterion.stage === stage)} />
          </Section>
        ))}
        <p>
          <a href="/open-data/refused">{t('review.refused')}</a>
        </p>
      </Stack>
    </>
  )
}

function CriteriaTable({ t, id, caption, note, criteria }: { t: T; id: string; caption: string; note: string; criteria: readonly Criterion[] }) {
  return (
    <DataTable
      id={id}
      caption={caption}
      captionNote={note}
      rows={criteria}
      rowKey={({ code }) => code}
      columns={[
        { key: 'question', head: t('review.criterion'), rowHead: true, cell: ({ question, own }) => <>{t.locale === 'en' && question.en ? question.en : question.de}{own ? <span class="mr-small mr-muted"> ({t('review.own-question')})</span> : null}</> },
        { key: 'ground', head: t('review.ground'), cell: ({ ground }) => t(`review.ground.${ground}`) },
        { key: 'weight', head: t('review.weight'), align: 'end', cell: ({ weight }) => t.format.number(weight) },
        { key: 'must', head: t('review.must'), cell: ({ knockOut }) => (knockOut ? t('review.must-yes') : t('review.must-no')) },
      ]}
    />
  )
}

/** The public register of what stays inside: data, office, reason, day. Never people. */
export function RefusedPage({ t, lines, page, pages }: { t: T; lines: readonly RefusedLine[]; page: number; pages: number }) {
  return (
    <>
      <PageHead title={t('review.refused')} lead={t('review.refused-lead')} />
      <Stack>
        <DataTable
          id="refused"
          caption={t('review.refused')}
          hideCaption
          rows={lines}
          rowKey={({ id }) => id}
          empty={<EmptyState level={2} icon="ok" title={t('review.refused-none')} text={t('review.refused-none-next')} />}
          columns={[
            { key: 'title', head: t('review.refused-title'), rowHead: true, cell: ({ title }) => title },
            { key: 'organisation', head: t('review.department'), cell: ({ organisation }) => organisation },
            { key: 'grounds', head: t('review.ground'), cell: ({ grounds }) => grounds.map((ground) => t(`review.ground.${ground}`)).join(', ') },
            { key: 'reason', head: t('review.reason'), cell: ({ publicReason }) => publicReason },
            { key: 'date', head: t('review.refused-on'), nowrap: true, cell: ({ decidedAt }) => t.format.date(decidedAt) },
          ]}
        />
        <Pagination label={t('list.pages')} page={page} pages={pages} href={(to) => `/open-data/refused?page=${to}`} words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }} />
        <p>
          <a href="/open-data/criteria">{t('review.criteria')}</a>
        </p>
      </Stack>
    </>
  )
}
