import { Button, DataTable, EmptyState, Form, LinkButton, Note, PageHead, Row, Section, Tag, type Column, type TagKind } from '@modellregion/ui'
import type { DraftState } from '../../draft/schema.ts'
import type { T } from '../../locales/index.ts'
import type { DraftRow } from '../shown.ts'
import type { Told } from '../told.ts'

export type PublishedRow = { id: string; name: string; title: string; points: number; changedAt: Date; modified: Date | null; withdrawnAt: Date | null; organisation: string; changing: boolean }
export type WorkshopProps = { t: T; csrf: string; now: Date; told: Told | undefined; member: boolean; several: boolean; drafts: readonly DraftRow[]; datasets: readonly PublishedRow[]; mayWithdraw: boolean }

/** What needs the person comes first, then what others have in hand, then what is published; what was refused stays readable at the end. */
export function WorkshopPage({ t, csrf, now, told, member, several, drafts, datasets, mayWithdraw }: WorkshopProps) {
  const mine = drafts.filter(({ state }) => state === 'returned' || state === 'draft').toSorted((a, b) => Number(b.state === 'returned') - Number(a.state === 'returned'))
  const theirs = drafts.filter(({ state }) => state === 'checking' || state === 'deciding' || state === 'accepted')
  const refused = drafts.filter(({ state }) => state === 'refused')
  return (
    <>
      {told ? <Note kind="ok" role="status" level={0} title={t(`edit.told.${told}`)} /> : null}
      <PageHead title={t('edit.workshop.title')} lead={t('edit.workshop.lead', { mine: mine.length, waiting: theirs.length, published: datasets.length })}>
        {member ? (
          <Row>
            <LinkButton href="/open-data/draft/new" icon="plus">
              {t('edit.new.title')}
            </LinkButton>
          </Row>
        ) : null}
      </PageHead>
      {member ? (
        <>
          <Section id="mine" title={t('edit.workshop.mine')}>
            <DataTable id="mine-list" caption={t('edit.workshop.mine')} hideCaption columns={draftColumns(t, now, several)} rows={mine} rowKey={({ id }) => id} empty={<EmptyState title={t('edit.workshop.no-drafts')} text={t('edit.workshop.no-drafts-next')} />} />
          </Section>
          {theirs.length > 0 ? (
            <Section id="waiting" title={t('edit.workshop.waiting')}>
              <DataTable id="waiting-list" caption={t('edit.workshop.waiting')} hideCaption columns={draftColumns(t, now, several)} rows={theirs} rowKey={({ id }) => id} />
            </Section>
          ) : null}
          <Section id="published" title={t('edit.workshop.published')}>
            <DataTable id="published-list" caption={t('edit.workshop.published')} hideCaption columns={publishedColumns({ t, now, several, csrf, mayWithdraw })} rows={datasets} rowKey={({ id }) => id} empty={<EmptyState title={t('edit.workshop.none-published')} text={t('edit.workshop.none-published-next')} />} />
          </Section>
          {refused.length > 0 ? (
            <Section id="refused" title={t('edit.workshop.refused')}>
              <DataTable id="refused-list" caption={t('edit.workshop.refused')} hideCaption columns={draftColumns(t, now, several)} rows={refused} rowKey={({ id }) => id} />
            </Section>
          ) : null}
        </>
      ) : (
        <EmptyState title={t('edit.no-organisation.title')} text={t('edit.no-organisation.text')} icon="people" level={2} />
      )}
    </>
  )
}

const looks: Readonly<Record<DraftState, TagKind>> = { draft: 'plain', returned: 'warn', checking: 'info', deciding: 'info', accepted: 'ok', refused: 'bad' }

function draftColumns(t: T, now: Date, several: boolean): Column<DraftRow>[] {
  const office: Column<DraftRow>[] = several ? [{ key: 'organisation', head: t('edit.workshop.organisation'), cell: ({ organisation }) => organisation }] : []
  return [
    { key: 'title', head: t('edit.workshop.dataset'), rowHead: true, cell: ({ id, title, state }) => <a href={state === 'draft' || state === 'returned' ? `/open-data/draft/${id}` : `/open-data/review/${id}`}>{title}</a> },
    {
      key: 'state',
      head: t('edit.workshop.state'),
      cell: ({ state, isChange, releaseAt }) => (
        <>
          <Tag kind={looks[state]}>{t(`edit.state.${state}`)}</Tag> {state === 'accepted' && releaseAt ? t('edit.workshop.release', { moment: releaseAt }) : isChange ? t('edit.workshop.is-change') : null}
        </>
      ),
    },
    ...office,
    { key: 'files', head: t('edit.workshop.files'), align: 'end', cell: ({ files }) => t.format.number(files) },
    { key: 'points', head: t('edit.workshop.points'), align: 'end', cell: ({ points }) => t.format.number(points) },
    { key: 'changed', head: t('edit.workshop.changed'), nowrap: true, cell: ({ changedAt }) => t.format.ago(changedAt, now) },
  ]
}

type Published = { t: T; now: Date; several: boolean; csrf: string; mayWithdraw: boolean }

function publishedColumns({ t, now, several, csrf, mayWithdraw }: Published): Column<PublishedRow>[] {
  const office: Column<PublishedRow>[] = several ? [{ key: 'organisation', head: t('edit.workshop.organisation'), cell: ({ organisation }) => organisation }] : []
  return [
    { key: 'title', head: t('edit.workshop.dataset'), rowHead: true, cell: ({ name, title }) => <a href={`/open-data/dataset/${name}`}>{title}</a> },
    ...office,
    { key: 'points', head: t('edit.workshop.points'), align: 'end', cell: ({ points }) => t.format.number(points) },
    { key: 'age', head: t('edit.workshop.data-of'), nowrap: true, cell: ({ modified, changedAt }) => t.format.relativeDay(modified ?? changedAt, now) },
    {
      key: 'next',
      head: t('edit.workshop.next'),
      cell: ({ id, title, withdrawnAt, changing }) =>
        withdrawnAt ? (
          <Tag kind="warn">{t('edit.workshop.is-withdrawn')}</Tag>
        ) : (
          <Row>
            {changing ? (
              <LinkButton kind="quiet" small href={`/open-data/draft/${id}`}>
                {t('edit.workshop.go-on')}
              </LinkButton>
            ) : (
              <Form bare action={`/open-data/draft/of/${id}`} csrf={csrf} label={t('edit.workshop.change-of', { title })}>
                <Button kind="quiet" small>
                  {t('edit.workshop.change')}
                </Button>
              </Form>
            )}
            {mayWithdraw ? (
              <LinkButton kind="bare" small href={`/open-data/workshop/withdraw/${id}`}>
                {t('edit.workshop.withdraw')}
              </LinkButton>
            ) : null}
          </Row>
        ),
    },
  ]
}
