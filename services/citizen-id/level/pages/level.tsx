import { DataTable, DescriptionList, LinkButton, Note, PageHead, Row, Section, Stack, Timeline } from '@modellregion/ui'
import type { LevelOfAssurance } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { LevelEvent, Person } from '../../person/schema.ts'
import { proofedNow } from '../rules.ts'

type Device = { id: string; name: string; liftedUntil: Date | null; revokedAt: Date | null }
export type LevelProps = { t: PageT; person: Person; events: readonly LevelEvent[]; devices: readonly Device[]; now: Date; session: LevelOfAssurance }

/** How surely the person is known, until when, and how it came about. */
export function LevelPage({ t, person, events, devices, now, session }: LevelProps) {
  const level = proofedNow(person, now)
  const lifted = devices.filter(({ liftedUntil, revokedAt }) => revokedAt === null && liftedUntil !== null && liftedUntil > now)
  const entries = [
    { term: t('level.now'), value: t(`level.${level}`) },
    { term: t('level.by'), value: t(`cockpit.by.${person.proofedBy}`) },
    ...(person.proofedUntil !== null && person.proofedUntil > now ? [{ term: t('level.until'), value: t.format.date(person.proofedUntil) }] : []),
    ...(session === 'none' ? [] : [{ term: t('level.session'), value: t(`level.${session}`) }]),
  ]
  return (
    <>
      <PageHead title={t('level.title')} lead={t('level.lead')} />
      <Stack gap="l">
        <DescriptionList entries={entries} />
        {level === 'high' ? null : (
          <Note title={t('level.next')} icon="shield">
            <p>{t(level === 'low' ? 'level.next-low' : 'level.next-substantial')}</p>
            <Row>
              <LinkButton href="/sign-in?return=%2Fcitizen-id%2Flevel&level=high">{t('level.next-button')}</LinkButton>
            </Row>
          </Note>
        )}
        {lifted.length === 0 ? null : (
          <Section title={t('level.devices')} id="devices">
            <DescriptionList entries={lifted.map(({ name, liftedUntil }) => ({ term: name, value: t('level.device-until', { at: liftedUntil ?? now }) }))} />
          </Section>
        )}
        <Section title={t('level.table')} id="levels">
          <LevelTable t={t} />
        </Section>
        <Section title={t('level.history')} id="history">
          <Stack gap="s">
            <p>{t('level.history-lead')}</p>
            {events.length === 0 ? <p>{t('level.history-none')}</p> : <Timeline events={events.map((event) => eventOf(t, event, devices))} />}
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

function eventOf(t: PageT, { credentialId, level, cause, until, createdAt }: LevelEvent, devices: readonly Device[]) {
  const device = devices.find(({ id }) => id === credentialId)?.name
  const ends = until !== null && cause !== 'expired' ? t('level.event-until', { at: until }) : undefined
  const detail = [t('level.event-level', { level: t(`level.${level}`) }), ends, device === undefined ? undefined : t('level.device', { name: device })].filter((part) => part !== undefined)
  return { title: t(`level.cause.${cause}`), when: t.format.dateTime(createdAt), dateTime: createdAt.toISOString(), state: 'done' as const, detail: detail.join(' · ') }
}

/** The three levels: how one gets there, what each opens. */
export function LevelTable({ t }: { t: PageT }) {
  const rows = (['low', 'substantial', 'high'] as const).map((level) => ({ level }))
  return (
    <DataTable
      id="level-table"
      caption={t('level.table-caption')}
      hideCaption
      rows={rows}
      rowKey={({ level }) => level}
      columns={[
        { key: 'level', head: t('level.column.level'), cell: ({ level }) => t(`level.${level}`), rowHead: true },
        { key: 'how', head: t('level.column.how'), cell: ({ level }) => t(`level.how.${level}`) },
        { key: 'opens', head: t('level.column.opens'), cell: ({ level }) => t(`level.opens.${level}`) },
      ]}
    />
  )
}
