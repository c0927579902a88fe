import { DataTable, DescriptionList, EmptyState, ErrorSummary, LinkButton, Note, PageHead, Row, Section, Split, type Entry } from '@modellregion/ui'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import type { LoadedReview, ReviewedFile } from '../load.ts'
import { draftPath, obstacleSentence, reviewPath } from '../shown.ts'
import { History } from './history.tsx'
import { nextOf, StateTag } from './state.tsx'
import { NotYours, VoteForm } from './vote-form.tsx'

export type ReviewPageProps = LoadedReview & {
  t: T
  csrf: string
  errorTitle: string
  typed: Typed
  errors: FormErrors
  refusal: string | undefined
  told: 'sent' | 'kept' | undefined
  voted: boolean
  hiddenVotes: boolean
  mayVote: boolean
  mayEdit: boolean
}

/** One draft before its publication: what it is, what stands in the way, what was decided, and the next verdict. */
export function ReviewPage(props: ReviewPageProps) {
  const { t, csrf, errorTitle, review, stage, why, errors, refusal, told, obstacles, mayVote, typed, criteria, voted, hiddenVotes } = props
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={errorTitle} errors={listed} /> : null}
      {told ? (
        <Note kind="ok" level={0} role="status" title={told === 'sent' ? t('review.sent') : t('review.kept')}>
          {told === 'sent' ? t('review.sent-next') : null}
        </Note>
      ) : null}
      <PageHead title={review.title} lead={nextOf(t, review)}>
        <Actions {...props} />
      </PageHead>
      <Split>
        <div class="mr-stack-l">
          {obstacles.length > 0 ? (
            <Note kind="warn" title={t('review.obstacles')}>
              <ul>
                {obstacles.map((obstacle, at) => (
                  <li key={at}>{obstacleSentence(t, obstacle)}</li>
                ))}
              </ul>
            </Note>
          ) : null}
          <Files {...props} />
          <Changes {...props} />
          {mayVote && stage && why ? <NotYours t={t} why={why} /> : null}
          {hiddenVotes ? <Note level={0} title={t('review.colleague-hidden')} /> : null}
          {voted && stage === 'decide' ? <Note level={0} title={t('review.not-agreed')} /> : null}
          {mayVote && stage && !why ? <VoteForm t={t} csrf={csrf} review={review} stage={stage} criteria={criteria} typed={typed} errors={errors} voted={voted} /> : null}
          <Section id="history" title={t('review.history')}>
            <History {...props} />
          </Section>
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('review.about')}</h2>
          <DescriptionList stacked entries={glance(props)} />
        </aside>
      </Split>
    </>
  )
}

function Actions({ t, review, draft, datasetName, mayEdit }: ReviewPageProps) {
  return (
    <Row>
      {draft ? (
        <LinkButton kind="quiet" icon="globe" href={`${reviewPath(review.draftId)}/preview`}>
          {t('review.public-page')}
        </LinkButton>
      ) : null}
      {mayEdit && review.state === 'returned' ? <LinkButton href={draftPath(review.draftId)}>{t('review.to-draft')}</LinkButton> : null}
      {review.state === 'released' && datasetName ? <LinkButton href={`/open-data/dataset/${datasetName}`}>{t('review.to-dataset')}</LinkButton> : null}
    </Row>
  )
}

function glance({ t, review, organisation, points }: ReviewPageProps): Entry[] {
  return [
    { term: t('review.step'), value: <StateTag t={t} state={review.state} /> },
    { term: t('review.department'), value: organisation },
    { term: t('review.round'), value: t.format.number(review.round) },
    { term: t('review.sent-at'), value: t.format.dateTime(review.createdAt) },
    { term: t('review.release'), value: review.releaseAt ? t('review.release-at', { at: review.releaseAt }) : t('review.release-at-once') },
    ...(points === undefined ? [] : [{ term: t('review.points'), value: t('review.points-of', { n: points }) }]),
    ...(review.note ? [{ term: t('review.note'), value: review.note }] : []),
    { term: t('review.criteria'), value: <a href="/open-data/criteria">{t('review.criteria')}</a> },
  ]
}

function Files({ t, files, draft }: ReviewPageProps) {
  if (!draft) return null
  return (
    <Section id="files" title={t('review.files')}>
      <DataTable
        id="file-list"
        kind="work"
        caption={t('review.list-of', { what: t('review.files') })}
        hideCaption
        rows={files}
        rowKey={({ version }) => version.id}
        empty={<EmptyState icon="file" title={t('review.no-files')} text={t('review.no-files-next')} />}
        columns={[
          { key: 'file', head: t('review.file'), rowHead: true, cell: ({ version }) => <a href={`/open-data/scan/${version.id}`}>{version.name}</a> },
          { key: 'rows', head: t('review.rows'), align: 'end', cell: ({ version }) => (version.rowCount === null ? '–' : t.format.number(version.rowCount)) },
          { key: 'scan', head: t('review.scan'), cell: (file) => scanned(t, file) },
        ]}
      />
    </Section>
  )
}

function scanned(t: T, { version, scan, findings }: ReviewedFile): string {
  if (version.state === 'ready' && version.tableFile === null) return t('review.scan-none')
  if (!scan) return t('review.scan-waiting')
  if (scan.state === 'failed') return t('review.scan-failed')
  const serious = findings.filter((finding) => finding.serious)
  const open = serious.filter(({ decision }) => decision === null).length
  if (open > 0) return t('review.scan-open', { n: open })
  return serious.length > 0 ? t('review.scan-decided', { n: serious.length }) : t('review.scan-clean')
}

function Changes({ t, changes, draft }: ReviewPageProps) {
  if (!draft) return null
  return (
    <Section id="changes" title={t('review.changes')}>
      {changes === undefined || changes.length === 0 ? (
        <p>{changes === undefined ? t('review.changes-new') : t('review.changes-none')}</p>
      ) : (
        <DataTable
          id="change-list"
          caption={t('review.list-of', { what: t('review.changes') })}
          hideCaption
          rows={changes}
          rowKey={({ field }) => field}
          columns={[
            { key: 'field', head: t('review.field'), rowHead: true, cell: ({ field }) => t.find(`review.field.${field}`) ?? field },
            { key: 'before', head: t('review.before'), cell: ({ before }) => before || <span class="mr-muted">{t('review.empty')}</span> },
            { key: 'after', head: t('review.after'), cell: ({ after }) => after || <span class="mr-muted">{t('review.empty')}</span> },
          ]}
        />
      )}
    </Section>
  )
}
