import { ColumnChart, DataTable, LinkButton, Note, PageHead, Prose, Section, Stack } from '@modellregion/ui'
import { plainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { labelOf } from '../../energy/pages/energy.tsx'
import type { Tariff } from '../../energy/schema.ts'
import type { School } from '../../store/schema.ts'
import { leakCents, type Leak } from '../rules/flow-leak.ts'
import { yearlyCents, usualWatts, type BaseLoad } from '../rules/base-load.ts'
import { nameOfRegister } from './register-fields.tsx'
import type { AsideReading, Consumption, GasValue, MeterEvent, MeterPoint, Reading, Register } from '../schema.ts'

export type MeterPageProps = {
  t: PageT
  school: School
  point: MeterPoint
  registers: readonly Register[]
  months: readonly Consumption[]
  /** What each register counted; empty for a meter that has only one. */
  chains: readonly { code: string; months: readonly Consumption[] }[]
  /** Meters of this quantity may have several registers. */
  more: boolean
  /** Added registers that may be taken back. */
  undone: readonly string[]
  readings: readonly (Reading & { code: string | null })[]
  aside: readonly AsideReading[]
  events: readonly MeterEvent[]
  gasValues: readonly GasValue[]
  tariff: Tariff | undefined
  /** What runs at night, of meters of electricity and water. */
  load: BaseLoad | undefined
  leak: Leak | undefined
  done: string | undefined
  may: { exchange: boolean; read: boolean }
  href: string
}

const doneWords: Readonly<Record<string, 'meter.undone' | 'meter.described' | 'meter.exchanged' | 'meter.register.added' | 'meter.register.ended'>> = { undone: 'meter.undone', described: 'meter.described', exchanged: 'meter.exchanged', added: 'meter.register.added', ended: 'meter.register.ended' }

/** One meter point: what hangs there and hung there, what it said, and what of it does not count. */
export function MeterPage(props: MeterPageProps) {
  const { t, school, point, registers, months, aside, events, may, href } = props
  const unit = months[0]?.unit ?? ''
  const open = events.filter(({ kind }) => kind === 'unexplained')
  return (
    <>
      {props.done ? <Note kind="ok" role="status" level={0} title={t(doneWords[props.done] ?? 'meter.exchanged')} /> : null}
      <PageHead title={point.name} lead={t('meter.lead', { school: school.name })} />
      <Stack gap="l">
        {open.map((event) => (
          <Note key={event.at.toISOString()} kind="warn" level={0} title={t('meter.unexplained', { after: event.after, at: event.at })}>
            {may.exchange ? <a href={`${href}/exchange`}>{t('meter.unexplained-next')}</a> : t('meter.unexplained-who')}
          </Note>
        ))}
        {months.some(({ covered }) => covered > 0) ? (
          <ColumnChart
            id="months"
            level={2}
            title={t('meter.months', { amount: Math.round(months.reduce((sum, { amount }) => sum + amount, 0)), unit })}
            unit={t('energy.chart.unit', { quantity: t(`meter.quantity.${point.quantity}`), unit, by: t('energy.by.month') })}
            columns={months.map((one) => ({ label: labelOf(t, one, 'month'), value: one.covered > 0 ? one.amount : null, estimated: one.estimated }))}
            format={t.format}
            words={{ asTable: t('energy.chart.table'), label: t('energy.chart.time'), value: unit, none: t('energy.chart.none'), estimated: t('energy.chart.estimated') }}
          />
        ) : (
          <Note title={t('energy.nothing-measured')} level={0} />
        )}
        {may.exchange || may.read ? (
          <p class="mr-row">
            {may.exchange ? (
              <LinkButton kind="quiet" href={`${href}/exchange`}>
                {t('meter.exchange.title')}
              </LinkButton>
            ) : null}
            {may.read ? (
              <LinkButton kind="quiet" href={`/smart-school/meter-reading/new?point=${point.id}`}>
                {t('meter.read')}
              </LinkButton>
            ) : null}
          </p>
        ) : null}
        <Chains {...props} />
        <AtNight {...props} />
        <Registers {...props} registers={registers} />
        <Section id="set-aside" title={t('meter.aside.title')}>
          <Stack>
            <p>{t('meter.aside.lead')}</p>
            <DataTable
              id="aside"
              caption={t('meter.aside.title')}
              hideCaption
              rows={aside.slice(0, 50)}
              rowKey={(one) => `${one.at.toISOString()}-${one.value}`}
              empty={<p>{t('meter.aside.none')}</p>}
              columns={[
                { key: 'at', head: t('meter.at'), rowHead: true, cell: (one) => t.format.dateTime(one.at) },
                { key: 'value', head: t('meter.value'), align: 'end', cell: (one) => t.format.number(one.value, 3) },
                { key: 'source', head: t('meter.source'), cell: (one) => t(`meter.source.${one.source}`) },
                { key: 'reason', head: t('meter.aside.reason'), cell: (one) => t(`meter.aside.${one.reason}`) },
              ]}
            />
          </Stack>
        </Section>
        <Readings {...props} />
        <Values {...props} />
      </Stack>
    </>
  )
}

/** What each register counted by month, and their sum: drawn by tariff, what was fed in taken away. */
function Chains({ t, chains, months, point }: MeterPageProps) {
  if (chains.length === 0) return null
  const unit = months[0]?.unit ?? ''
  const amount = (one: Consumption | undefined) => (one === undefined || one.covered === 0 ? '–' : t('meter.chains.amount', { amount: one.amount, unit }))
  const yearOf = (list: readonly Consumption[]): Consumption | undefined => list.slice(1).reduce((sum, one) => sum && { ...sum, amount: sum.amount + one.amount, covered: sum.covered + one.covered }, list[0])
  const rows = [{ key: 'year', label: t('meter.chains.year'), at: -1 }, ...months.map((month, at) => ({ key: month.from, label: labelOf(t, month, 'month'), at })).reverse()]
  const cellOf = (list: readonly Consumption[], at: number) => amount(at < 0 ? yearOf(list) : list[at])
  return (
    <Section id="registers" title={t('meter.chains.title')}>
      <Stack>
        <p>{t('meter.chains.lead')}</p>
        <DataTable
          id="register-months"
          caption={t('meter.chains.title')}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'month', head: t('energy.chart.time'), rowHead: true, cell: ({ label }) => label },
            ...chains.map(({ code, months: own }) => ({ key: code, head: nameOfRegister(t, code, point.quantity), align: 'end' as const, cell: ({ at }: { at: number }) => cellOf(own, at) })),
            { key: 'sum', head: t('meter.chains.sum'), align: 'end', cell: ({ at }) => <strong>{cellOf(months, at)}</strong> },
          ]}
        />
      </Stack>
    </Section>
  )
}

