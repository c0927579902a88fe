import { Button, ColumnChart, DataTable, Form, LinkButton, Note, PageHead, Row, Section, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { SchoolLink } from '../../place/frame.ts'
import { SchoolNav } from '../../place/school-nav.tsx'
import type { School } from '../../store/schema.ts'
import type { Contact, SafetyView } from '../view.ts'

type Props = { t: PageT; csrf: string; school: School; links: readonly SchoolLink[]; view: SafetyView; may: { change: boolean; presence: boolean }; saved: boolean }

/** What doors, windows, water detectors and smoke contacts of a school last said. */
export function SafetyPage({ t, csrf, school, links, view, may, saved }: Props) {
  const base = `/smart-school/school/${school.slug}/safety`
  return (
    <>
      {saved ? <Note kind="ok" role="status" level={0} title={t('safety.saved')} /> : null}
      <PageHead title={`${t('safety.title')}: ${school.name}`} lead={t('safety.lead')} />
      <Stack gap="l">
        <SchoolNav t={t} school={school} active="safety" links={links} />
        <Note kind="warn" title={t('alarm.no-fire-alarm-title')}>
          <p>{t('safety.no-fire-alarm')}</p>
        </Note>
        <Section id="openings" title={t('safety.openings')}>
          <Contacts t={t} id="openings-table" caption={t('safety.openings')} none={t('safety.openings-none')} contacts={view.openings} on={t('safety.open')} off={t('safety.closed')} kind="warn" change={may.change ? { action: `${base}/opening`, csrf } : undefined} />
          {view.sealed > 0 ? <p class="mr-muted">{t.count('safety.sealed', view.sealed)}</p> : null}
        </Section>
        <Section id="water" title={t('safety.water')}>
          <Contacts t={t} id="water-table" caption={t('safety.water')} none={t('safety.water-none')} contacts={view.water} on={t('safety.wet')} off={t('safety.dry')} kind="bad" />
        </Section>
        <Section id="smoke" title={t('safety.smoke')}>
          <Contacts t={t} id="smoke-table" caption={t('safety.smoke')} none={t('safety.smoke-none')} contacts={view.smoke} on={t('safety.smoke-on')} off={t('safety.smoke-off')} kind="bad" />
        </Section>
        <Section id="hours" title={t('safety.hours')}>
          <Stack>
            <p>{t('safety.hours-text', view.setting)}</p>
            {may.change ? (
              <p>
                <LinkButton kind="quiet" href={`${base}/hours`}>
                  {t('safety.hours-change')}
                </LinkButton>
              </p>
            ) : null}
          </Stack>
        </Section>
        <Presence t={t} csrf={csrf} base={base} view={view} may={may.presence} />
      </Stack>
    </>
  )
}

type ContactsProps = { t: PageT; id: string; caption: string; none: string; contacts: readonly Contact[]; on: string; off: string; kind: 'warn' | 'bad'; change?: { action: string; csrf: string } | undefined }

function Contacts({ t, id, caption, none, contacts, on, off, kind, change }: ContactsProps) {
  const sorted = [...contacts].sort((a, b) => rank(a) - rank(b) || a.place.localeCompare(b.place, 'de'))
  return (
    <DataTable
      id={id}
      caption={caption}
      hideCaption
      rows={sorted}
      rowKey={({ seriesId }) => String(seriesId)}
      empty={<p class="mr-muted">{none}</p>}
      columns={[
        { key: 'place', head: t('safety.column.place'), rowHead: true, cell: (row) => <a href={`/smart-school/room/${row.thingId}`}>{row.place}</a> },
        { key: 'state', head: t('safety.column.state'), cell: (row) => (row.on === null ? <Tag kind="info">{t('safety.unknown')}</Tag> : <Tag kind={row.on ? kind : 'ok'}>{row.on ? on : off}</Tag>) },
        { key: 'since', head: t('safety.column.since'), cell: (row) => (row.since ? t.format.dateTime(row.since) : '–'), nowrap: true },
        { key: 'heard', head: t('safety.column.heard'), cell: (row) => (row.heardAt ? t.format.dateTime(row.heardAt) : t('safety.never')), nowrap: true },
        ...(contacts.some(({ opening }) => opening !== null) ? [{ key: 'kind', head: t('safety.column.kind'), cell: (row: Contact) => <Kind t={t} row={row} change={change} /> }] : []),
      ]}
    />
  )
}

// Open first, then those nobody knows about.
const rank = ({ on }: Contact): number => (on === true ? 0 : on === null ? 1 : 2)

function Kind({ t, row, change }: { t: PageT; row: Contact; change: ContactsProps['change'] }) {
  if (row.opening === null) return null
  const other = row.opening === 'door' ? 'window' : 'door'
  if (!change) return <>{t(`safety.${row.opening}`)}</>
  return (
    <Row>
      {t(`safety.${row.opening}`)}
      <Form action={change.action} csrf={change.csrf} bare hidden={{ series: String(row.seriesId), opening: other }} label={t('safety.change-label', { place: row.place, to: t(`safety.${other}`) })}>
        <Button kind="bare">{t('safety.change', { to: t(`safety.${other}`) })}</Button>
      </Form>
    </Row>
  )
}

function Presence({ t, csrf, base, view, may }: { t: PageT; csrf: string; base: string; view: SafetyView; may: boolean }) {
  const { setting, nights } = view
  const isOn = setting.presence && setting.presenceReason !== null && setting.councilOn !== null
  return (
    <Section id="presence" title={t('safety.presence')}>
      <Stack>
        <p>{isOn ? t('safety.presence-on', { reason: setting.presenceReason ?? '', council: new Date(`${setting.councilOn}T12:00:00Z`) }) : t('safety.presence-off')}</p>
        <p class="mr-small mr-muted">{t('safety.presence-text')}</p>
        {isOn && nights.every(({ reports }) => reports === 0) ? <p>{t('safety.presence-quiet')}</p> : null}
        {isOn && nights.some(({ reports }) => reports > 0) ? (
          <ColumnChart
            id="nights"
            title={t('safety.presence-nights')}
            unit={t('safety.presence-nights-unit')}
            columns={nights.map(({ morning, reports }) => ({ label: t.format.date(new Date(`${morning}T12:00:00Z`), 'medium').slice(0, 6), value: reports }))}
            format={t.format}
            words={{ asTable: t('safety.as-table'), label: t('safety.presence-night'), value: t('safety.presence-count'), none: '–' }}
          />
        ) : null}
        {may ? (
          isOn ? (
            <Form action={`${base}/presence/off`} csrf={csrf} bare>
              <Button kind="quiet">{t('safety.presence-switch-off')}</Button>
            </Form>
          ) : (
            <p>
              <LinkButton kind="quiet" href={`${base}/presence`}>
                {t('safety.presence-switch-on')}
              </LinkButton>
            </p>
          )
        ) : null}
      </Stack>
    </Section>
  )
}
