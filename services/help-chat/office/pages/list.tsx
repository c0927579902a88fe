import { Card, DescriptionList, EmptyState, Grid, LinkButton, PageHead, Section, Stack, Tag, type Entry } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Directory, DirectoryConfidant } from '../schema.ts'
import { hoursIn, languagesIn, Portrait, Topics } from './parts.tsx'

type Shown = DirectoryConfidant & { readonly checkWords: readonly string[] }
export type ListProps = { t: PageT; directory: Directory; confidants: readonly Shown[] }

/** Everybody who listens, before somebody writes. */
export function ConfidantListPage({ t, directory, confidants }: ListProps) {
  return (
    <>
      <PageHead title={t('office.list-title')} lead={t('office.list-lead')}>
        {confidants.length === 0 ? null : (
          <p>
            <LinkButton href="/help-chat/case">{t('office.list-write')}</LinkButton>
          </p>
        )}
      </PageHead>
      <Stack gap="l">
        {confidants.length === 0 ? (
          <EmptyState level={2} icon="people" title={t('office.list-empty')} text={t('office.list-empty-text')} />
        ) : (
          <Grid min={24}>
            {confidants.map((one) => (
              <ConfidantCard key={one.id} t={t} one={one} all={confidants} />
            ))}
          </Grid>
        )}
        {confidants.length === 0 ? null : (
          <div class="mr-text">
            <p>{t('office.check-words-why')}</p>
            <p>{thresholdSentence(t, directory)}</p>
          </div>
        )}
        <Elsewhere t={t} directory={directory} />
      </Stack>
    </>
  )
}

function ConfidantCard({ t, one, all }: { t: PageT; one: Shown; all: readonly Shown[] }) {
  const substitute = one.absentUntil === null ? undefined : all.find(({ id }) => id === one.substitute)
  return (
    <Card title={one.name} level={2}>
      <Portrait photo={one.photo} photoText={one.photoText} size={128} />
      <div class="mr-row">
        <Reach t={t} one={one} />
        {one.holder ? <Tag>{t('office.holder')}</Tag> : null}
      </div>
      {substitute ? <p>{t('office.substitute-is', { name: substitute.name })}</p> : null}
      {one.about === '' ? null : <p>{one.about}</p>}
      <DescriptionList stacked entries={entriesOf(t, one)} />
    </Card>
  )
}

function Reach({ t, one }: { t: PageT; one: Shown }) {
  if (one.absentUntil !== null) return <Tag kind="warn">{t('office.state.absent', { until: one.absentUntil })}</Tag>
  if (!one.onDuty) return <Tag kind="warn">{t('office.state.paused')}</Tag>
  return <Tag kind="ok">{t(one.present ? 'office.state.present' : 'office.state.on-duty')}</Tag>
}

const entriesOf = (t: PageT, { unit, languages, windows, topics, checkWords }: Shown): Entry[] => [
  ...(unit === '' ? [] : [{ term: t('office.unit'), value: unit }]),
  { term: t('office.languages'), value: languagesIn(t, languages) },
  { term: t('office.hours'), value: hoursIn(t, windows) },
  { term: t('office.topics'), value: <Topics t={t} topics={topics} /> },
  { term: t('office.check-words'), value: <strong lang="de">{checkWords.join(' ')}</strong> },
]

function thresholdSentence(t: PageT, { threshold, confidants }: Directory): string {
  const holders = confidants.filter(({ holder }) => holder).length
  return threshold === 0 || holders < threshold ? t('office.threshold-public-never') : t('office.threshold-public', { m: threshold, n: holders })
}

function Elsewhere({ t, directory: { phone, room, externalOffices } }: Pick<ListProps, 't' | 'directory'>) {
  const entries = [
    ...(phone === null ? [] : [{ term: t('office.reach-phone'), value: <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> }]),
    ...(room === null ? [] : [{ term: t('office.reach-room'), value: room }]),
    ...(externalOffices === null ? [] : [{ term: t('office.reach-external'), value: externalOffices }]),
  ]
  if (entries.length === 0) return null
  return (
    <Section title={t('office.reach-title')} id="reach">
      <DescriptionList entries={entries} />
    </Section>
  )
}