/** What flows although nobody is there. */
function AtNight({ t, point, load, leak, tariff }: MeterPageProps) {
  if (point.quantity === 'water')
    return (
      <Section id="night" title={t('meter.night.water')}>
        {leak ? (
          <Note kind="warn" level={3} title={t('meter.night.leak', { litres: Math.round(leak.litresPerDay), days: leak.days })}>
            {tariff ? t('meter.night.leak-cost', { cents: leakCents(leak.litresPerDay, tariff.price) }) : t('meter.values.no-tariff')}
          </Note>
        ) : (
          <p>{t('meter.night.no-leak')}</p>
        )}
      </Section>
    )
  if (point.quantity !== 'electricity') return null
  return (
    <Section id="night" title={t('meter.night.title')}>
      {load === undefined ? (
        <p>{t('meter.night.unknown')}</p>
      ) : (
        <Stack gap="s">
          <p>{t('meter.night.load', { kilowatts: load.kilowatts, nights: load.nights })}</p>
          {load.perSquareMetre === null ? null : <p>{t('meter.night.area', { watts: load.perSquareMetre, usual: usualWatts })}</p>}
          {load.change ? <p>{t('meter.night.change', { day: plainDate(load.change.since), before: load.change.before, after: load.change.after })}</p> : null}
          {load.unexplained > 0 ? (
            <Note kind="warn" level={3} title={t('meter.night.unexplained', { kilowatts: load.unexplained })}>
              {tariff ? t('meter.night.cost', { cents: yearlyCents(load.unexplained, tariff.price) }) : t('meter.values.no-tariff')}
            </Note>
          ) : null}
        </Stack>
      )}
    </Section>
  )
}

