import { Card, ColumnChart, DescriptionList, Grid, KeyFigure, LinkButton, Note, PageHead, Prose, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { QuantityId } from '../../quantity/quantity.ts'
import { schoolHref, type SchoolLink } from '../frame.ts'
import type { MeterWeek, SchoolView } from '../read.ts'
import { SchoolNav } from '../school-nav.tsx'
import { formWord, headOf } from '../values.ts'
import { RoomTable } from './rooms.tsx'

export type SchoolProps = { t: PageT; view: SchoolView; links: readonly SchoolLink[]; works: boolean; mayManage: boolean; tasks: readonly { label: string; href: string }[] }

const shownRooms = 8

/** A school at a glance: facts for everybody, rooms and alarms for who works there. */
export function SchoolPage({ t, view, links, works, mayManage, tasks }: SchoolProps) {
  const { school } = view
  return (
    <>
      <PageHead title={school.name} lead={t('place.school.lead', { form: formWord(t, school.form), place: school.place })}>
        {mayManage ? (
          <p class="mr-row">
            <LinkButton kind="quiet" href={`${schoolHref(school.slug)}/edit`}>
              {t('place.manage.edit-school')}
            </LinkButton>
            <LinkButton kind="quiet" href={`${schoolHref(school.slug)}/places`}>
              {t('place.manage.places')}
            </LinkButton>
            <LinkButton kind="quiet" href={`${schoolHref(school.slug)}/people`}>
              {t('place.manage.people')}
            </LinkButton>
          </p>
        ) : null}
      </PageHead>
      <Stack gap="l">
        <SchoolNav t={t} school={school} active="overview" links={links} />
        <Figures t={t} view={view} />
        {works ? <Work t={t} view={view} tasks={tasks} /> : null}
        <MeterCharts t={t} meters={view.meters} />
        <Measured t={t} quantities={view.quantities} />
        <Tiles t={t} links={links} />
        <Note level={2} title={t('place.school.hidden')}>
          {t('place.school.hidden-text')
            .split('\n')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </Note>
        <Facts t={t} view={view} />
      </Stack>
    </>
  )
}

function Figures({ t, view }: { t: PageT; view: SchoolView }) {
  const { outdoor, openAlarms } = view
  return (
    <Grid min={15}>
      {outdoor ? <KeyFigure label={t('place.school.outdoor')} value={t.format.number(outdoor.value, 1)} unit="°C" note={t('place.value.at', { at: outdoor.at })} /> : null}
      {view.meters.flatMap(({ meter, weeks: [before, last] }) =>
        last && last.amount > 0 ? [<KeyFigure key={meter.id} label={t('place.school.week', { what: meter.name })} value={t.format.number(last.amount, last.amount < 50 ? 1 : 0)} unit={last.unit} note={changeText(t, last, before)} />] : [],
      )}
      {openAlarms === undefined ? null : <KeyFigure label={t('place.school.open-alarms')} value={t.format.number(openAlarms)} note={openAlarms === 0 ? t('place.school.no-alarms') : undefined} />}
    </Grid>
  )
}

type Week = Pick<MeterWeek['weeks'][number], 'amount' | 'covered' | 'hours'>
// A day without readings is a seventh less: that is no saving.
const isMeasured = ({ covered, hours }: Week): boolean => covered >= hours * 0.98

/** Compared with the week before, when both were measured; a small number before makes no percent. */
export function changeText(t: PageT, now: Week, before: Week | undefined): string {
  if (before === undefined || before.amount < 1 || !isMeasured(now) || !isMeasured(before)) return t('place.school.week-note')
  const change = now.amount / before.amount - 1
  if (Math.abs(change) < 0.02) return t('place.school.week-same')
  return change > 0 ? t('place.school.week-more', { share: change }) : t('place.school.week-less', { share: -change })
}

function Work({ t, view, tasks }: Pick<SchoolProps, 't' | 'view' | 'tasks'>) {
  const { school, rooms } = view
  return (
    <Section id="rooms" title={t('place.rooms.now')}>
      <Stack>
        {tasks.length > 0 ? (
          <Note kind="warn" level={3} title={t('place.school.tasks')}>
            <Prose>
              <ul>
                {tasks.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </Prose>
          </Note>
        ) : null}
        <RoomTable t={t} id="room-values" rows={rooms.filter(({ values, sealed }) => values.size > 0 || sealed).slice(0, shownRooms)} />
        <p>
          <a href={schoolHref(school.slug, 'rooms')}>{t('place.rooms.all', { count: rooms.length })}</a>
        </p>
      </Stack>
    </Section>
  )
}

function MeterCharts({ t, meters }: { t: PageT; meters: readonly MeterWeek[] }) {
  const shown = meters.filter(({ days }) => days.some(({ amount, covered }) => covered > 0 && amount > 0))
  if (shown.length === 0) return null
  return (
    <Section id="use" title={t('place.school.use')}>
      <Grid min={24}>
        {shown.map(({ meter, days }) => (
          <ColumnChart
            key={meter.id}
            id={`use-${meter.id}`}
            title={meter.name}
            unit={t('place.school.use-unit', { unit: days[0]?.unit ?? '' })}
            columns={days.map(({ from, amount, estimated, covered }) => ({ label: t.format.date(from, 'medium').replace(/\s?\d{4}$/, ''), value: covered > 0 ? amount : null, estimated }))}
            format={t.format}
            words={{ asTable: t('place.chart.table'), label: t('place.chart.day'), value: days[0]?.unit ?? '', none: t('place.chart.none'), estimated: t('place.chart.estimated') }}
            source={t('place.school.use-source')}
          />
        ))}
      </Grid>
    </Section>
  )
}

/** Why something is measured, by group; only groups that the school really has. */
const reasons: readonly { key: 'air' | 'warmth' | 'energy' | 'water' | 'safety'; quantities: readonly QuantityId[] }[] = [
  { key: 'air', quantities: ['co2', 'humidity', 'voc', 'pm25'] },
  { key: 'warmth', quantities: ['temperature', 'light', 'heatingSetpoint'] },
  { key: 'energy', quantities: ['heat', 'electricity', 'gas', 'power'] },
  { key: 'water', quantities: ['water', 'waterTemperature', 'flow', 'leak'] },
  { key: 'safety', quantities: ['contact', 'occupancy', 'smoke', 'motion'] },
]

function Measured({ t, quantities }: { t: PageT; quantities: readonly QuantityId[] }) {
  const shown = reasons.map(({ key, quantities: group }) => ({ key, found: group.filter((quantity) => quantities.includes(quantity)) })).filter(({ found }) => found.length > 0)
  if (shown.length === 0) return null
  return (
    <Section id="measured" title={t('place.school.measured')}>
      <DescriptionList entries={shown.map(({ key, found }) => ({ term: t(`place.reason.${key}`), value: `${t(`place.reason.${key}-why`)} ${t('place.reason.measured', { what: found.map((quantity) => headOf(t, quantity)) })}` }))} />
    </Section>
  )
}

function Tiles({ t, links }: { t: PageT; links: readonly SchoolLink[] }) {
  return (
    <Section id="more" title={t('place.school.more')}>
      <Grid min={15}>
        {links
          .filter(({ page }) => page !== 'overview')
          .map(({ page, href }) => (
            <Card key={page} level={3} title={t.find(`place.nav.${page}`) ?? page} href={href} look="flat">
              <p>{t.find(`place.tile.${page}`)}</p>
            </Card>
          ))}
      </Grid>
    </Section>
  )
}

function Facts({ t, view: { school } }: { t: PageT; view: SchoolView }) {
  return (
    <Section id="facts" title={t('place.school.facts')}>
      <DescriptionList
        entries={[
          ...(school.pupils === null ? [] : [{ term: t('place.school.pupils'), value: t.format.number(school.pupils) }]),
          ...(school.heatedAreaM2 === null ? [] : [{ term: t('place.school.area'), value: `${t.format.number(school.heatedAreaM2, 0)}\u00A0m²` }]),
          ...(school.hallAreaM2 === null || school.hallAreaM2 === 0 ? [] : [{ term: t('place.school.hall-area'), value: `${t.format.number(school.hallAreaM2, 0)}\u00A0m²` }]),
          ...(school.lessons.length === 0 ? [] : [{ term: t('place.school.lessons'), value: school.lessons.map(({ from, to }) => `${from}–${to}`).join(', ') }]),
        ]}
      />
    </Section>
  )
}

