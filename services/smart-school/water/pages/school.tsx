import { Card, EmptyState, LinkButton, Note, PageHead, Prose, Section, Stack, Tag, type TagKind } from '@modellregion/ui'
import { localDate, type PlainDate, type SchoolHoliday } from '@modellregion/standards'
import type { T } from '../../locales/index.ts'
import { schoolHref, type SchoolLink } from '../../place/frame.ts'
import { SchoolNav } from '../../place/school-nav.tsx'
import type { School } from '../../store/schema.ts'
import { legionellaLimit } from '../limits.ts'
import type { GroupState } from '../read.ts'
import type { WaterClock } from '../rules.ts'
import type { FlushTask } from '../schema.ts'

export type SchoolWaterProps = {
  t: T
  school: School
  links: readonly SchoolLink[]
  groups: readonly GroupState[]
  tasks: readonly FlushTask[]
  now: Date
  holiday: SchoolHoliday | undefined
  saved: string | undefined
  warning: string | undefined
  may: { sign: boolean; plan: boolean }
}

export const groupHref = (id: number): string => `/smart-school/water/${id}`
export const toneOf = ({ state, isDue }: WaterClock): TagKind => (state === 'unknown' ? 'warn' : !isDue ? 'ok' : state === 'interrupted' ? 'warn' : 'bad')