function Registers({ t, point, registers, events, may, more, undone, href }: MeterPageProps) {
  const several = new Set(registers.map(({ code }) => code)).size > 1
  const shown = [...registers].sort((a, b) => b.from.getTime() - a.from.getTime())
  const begins = (one: Register) => registers.some((other) => other.code === one.code && other.to?.getTime() === one.from.getTime())
  const reading = (value: number | null) => (value === null ? t('meter.unknown') : t.format.number(value, 3))
  return (
    <Section id="devices" title={t('meter.chain.title')}>
      <Stack>
        <DataTable
          id="chain"
          caption={t('meter.chain.title')}
          hideCaption
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            { key: 'serial', head: t('meter.serial'), rowHead: true, cell: (one) => (one.serial === '' ? t('meter.unknown') : one.serial) },
            { key: 'code', head: t('meter.code'), cell: (one) => nameOfRegister(t, one.code, point.quantity) },
            { key: 'from', head: t('meter.from'), cell: (one) => (one.from.getTime() === 0 ? t('meter.unknown') : t.format.dateTime(one.from)) },
            { key: 'to', head: t('meter.to'), cell: (one) => (one.to === null ? t('meter.today') : t.format.dateTime(one.to)) },
            { key: 'start', head: t('meter.start'), align: 'end', cell: (one) => reading(one.startReading) },
            { key: 'end', head: t('meter.end'), align: 'end', cell: (one) => (one.to === null ? '–' : reading(one.endReading)) },
            { key: 'unit', head: t('meter.unit'), cell: (one) => (one.unit === 'pulse' ? t('meter.pulses', { n: one.pulsesPerUnit ?? 1 }) : one.unit === 'm3' ? 'm³' : one.unit) },
            { key: 'factor', head: t('meter.factor'), align: 'end', cell: (one) => t.format.number(one.factor, 4) },
            ...(may.exchange ? [{ key: 'change', head: t('meter.change'), cell: (one: Register) => <Change t={t} register={one} name={nameOfRegister(t, one.code, point.quantity)} begins={begins(one)} added={undone.includes(one.id)} several={several || more} href={href} /> }] : []),
          ]}
        />
        {may.exchange && more ? (
          <p>
            <a href={`${href}/register`}>{t('meter.register.add')}</a>
          </p>
        ) : null}
        {events.length > 0 ? (
          <Prose>
            <ul>
              {events.slice(-10).map((event) => (
                <li key={event.at.toISOString()}>{t(`meter.event.${event.kind}`, { after: event.after, at: event.at })}</li>
              ))}
            </ul>
          </Prose>
        ) : null}
      </Stack>
    </Section>
  )
}

/** What can be put right about one register; each link says by its name which. */
function Change({ t, register, name, begins, added, several, href }: { t: PageT; register: Register; name: string; begins: boolean; added: boolean; several: boolean; href: string }) {
  const { id, code, serial, to } = register
  return (
    <Stack gap="s">
      {to === null ? <a href={`${href}/describe?code=${code}`}>{several ? t('meter.describe.of', { register: name }) : t('meter.describe.title')}</a> : null}
      {to === null && several ? <a href={`${href}/register/end?code=${code}`}>{t('meter.register.end-of', { register: name })}</a> : null}
      {begins ? <a href={`${href}/undo?register=${id}`}>{t('meter.undo.link', { serial })}</a> : added ? <a href={`${href}/undo?register=${id}`}>{t('meter.undo.added-link', { register: name })}</a> : null}
    </Stack>
  )
}

function Readings({ t, readings, chains, point }: MeterPageProps) {
  const last = readings.slice(-20).reverse()
  return (
    <Section id="last" title={t('meter.readings.title')}>
      <DataTable
        id="readings"
        caption={t('meter.readings.caption', { shown: last.length, of: readings.length })}
        rows={last}
        rowKey={(one) => `${one.at.toISOString()}-${one.value}-${one.source}-${one.code ?? ''}`}
        empty={<p>{t('energy.nothing-measured')}</p>}
        columns={[
          { key: 'at', head: t('meter.at'), rowHead: true, cell: (one) => t.format.dateTime(one.at) },
          { key: 'value', head: t('meter.value'), align: 'end', cell: (one) => t.format.number(one.value, 3) },
          ...(chains.length > 0 ? [{ key: 'code', head: t('meter.code'), cell: (one: (typeof last)[number]) => (one.code === null ? t('meter.unknown') : nameOfRegister(t, one.code, point.quantity)) }] : []),
          { key: 'source', head: t('meter.source'), cell: (one) => t(`meter.source.${one.source}`) },
        ]}
      />
    </Section>
  )
}

function Values({ t, gasValues, tariff, point, may, href }: MeterPageProps) {
  return (
    <Section id="worth" title={t('meter.values.title')}>
      <Stack>
        <p>{tariff ? t('meter.values.tariff', { price: t('energy.price', { price: tariff.price, unit: point.quantity === 'water' ? 'm³' : 'kWh' }), from: tariff.from, source: tariff.source }) : t('meter.values.no-tariff')}</p>
        {point.quantity !== 'gas' ? null : gasValues.length === 0 ? (
          <p>{t('meter.values.no-gas')}</p>
        ) : (
          <Prose>
            <ul>
              {gasValues.map((value) => (
                <li key={value.from}>{t('meter.values.gas', { from: value.from, calorific: value.calorificValue, state: value.stateNumber, source: value.source })}</li>
              ))}
            </ul>
          </Prose>
        )}
        {point.quantity === 'gas' && may.exchange ? (
          <p>
            <a href={`${href}/gas`}>{t('meter.gas.title')}</a>
          </p>
        ) : null}
      </Stack>
    </Section>
  )
}
