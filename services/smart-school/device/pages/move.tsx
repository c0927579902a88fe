import { Button, DataTable, DateField, DescriptionList, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Select, Stack, Stepper, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { quantityOf } from '../../quantity/quantity.ts'
import type { Device } from '../../store/schema.ts'
import type { MovePlan } from '../move.ts'
import type { Place, SensorSeries } from '../schema.ts'
import { allChannels } from '../rules/hanging.ts'
import { showDevEui } from '../rules/state.ts'
import { placeChoices } from './form.tsx'

export const moveHref = '/smart-school/device/move'
export type MoveStep = 'device' | 'place' | 'since' | 'check'
const steps: readonly MoveStep[] = ['device', 'place', 'since', 'check']

/** What has been said so far; it goes from step to step in the address, so that every step can be gone back to. */
export type Said = Readonly<Partial<Record<'device' | 'channel' | 'place' | 'since' | 'until', string>>>
export type MoveProps = {
  t: PageT
  csrf: string
  step: MoveStep
  said: Said
  typed: Typed
  errors: FormErrors
  refusal?: string | undefined
  devices: readonly Device[]
  device: Device | undefined
  channels: readonly SensorSeries[]
  places: readonly Place[]
  plan: MovePlan | undefined
  nameOf: (thingId: number) => string
}

const addressOf = (said: Said, step: MoveStep): string => `${moveHref}?${new URLSearchParams({ ...said, step }).toString()}`

/** "This sensor moved": which, where to, since when; then what that changes, before anything is changed. */
export function MovePage(props: MoveProps) {
  const { t, step, said, errors, refusal } = props
  const at = steps.indexOf(step)
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  return (
    <Stack gap="l">
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('device.move.title')} lead={t('device.move.lead')} />
      <Stepper
        label={t('device.move.steps')}
        words={{ done: t('device.move.done') }}
        steps={steps.map((one, index) => ({ label: t(`device.move.step.${one}`), state: index < at ? 'done' : index === at ? 'current' : 'open', ...(index < at && { href: addressOf(said, one) }) }))}
      />
      {step === 'device' ? <WhichDevice {...props} /> : step === 'place' ? <WherePlace {...props} /> : step === 'since' ? <SinceWhen {...props} /> : <Check {...props} />}
    </Stack>
  )
}

const hiddenOf = (said: Said, ...names: (keyof Said)[]): Record<string, string> => Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])))

function WhichDevice({ t, said, errors, devices }: MoveProps) {
  return (
    <Form action={moveHref} method="get" hidden={{ ...hiddenOf(said, 'place', 'channel', 'since', 'until'), step: 'place' }}>
      <Select name="device" label={t('device.move.which')} hint={t('device.move.which-hint')} empty={t('device.move.choose')} value={said.device} error={errors['device']} choices={devices.map((device) => ({ value: device.devEui, label: `${device.name} (${showDevEui(device.devEui)})` }))} />
      <Next t={t} />
    </Form>
  )
}

function WherePlace({ t, said, errors, places, channels, device }: MoveProps) {
  const names = [...new Set(channels.map(({ channel }) => channel))]
  return (
    <Form action={moveHref} method="get" hidden={{ ...hiddenOf(said, 'device', 'since', 'until'), step: 'since' }}>
      <p>{t('device.move.about', { device: device?.name ?? '' })}</p>
      <Select name="place" label={t('device.move.where')} empty={t('device.move.choose')} value={said.place} error={errors['place']} choices={placeChoices(t, places)} />
      <Select
        name="channel"
        label={t('device.move.channel')}
        hint={t('device.move.channel-hint')}
        value={said.channel ?? allChannels}
        error={errors['channel']}
        choices={[{ value: allChannels, label: t('device.move.all') }, ...names.map((channel) => ({ value: channel, label: labelOf(t, channels, channel) }))]}
      />
      <Next t={t} />
    </Form>
  )
}

function labelOf(t: PageT, channels: readonly SensorSeries[], channel: string): string {
  const found = channels.find((one) => one.channel === channel)
  return found ? `${quantityOf(found.quantity).label[t.locale === 'en' ? 'en' : 'de']} (${channel})` : channel
}

