import { DataTable, LinkButton, Note, PageHead, Row, Section, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { isThresholdReachable } from '../rules.ts'
import type { Shown } from '../view.ts'
import type { Watch } from '../watch.ts'
import { Done, StandingTag } from './parts.tsx'

export type BoardProps = { t: PageT; done: string | undefined; own: readonly Shown[]; sent: readonly Shown[]; threshold: number; townOf: (id: string) => string } & Watch

/** What the head of the office sees: people, and that something is late, never what. */
export function BoardPage({ t, done, own, sent, threshold, overdue, escrow, townOf }: BoardProps) {
  const active = own.filter(({ standing }) => standing !== 'ended')
  return (
    <>
      <Done t={t} done={done} />
      <PageHead title={t('office.title')} lead={t('office.lead')}>
        <Row>
          <LinkButton href="/help-chat/office/confidants/new" icon="plus">
            {t('office.add')}
          </LinkButton>
          <LinkButton kind="quiet" href="/help-chat/office/settings">
            {t('office.settings-title')}
          </LinkButton>
          <LinkButton kind="quiet" href="/help-chat/office/agreements">
            {t('office.agreements-title')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack gap="l">
        {overdue === 0 ? null : <Note kind="warn" title={t('office.overdue-title')}>{t.count('office.overdue', overdue)}</Note>}
        <Section title={t('office.people')} id="people">
          <PeopleTable t={t} id="own" rows={[...active, ...own.filter(({ standing }) => standing === 'ended')]} linked />
        </Section>
        {sent.length === 0 ? null : (
          <Section title={t('office.people-other')} id="sent">
            <PeopleTable t={t} id="sent-table" rows={sent} townOf={townOf} />
          </Section>
        )}
        <Section title={t('office.threshold-title')} id="threshold">
          <Threshold t={t} threshold={threshold} holders={[...own, ...sent].filter(({ confidant, standing }) => confidant.holder && standing !== 'ended').length} />
        </Section>
        <Section title={t('office.escrow-title')} id="escrow">
          <DataTable
            id="escrow-table"
            caption={t('office.escrow-title')}
            hideCaption
            rows={escrow}
            rowKey={({ id }) => id}
            empty={<p>{t('office.escrow-none')}</p>}
            columns={[
              { key: 'on', head: t('office.escrow-when'), nowrap: true, rowHead: true, cell: ({ on }) => t.format.date(on, 'medium') },
              { key: 'by', head: t('office.escrow-who'), cell: ({ by }) => by },
              { key: 'state', head: t('office.state'), cell: ({ state }) => <Tag kind={state === 'open' ? 'warn' : 'plain'}>{t(`office.escrow-state.${state}`)}</Tag> },
              { key: 'released', head: t('office.escrow-count'), align: 'end', cell: ({ released }) => t.format.number(released) },
            ]}
          />
        </Section>
      </Stack>
    </>
  )
}

function PeopleTable({ t, id, rows, linked, townOf }: { t: PageT; id: string; rows: readonly Shown[]; linked?: true; townOf?: (id: string) => string }) {
  return (
    <DataTable
      id={id}
      caption={t('office.people')}
      hideCaption
      rows={rows}
      rowKey={({ confidant }) => confidant.id}
      empty={<p>{t('office.people-none')}</p>}
      columns={[
        {
          key: 'name',
          head: t('office.name'),
          rowHead: true,
          cell: ({ confidant }) => (linked ? <a href={`/help-chat/office/confidants/${confidant.id}`}>{confidant.name}</a> : confidant.name),
        },
        { key: 'unit', head: t('office.unit'), cell: ({ confidant }) => (townOf ? t('office.from-office', { town: townOf(confidant.homeTown) }) : confidant.unit) },
        { key: 'state', head: t('office.state'), cell: ({ standing, confidant }) => <StandingTag t={t} standing={standing} until={confidant.absentUntil} /> },
        { key: 'keys', head: t('office.keys'), cell: ({ keys }) => (keys ? t('office.keys-since', keys) : t('office.keys-none')) },
        ...(linked ? [{ key: 'training', head: t('office.training'), cell: ({ training }: Shown) => <TrainingTag t={t} state={training} /> }] : []),
      ]}
    />
  )
}

const TrainingTag = ({ t, state }: { t: PageT; state: Shown['training'] }) =>
  state === undefined ? <Tag kind="warn">{t('office.training-none')}</Tag> : <Tag kind={state === 'valid' ? 'ok' : 'warn'}>{t(`office.training-state.${state}`)}</Tag>

function Threshold({ t, threshold, holders }: { t: PageT; threshold: number; holders: number }) {
  if (threshold === 0) return <p>{t('office.threshold-never')}</p>
  if (!isThresholdReachable(threshold, holders)) return <Note kind="warn" level={0} title={t('office.threshold-unreachable', { m: threshold, n: holders })} />
  return <p>{t('office.threshold-now', { m: threshold, n: holders })}</p>
}