/** Made for a telephone in one hand: what is due comes first, one button each. */
export function SchoolWaterPage({ t, school, links, groups, tasks, now, holiday, saved, warning, may }: SchoolWaterProps) {
  const today = localDate(now)
  const parts = [
    { id: 'overdue', title: t('water.tasks-overdue'), tasks: tasks.filter(({ dueAt }) => dueAt < now) },
    { id: 'today', title: t('water.tasks-today'), tasks: tasks.filter(({ day, dueAt }) => dueAt >= now && day <= today) },
  ].filter((part) => part.tasks.length > 0)
  const later = tasks.filter(({ day, dueAt }) => dueAt >= now && day > today)
  const bad = groups.filter(({ lab }) => lab !== undefined && lab.data.cfuPer100ml >= legionellaLimit)
  return (
    <>
      <PageHead title={`${t('water.school.title')}: ${school.name}`} lead={t('water.school.lead')} />
      <SchoolNav t={t} school={school} active="water" links={links} />
      <div class="mr-section">
        <Stack>
          {saved ? <Note kind="ok" role="status" title={saved} level={0} /> : null}
          {warning ? <Note kind="warn" role="alert" title={warning} level={0} /> : null}
          {bad.map(({ group, lab }) => (
            <Note key={group.id} kind="bad" title={group.name}>
              <p>{t('water.lab-bad', { value: lab?.data.cfuPer100ml ?? 0 })}</p>
            </Note>
          ))}
        </Stack>
      </div>
      <Section id="tasks" title={t('water.tasks')}>
        <Stack gap="m">
          {tasks.length === 0 ? <EmptyState level={3} icon="drop" title={t('water.tasks-none')} text={t('water.tasks-none-next')} /> : null}
          {parts.map((part) => (
            <Stack key={part.id}>
              <h3>{part.title}</h3>
              <ul class="mr-list mr-stack">
                {part.tasks.map((task) => (
                  <li key={task.id}>
                    <Task t={t} task={task} group={groups.find(({ group }) => group.id === task.groupId)} isOverdue={part.id === 'overdue'} maySign={may.sign} />
                  </li>
                ))}
              </ul>
            </Stack>
          ))}
          {later.length > 0 ? <Later t={t} tasks={later} groups={groups} /> : null}
          {holiday ? <p class="mr-muted">{t('water.holidays', { name: t.format.locale === 'en' ? holiday.en : holiday.de, from: holiday.from, until: holiday.until })}</p> : <p class="mr-muted">{t('water.holidays-unknown')}</p>}
        </Stack>
      </Section>
      <Section id="groups" title={t('water.groups')}>
        {groups.length === 0 ? (
          <EmptyState level={3} icon="drop" title={t('water.groups-none')} text={t('water.groups-none-next')} />
        ) : (
          <ul class="mr-list mr-stack">
            {groups.map((state) => (
              <li key={state.group.id}>
                <Card title={state.group.name} href={groupHref(state.group.id)} level={3}>
                  <p>
                    <Tag kind={toneOf(state.clock)}>{t(`water.state.${state.clock.state}`)}</Tag>
                  </p>
                  <ClockLines t={t} state={state} />
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="office" title={t('water.for-office')}>
        <Prose><ul>
          <li>
            <a href={`${schoolHref(school.slug, 'water')}/log.pdf`}>{t('water.log-pdf')}</a>
          </li>
          <li>
            <a href={`${schoolHref(school.slug, 'water')}/log.csv`}>{t('water.log-csv')}</a>
          </li>
          {may.plan ? (
            <li>
              <a href={`${schoolHref(school.slug, 'water')}/days`}>{t('water.days.link')}</a>
            </li>
          ) : null}
        </ul></Prose>
      </Section>
    </>
  )
}

/** What comes, one paragraph for each day: whoever makes the duty roster reads it, nobody flushes weeks ahead. */
function Later({ t, tasks, groups }: Pick<SchoolWaterProps, 't' | 'tasks' | 'groups'>) {
  const days = [...new Set(tasks.map(({ day }) => day))]
  const open = days.length > soonDays + 1 ? soonDays : days.length
  const [soon, later] = [days.slice(0, open), days.slice(open)]
  return (
    <Stack>
      <h3>{t('water.tasks-later')}</h3>
      <DayList t={t} days={soon} tasks={tasks} groups={groups} />
      {later.length > 0 ? (
        <details class="mr-details">
          <summary>{t('water.tasks-still-later', { days: later.length })}</summary>
          <DayList t={t} days={later} tasks={tasks} groups={groups} />
        </details>
      ) : null}
      {tasks.some(({ beyondLimit }) => beyondLimit) ? <Note kind="warn" level={0} title={t('water.task.beyond')} /> : null}
    </Stack>
  )
}

/** So many days stand open: about a week and a half of the usual rhythm. */
const soonDays = 5

function DayList({ t, days, tasks, groups }: Pick<SchoolWaterProps, 't' | 'tasks' | 'groups'> & { days: readonly PlainDate[] }) {
  return (
    <Prose>
      <ul>
        {days.map((day) => {
          const due = tasks.filter((task) => task.day === day)
          const names = due.map((task) => groups.find(({ group }) => group.id === task.groupId)?.group.name ?? '')
          const [first] = due
          return first ? (
            <li key={day}>
              <strong>{t('water.task.due', { due: first.dueAt })}</strong>: {t.format.list(names)}, {t(`water.task.reason.${first.reason}`)}
              {due.some(({ beyondLimit }) => beyondLimit) ? <span class="mr-small mr-muted"> {t('water.task.beyond-short')}</span> : null}
            </li>
          ) : null
        })}
      </ul>
    </Prose>
  )
}

/** How long it has stood, and who says so. */
export function ClockLines({ t, state }: { t: T; state: GroupState }) {
  const { lastAt, dueAt } = state.clock
  return (
    <>
      {lastAt ? (
        <p>
          {t('water.last', { at: lastAt })}
          {state.by ? ` (${t(`water.by.${state.by}`)})` : ''}
        </p>
      ) : (
        <p>{t('water.must.unknown')}</p>
      )}
      {state.finding ? (
        <p>
          <Tag kind="warn">{t(`water.pipe.${state.finding.kind}`, { celsius: state.finding.celsius })}</Tag>
        </p>
      ) : null}
      {dueAt && !state.clock.isDue ? <p class="mr-muted">{t('water.due', { due: dueAt })}</p> : null}
    </>
  )
}

function Task({ t, task, group, isOverdue, maySign }: { t: T; task: FlushTask; group: GroupState | undefined; isOverdue: boolean; maySign: boolean }) {
  const name = group?.group.name ?? ''
  return (
    <div class="mr-stack-s">
      <p>
        <strong>{name}</strong> {isOverdue ? <Tag kind="bad">{t('water.tasks-overdue')}</Tag> : null}
        <br />
        {t('water.task.due', { due: task.dueAt })}
        <br />
        <span class="mr-muted">
          {t(`water.task.reason.${task.reason}`)}
          {group ? `, ${t.count('water.outlets', group.group.outlets.length)}` : ''}
        </span>
      </p>
      {task.beyondLimit && !isOverdue ? <p class="mr-small">{t('water.task.beyond')}</p> : null}
      {maySign ? (
        <p>
          <LinkButton kind={isOverdue ? undefined : 'quiet'} href={`${groupHref(task.groupId)}/flush?task=${task.id}`}>
            {t('water.task.do', { group: name })}
          </LinkButton>
        </p>
      ) : null}
    </div>
  )
}
