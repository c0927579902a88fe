import { DataTable, EmptyState, type HeatBand, type HeatCell, HeatTable, LinkButton, Note, PageHead, Prose, Row, Section, Stack, Tabs } from '@modellregion/ui'
import type { PlainDate } from '@modellregion/standards'
import type { T } from '../../locales/index.ts'
import { SchoolNav } from '../../place/school-nav.tsx'
import { schoolHref, type SchoolLink } from '../../place/frame.ts'
import { headOf, valueText } from '../../place/values.ts'
import type { SealedLesson } from '../../protection/aggregate.ts'
import { leastRooms } from '../../protection/group-rules.ts'
import type { QuantityId } from '../../quantity/quantity.ts'
import type { School } from '../../store/schema.ts'
import type { LessonAir } from '../lessons.ts'
import { meanOf, type SchoolAir } from '../read.ts'
import { bandOf, type AirBand } from '../rules.ts'

export type SchoolAirProps = {
  t: T
  school: School
  links: readonly SchoolLink[]
  air: SchoolAir
  /** Means over the sealed rooms, of a day that is over. */
  sealed: readonly SealedLesson[] | undefined
  days: readonly [PlainDate, ...PlainDate[]]
  previous: PlainDate
  next: PlainDate | undefined
  mayMake: boolean
}

const bandWord: Readonly<Record<AirBand, HeatBand>> = { good: 'ok', raised: 'mid', high: 'bad' }

/** The air of all rooms, by lessons of a day or by days of a week, with the worst in words. */
export function SchoolAirPage({ t, school, links, air, sealed, days, previous, next, mayMake }: SchoolAirProps) {
  const isWeek = days.length > 1
  const [first, last] = [days[0], days.at(-1) ?? days[0]]
  const what = isWeek ? t('air.school.week', { from: first, until: last }) : t('air.school.day', { day: first })
  const here = schoolHref(school.slug, 'air')
  const shown = (day: PlainDate): string => `${here}?${isWeek ? 'week' : 'day'}=${day}`
  const legend = { ok: t('air.legend.good'), mid: t('air.legend.raised'), bad: t('air.legend.high'), none: t('air.band.none') }
  const heads = isWeek ? days.map((day) => t.format.date(day, 'weekday')) : school.lessons.map((_, at) => t('air.school.lesson', { number: at + 1 }))
  const rows = air.rooms.map(({ room, days: of }) => ({ head: room.name, cells: isWeek ? of.map(({ lessons }) => dayCell(t, lessons)) : (of[0]?.lessons ?? []).map((lesson) => lessonCell(t, lesson)) }))
  return (
    <>
      <PageHead title={`${t('air.school.title')}: ${school.name}`} lead={t('air.school.lead')} />
      <SchoolNav t={t} school={school} active="air" links={links} />
      <div class="mr-section">
        <Stack>
          <h2>{what}</h2>
          <Tabs
            label={what}
            tabs={[
              { href: `${here}?day=${last}`, label: t('air.school.show-day'), current: !isWeek },
              { href: `${here}?week=${first}`, label: t('air.school.show-week'), current: isWeek },
            ]}
          />
          <Row>
            <LinkButton kind="quiet" href={shown(previous)}>
              {t('air.school.previous')}
            </LinkButton>
            {next ? (
              <LinkButton kind="quiet" href={shown(next)}>
                {t('air.school.next')}
              </LinkButton>
            ) : null}
          </Row>
          {air.schoolDays.size === 0 ? <Note title={t('air.school.no-lessons')} level={0} /> : null}
          {rows.length === 0 && air.hidden + air.sealed > 0 ? null : rows.length === 0 ? (
            <EmptyState level={3} icon="wind" title={t('air.school.no-rooms')} text={t('air.school.no-rooms-next')} />
          ) : (
            <HeatTable id="air" caption={t('air.school.table', { what })} heads={heads} rows={rows} legend={legend} />
          )}
          {air.hidden > 0 ? <p class="mr-muted">{t.count('air.school.hidden', air.hidden)}</p> : null}
          {air.sealed > 0 ? <p class="mr-muted">{t.count('air.school.sealed', air.sealed)}</p> : null}
          <p class="mr-small mr-muted">{t('air.school.source')}</p>
        </Stack>
      </div>
      {sealed ? <SealedRooms t={t} lessons={sealed} of={school.lessons} /> : null}
      {rows.length > 0 ? (
        <>
          <Section id="findings" title={t('air.school.findings')}>
            <Findings t={t} air={air} isWeek={isWeek} />
          </Section>
          <Section id="rooms" title={t('air.school.rooms')}>
            <Stack>
            <Prose><ul>
              {air.rooms.map(({ room }) => (
                <li key={room.id}>
                  <a href={`/smart-school/room/${room.id}/air?day=${last}`}>{room.name}</a>
                </li>
              ))}
            </ul></Prose>
            {mayMake ? (
              <p>
                <LinkButton kind="quiet" href={`${here}/displays`}>
                  {t('air.school.displays')}
                </LinkButton>
              </p>
            ) : null}
            </Stack>
          </Section>
        </>
      ) : null}
    </>
  )
}

