import { Accordion, DataTable, Grid, KeyFigure, Note, PageHead, Prose, Section, Stack } from '@modellregion/ui'
import { quantityOf } from '../../quantity/quantity.ts'
import type { PageT } from '../../locales/index.ts'
import { mayRead, type Reach } from '../../protection/rules.ts'
import type { School } from '../../store/schema.ts'
import { sumOf, type Report } from '../report.ts'
import type { ChannelReport, RuleReport } from '../rules/nearest.ts'
import { distanceTo } from '../rules/hysteresis.ts'
import { isThreshold } from '../rules/watch.ts'
import { ruleName } from './rule-words.ts'

type Props = { t: PageT; language: 'de' | 'en'; school: School; report: Report; reach: Reach }
const most = 25

/** Why there was no alarm: proof that somebody looked, rule by rule and channel by channel. */
export function ReportPage({ t, language, school, report, reach }: Props) {
  const sum = sumOf(report)
  const minutes = Math.round((report.until.getTime() - report.from.getTime()) / 60_000)
  const unseen = new Map(report.rules.flatMap(({ channels }) => channels.filter(({ state }) => state === 'silent').map(({ channel }) => [channel.seriesId, channel] as const)))
  const bundled = report.people.filter(({ state }) => state === 'bundled' || state === 'digested').reduce((total, { n }) => total + n, 0)
  const dropped = report.people.filter(({ state }) => state === 'dropped').reduce((total, { n }) => total + n, 0)
  return (
    <>
      <PageHead title={`${t('alarm.report.title')}: ${school.name}`} lead={t('alarm.report.lead')}>
        <p>{t('alarm.report.span', { from: report.from, until: new Date(report.until.getTime() - 1) })}</p>
      </PageHead>
      <Stack gap="l">
        <Grid min={15}>
          <KeyFigure value={t.format.number(report.runs)} label={t('alarm.report.runs')} note={t('alarm.report.runs-note', { of: minutes })} />
          <KeyFigure value={t.format.number(sum.watched)} label={t('alarm.report.watched')} />
          <KeyFigure value={t.format.number(sum.values)} label={t('alarm.report.values')} />
          <KeyFigure value={t.format.number(sum.touched)} label={t('alarm.report.touched')} />
          <KeyFigure value={t.format.number(unseen.size)} label={t('alarm.report.silent')} />
        </Grid>
        {report.runs > 0 ? <p class="mr-small mr-muted">{t('alarm.report.slowest', { ms: report.slowestMs })}</p> : null}
        {report.standstills.length > 0 ? (
          <Note kind="warn" title={t('alarm.report.standstill-title')}>
            <Prose>
              <ul>
                {report.standstills.map((span) => (
                  <li key={span.from.toISOString()}>{t('alarm.report.standstill', span)}</li>
                ))}
              </ul>
            </Prose>
          </Note>
        ) : null}
        {unseen.size > 0 ? (
          <Note kind="warn" title={t('alarm.report.unseen-title')}>
            <p>{t('alarm.report.unseen-text')}</p>
            <Prose>
              <ul>
                {[...unseen.values()].map((channel) => (
                  <li key={channel.seriesId}>{`${channel.place}: ${channel.quantity === null ? (channel.channel ?? '') : quantityOf(channel.quantity).label[language]}`}</li>
                ))}
              </ul>
            </Prose>
          </Note>
        ) : null}
        {report.mutes.length > 0 ? (
          <Section id="mutes" title={t('alarm.report.mutes')}>
            <Prose>
              <ul>
                {report.mutes.map((mute) => (
                  <li key={mute.id}>{t('alarm.mute.until', mute)}</li>
                ))}
              </ul>
            </Prose>
          </Section>
        ) : null}
        {bundled + dropped > 0 ? <p>{t('alarm.report.budget', { bundled, dropped })}</p> : null}
        <Section id="rules" title={t('alarm.report.per-rule')}>
          <Accordion items={report.rules.map((entry) => ({ title: `${ruleName(t, entry.rule)}: ${lineOf(t, entry)}`, body: <RuleTable t={t} entry={entry} reach={reach} /> }))} />
        </Section>
      </Stack>
    </>
  )
}

function lineOf(t: PageT, { channels, alarms }: RuleReport): string {
  const count = (state: ChannelReport['state']): number => channels.filter((entry) => entry.state === state).length
  return t('alarm.report.rule-line', { watched: count('watched'), silent: count('silent'), off: count('off'), muted: count('muted'), alarms })
}

function RuleTable({ t, entry: { rule, channels }, reach }: { t: PageT; entry: RuleReport; reach: Reach }) {
  const { condition } = rule
  const near = ({ nearest }: ChannelReport): number => (nearest === null || !isThreshold(rule) ? Infinity : distanceTo(rule.condition, nearest))
  const sorted = [...channels].sort((a, b) => near(a) - near(b))
  const unit = rule.quantity === null ? '' : (quantityOf(rule.quantity).unit?.symbol ?? '')
  const isState = rule.quantity !== null && quantityOf(rule.quantity).kind === 'state'
  const nearestOf = (row: ChannelReport): string => {
    if (row.nearest === null || condition.type !== 'threshold') return '–'
    if (!mayRead(reach, row.channel)) return t('alarm.report.sealed')
    const value = isState ? '' : `${t.format.number(row.nearest, 1)} ${unit}`
    return row.touched && row.state === 'watched' ? `${value} ${t('alarm.report.near')}`.trim() : value || '–'
  }
  return (
    <div class="mr-stack-s">
      <DataTable
        id={`report-${rule.key}`}
        caption={ruleName(t, rule)}
        hideCaption
        rows={sorted.slice(0, most)}
        rowKey={({ channel }) => String(channel.seriesId)}
        columns={[
          { key: 'place', head: t('alarm.report.column.place'), rowHead: true, cell: (row) => row.channel.place },
          { key: 'state', head: t('alarm.report.column.state'), cell: (row) => t(`alarm.report.state.${row.state}`) },
          { key: 'values', head: t('alarm.report.column.values'), align: 'end', cell: (row) => (row.expected === null ? t.format.number(row.values) : t('alarm.report.of-expected', { values: row.values, expected: row.expected })) },
          { key: 'nearest', head: t('alarm.report.column.nearest'), cell: nearestOf },
        ]}
      />
      {sorted.length > most ? <p class="mr-small mr-muted">{t('alarm.report.more', { n: sorted.length - most })}</p> : null}
    </div>
  )
}