function SinceWhen({ t, said, typed, errors, device, nameOf }: MoveProps) {
  const words = { day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }
  const parts = (name: string) => ({ day: typedOf(typed, `${name}-day`), month: typedOf(typed, `${name}-month`), year: typedOf(typed, `${name}-year`) })
  return (
    <Form action={moveHref} method="get" hidden={{ ...hiddenOf(said, 'device', 'place', 'channel'), step: 'check' }}>
      <p>{t('device.move.about-place', { device: device?.name ?? '', place: nameOf(Number(said.place)) })}</p>
      <DateField name="sinceDay" label={t('device.move.since')} hint={t('device.move.since-hint')} words={words} value={parts('sinceDay')} error={errors['sinceDay']} />
      <TextField name="sinceTime" label={t('device.move.since-time')} hint={t('device.move.time-hint')} value={typedOf(typed, 'sinceTime')} error={errors['sinceTime']} width={4} />
      <DateField name="untilDay" label={t('device.move.until')} hint={t('device.move.until-hint')} words={words} value={parts('untilDay')} error={errors['untilDay']} />
      <TextField name="untilTime" label={t('device.move.until-time')} optional={t('form.optional')} value={typedOf(typed, 'untilTime')} error={errors['untilTime']} width={4} />
      <Next t={t} />
    </Form>
  )
}

function Check({ t, csrf, said, plan, device, nameOf }: MoveProps) {
  if (!plan || !device) return <LinkButton href={addressOf(said, 'since')}>{t('device.move.back')}</LinkButton>
  const { move, shifts, removed, after, opens } = plan
  const total = shifts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Stack gap="l">
      <DescriptionList
        entries={[
          { term: t('device.move.step.device'), value: `${device.name}, ${move.channel === allChannels ? t('device.move.all') : move.channel}` },
          { term: t('device.move.where'), value: nameOf(move.thingId) },
          { term: t('device.move.since'), value: t('place.value.at', { at: move.from }) },
          { term: t('device.move.until'), value: move.to ? t('place.value.at', { at: move.to }) : t('device.move.open') },
        ]}
      />
      <Note kind={total > 0 ? 'info' : 'ok'} level={2} title={t.count('device.move.moves', total)}>
        {total > 0 ? t('device.move.moves-text') : t('device.move.moves-none')}
      </Note>
      {opens ? <Note kind="warn" level={2} title={t('device.move.opens')}>{t('device.move.opens-text')}</Note> : null}
      {shifts.length > 0 ? (
        <DataTable
          id="shifts"
          caption={t('device.move.shifts')}
          rows={shifts}
          rowKey={({ seriesId, from }) => `${seriesId} ${from.getTime()}`}
          columns={[
            { key: 'what', head: t('device.column.channel'), rowHead: true, cell: ({ quantity }) => quantityOf(quantity).label[t.locale === 'en' ? 'en' : 'de'] },
            { key: 'from', head: t('device.move.from-place'), cell: ({ fromThing }) => nameOf(fromThing) },
            { key: 'to', head: t('device.move.to-place'), cell: ({ toThing }) => nameOf(toThing) },
            { key: 'since', head: t('place.room.from'), nowrap: true, cell: ({ from }) => t('place.value.short', { at: from }) },
            { key: 'until', head: t('place.room.to'), nowrap: true, cell: ({ to }) => (to ? t('place.value.short', { at: to }) : t('place.room.today')) },
            { key: 'count', head: t('place.room.count'), align: 'end', cell: ({ count }) => t.format.number(count) },
          ]}
        />
      ) : null}
      <DataTable
        id="after"
        caption={t('device.move.after')}
        captionNote={removed.length > 0 ? t.count('device.move.removed', removed.length) : undefined}
        rows={after}
        rowKey={({ id }) => id}
        columns={[
          { key: 'place', head: t('device.column.place'), rowHead: true, cell: ({ thingId }) => nameOf(thingId) },
          { key: 'channel', head: t('device.column.channel'), cell: ({ channel }) => (channel === allChannels ? t('place.room.all-channels') : channel) },
          { key: 'from', head: t('place.room.from'), nowrap: true, cell: ({ from }) => t('place.value.short', { at: from }) },
          { key: 'to', head: t('place.room.to'), nowrap: true, cell: ({ to }) => (to ? t('place.value.short', { at: to }) : t('place.room.today')) },
        ]}
      />
      <Form action={moveHref} csrf={csrf} hidden={{ ...hiddenOf(said, 'device', 'place', 'channel', 'since', 'until'), fingerprint: plan.fingerprint }}>
        <FormEnd>
          <Button>{t('device.move.confirm')}</Button>
          <LinkButton kind="bare" href={addressOf(said, 'since')}>
            {t('device.move.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </Stack>
  )
}

function Next({ t }: { t: PageT }) {
  return (
    <FormEnd>
      <Button>{t('device.move.next')}</Button>
      <LinkButton href="/smart-school/device" kind="bare">
        {t('action.cancel')}
      </LinkButton>
    </FormEnd>
  )
}