/** What staff rooms and the like have in common, lesson by lesson: no room by itself. */
function SealedRooms({ t, lessons, of }: { t: T; lessons: readonly SealedLesson[]; of: School['lessons'] }) {
  const rooms = Math.max(...lessons.map((one) => one.rooms))
  const quantities = [...new Set(lessons.flatMap(({ means }) => [...means.keys()]))]
  return (
    <Section id="sealed" title={t('air.sealed.title')}>
      {quantities.length === 0 ? (
        <p>{t('air.sealed.too-few', { least: leastRooms })}</p>
      ) : (
        <Stack>
          <p>{t('air.sealed.lead', { rooms })}</p>
          <DataTable
            id="sealed-lessons"
            caption={t('air.sealed.title')}
            hideCaption
            rows={[...lessons]}
            rowKey={({ lesson }) => lesson.from}
            columns={[
              { key: 'lesson', head: t('air.room.lesson'), rowHead: true, cell: ({ lesson }) => t('air.school.lesson', { number: of.indexOf(lesson) + 1 }) },
              ...quantities.map((quantity) => ({ key: quantity, head: headOf(t, quantity), align: 'end' as const, cell: ({ means }: SealedLesson) => meanText(t, quantity, means.get(quantity)) })),
            ]}
          />
        </Stack>
      )}
    </Section>
  )
}

const meanText = (t: T, quantity: QuantityId, mean: number | undefined): string => (mean === undefined ? '–' : t('air.sealed.about', { mean: valueText(t, quantity, mean) }))

function lessonCell(t: T, { empty, mean, band }: LessonAir): HeatCell {
  if (mean === null || band === null) return { text: t('air.school.no-data'), band: 'none' }
  return empty ? { text: t('air.school.empty'), band: 'none' } : { text: t.format.number(mean, 0), band: bandWord[band] }
}

function dayCell(t: T, lessons: readonly LessonAir[]): HeatCell {
  const mean = meanOf(lessons)
  if (mean !== null) return { text: t.format.number(mean, 0), band: bandWord[bandOf(mean)] }
  return { text: lessons.some((lesson) => lesson.mean !== null) ? t('air.school.empty') : t('air.school.no-data'), band: 'none' }
}

/** The ten worst lessons in words, for whoever sees no colours and for telephones, where the table shows its last columns only. */
function Findings({ t, air, isWeek }: Pick<SchoolAirProps, 't' | 'air'> & { isWeek: boolean }) {
  const worst = air.rooms
    .flatMap(({ room, days }) => days.flatMap(({ day, lessons }) => lessons.map((lesson, at) => ({ room, day, lesson, at }))))
    .filter(({ lesson }) => !lesson.empty && lesson.mean !== null && lesson.mean >= 1_000)
    .sort((a, b) => (b.lesson.mean ?? 0) - (a.lesson.mean ?? 0))
    .slice(0, 10)
  // In the morning, and in a week whose sensors were silent, nothing was measured: that is no good air.
  if (!air.rooms.some(({ days }) => days.some(({ lessons }) => lessons.some(({ mean }) => mean !== null)))) return <p>{t('air.school.unmeasured')}</p>
  if (worst.length === 0) return <p>{t('air.school.nothing')}</p>
  return (
    <Prose><ul>
      {worst.map(({ room, day, lesson, at }) => {
        const { minutes, mean } = lesson
        const name = isWeek ? `${t.format.date(day, 'weekday')}, ${t('air.school.lesson', { number: at + 1 })}` : t('air.school.lesson', { number: at + 1 })
        const facts = { room: room.name, lesson: name, mean: mean ?? 0 }
        return (
          <li key={`${room.id} ${day} ${at}`}>
            {minutes.high >= 1 ? t('air.school.finding-high', { ...facts, minutes: minutes.high }) : t('air.school.finding', { ...facts, minutes: minutes.raised + minutes.high })}
          </li>
        )
      })}
    </ul></Prose>
  )
}
