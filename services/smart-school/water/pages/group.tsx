import { DataTable, LinkButton, Note, PageHead, Prose, Row, Section, Stack, Tag } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import { legionellaLimit, standingRules } from '../limits.ts'
import type { GroupState } from '../read.ts'
import type { PlannedFlush } from '../rules.ts'
import type { EntryView } from '../view.ts'
import { ClockLines, groupHref, toneOf } from './school.tsx'

export type GroupPageProps = { t: T; school: School; state: GroupState; plan: readonly PlannedFlush[]; log: readonly EntryView[]; may: { sign: boolean; plan: boolean } }

/** One outlet group: its clock and what it demands, the plan, the log with its proof. */
export function GroupPage({ t, school, state, plan, log, may }: GroupPageProps) {
  const { group, clock, lab, pipe } = state
  const href = groupHref(group.id)
  return (
    <>
      <PageHead title={group.name} lead={t('water.group.lead', { school: school.name })}>
        <Row>
          {may.sign ? <LinkButton href={`${href}/flush`}>{t('water.flush.title')}</LinkButton> : null}
          {may.sign ? (
            <LinkButton kind="quiet" href={`${href}/lab`}>
              {t('water.group.lab')}
            </LinkButton>
          ) : null}
          {may.plan ? (
            <LinkButton kind="bare" href={`${href}/settings`}>
              {t('water.group.settings')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      {lab && lab.data.cfuPer100ml >= legionellaLimit ? <Note kind="bad" title={t('water.lab-bad', { value: lab.data.cfuPer100ml })} /> : null}
      <Section id="clock" title={t('water.group.clock')}>
        <Stack>
          <p>
            <Tag kind={toneOf(clock)}>{t(`water.state.${clock.state}`)}</Tag>
          </p>
          <ClockLines t={t} state={state} />
          {clock.state === 'unknown' ? null : <p>{t(`water.must.${clock.state}`)}</p>}
          {pipe ? <p class="mr-muted">{t('water.group.pipe', { value: pipe.value, at: pipe.at })}</p> : null}
        </Stack>
      </Section>
      <Section id="plan" title={t('water.group.plan')}>
        {plan.length === 0 ? <p>{t('water.group.plan-none')}</p> : null}
        <Prose><ul>
          {plan.map((flush) => (
            <li key={flush.day}>
              {t('water.task.due', { due: flush.dueAt })}, {t(`water.task.reason.${flush.reason}`)}.{flush.beyondLimit ? ` ${t('water.task.beyond-short')}` : ''}
            </li>
          ))}
        </ul></Prose>
      </Section>
      <Section id="log" title={t('water.group.log')}>
        <Stack>
          <Log t={t} href={href} log={log} maySign={may.sign} />
          <p>
            <a href={`${href}/proof`}>{t('water.group.proof')}</a>
          </p>
        </Stack>
      </Section>
      <Section id="rules" title={t('water.group.rules')}>
        <Prose><ul>
          {standingRules.map((rule) => (
            <li key={rule.id}>
              {t('water.group.rule', { hours: rule.hours })}: {t(`water.must.${rule.id}`)} <span class="mr-muted">({rule.source})</span>
            </li>
          ))}
        </ul></Prose>
      </Section>
    </>
  )
}

function Log({ t, href, log, maySign }: { t: T; href: string; log: readonly EntryView[]; maySign: boolean }) {
  return (
    <DataTable
      id="entries"
      caption={t('water.group.log')}
      hideCaption
      rows={log}
      rowKey={({ entry }) => String(entry.seq)}
      empty={<p>{t('water.group.log-none')}</p>}
      columns={[
        { key: 'number', head: t('water.entry.number'), align: 'end', cell: ({ entry }) => String(entry.seq) },
        { key: 'at', head: t('water.entry.at'), rowHead: true, cell: ({ entry }) => t.format.dateTime(entry.at) },
        {
          key: 'what',
          head: t('water.entry.what'),
          cell: ({ what, counts }) => (
            <>
              {what}
              {counts ? null : ` (${t('water.entry.void')})`}
            </>
          ),
        },
        { key: 'values', head: t('water.entry.values'), cell: ({ values }) => values || '–' },
        { key: 'who', head: t('water.entry.who'), cell: ({ entry }) => entry.signedName },
        {
          key: 'note',
          head: t('water.entry.note'),
          cell: ({ entry, counts }) => (
            <>
              {entry.note || '–'}
              {maySign && counts && entry.kind !== 'correction' ? (
                <>
                  <br />
                  <a href={`${href}/correct/${entry.seq}`}>{t('water.entry.correct', { number: entry.seq })}</a>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}
