import { Button, ConfirmPage, ErrorSummary, FileField, Form, FormEnd, LinkButton, Note, PageHead, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Device } from '../../store/schema.ts'
import type { Place } from '../schema.ts'
import { deviceHref } from './list.tsx'

export type CodecChoice = { readonly id: string; readonly label: string }
type FormProps = { t: PageT; csrf: string; typed: Typed; errors: FormErrors; codecs: readonly CodecChoice[] }

/** A place with the way to it, as it stands in a list of choices. */
export const placeLabel = (t: PageT, place: Place): string => `${place.school}: ${place.name}${place.parent ? ` (${place.parent})` : ''}${place.kind === 'room' ? '' : `, ${t.find(`place.kind.${place.kind}`) ?? place.kind}`}`
export const placeChoices = (t: PageT, places: readonly Place[]): { value: string; label: string }[] => places.map((place) => ({ value: String(place.id), label: placeLabel(t, place) }))

export function NewDevicePage({ t, csrf, typed, errors, codecs, places }: FormProps & { places: readonly Place[] }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('device.new.title')} lead={t('device.new.lead')} />
      <Form action="/smart-school/device" csrf={csrf}>
        <TextField name="eui" label={t('device.field.eui')} hint={t('device.hint.eui')} value={typedOf(typed, 'eui')} error={errors['eui']} width={20} />
        <Common t={t} typed={typed} errors={errors} codecs={codecs} />
        <Select name="place" label={t('device.field.place')} optional={t('form.optional')} hint={t('device.hint.place')} empty={t('device.hint.stock')} value={typedOf(typed, 'place')} error={errors['place']} choices={placeChoices(t, places)} />
        <FormEnd>
          <Button>{t('device.new.send')}</Button>
          <LinkButton href="/smart-school/device" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

function Common({ t, typed, errors, codecs }: Omit<FormProps, 'csrf'>) {
  return (
    <>
      <TextField name="name" label={t('device.field.name')} hint={t('device.hint.name')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={80} />
      <Select name="codec" label={t('device.field.codec')} optional={t('form.optional')} hint={t('device.hint.codec')} empty={t('device.no-codec')} value={typedOf(typed, 'codec')} error={errors['codec']} choices={codecs.map(({ id, label }) => ({ value: id, label }))} />
      <TextField name="expectedMinutes" label={t('device.field.expectedMinutes')} hint={t('device.hint.expectedMinutes')} value={typedOf(typed, 'expectedMinutes')} error={errors['expectedMinutes']} numeric width={4} unit={t('device.minutes-unit')} />
    </>
  )
}

export function EditDevicePage({ t, csrf, typed, errors, codecs, device }: FormProps & { device: Device }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('device.edit.of', { device: device.name })} />
      <Form action={`${deviceHref(device.devEui)}/edit`} csrf={csrf}>
        <Common t={t} typed={typed} errors={errors} codecs={codecs} />
        <FormEnd>
          <Button>{t('device.edit.send')}</Button>
          <LinkButton href={deviceHref(device.devEui)} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export function RetirePage({ t, csrf, device }: { t: PageT; csrf: string; device: Device }) {
  return (
    <ConfirmPage title={t('device.retire.of', { device: device.name })} text={t('device.retire.text')}>
      <Form action={`${deviceHref(device.devEui)}/retire`} csrf={csrf} bare>
        <Button kind="danger">{t('device.retire.yes')}</Button>
      </Form>
      <LinkButton kind="quiet" href={deviceHref(device.devEui)}>
        {t('device.retire.no')}
      </LinkButton>
    </ConfirmPage>
  )
}

export type ImportProps = { t: PageT; csrf: string; text: string; faults: readonly string[]; done: number | undefined }

/** Many devices at once: all or none, with the line of each mistake. */
export function ImportPage({ t, csrf, text, faults, done }: ImportProps) {
  return (
    <Stack gap="l">
      <ErrorSummary title={t.count('form.errors', Math.max(1, faults.length))} errors={faults.map((fault) => ({ field: 'table', text: fault }))} />
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={t.count('device.imported', done)}><a href="/smart-school/device">{t('device.list.title')}</a></Note>}
      <PageHead title={t('device.import.title')} lead={t('device.import.lead')} />
      {/* The token stands in the address: of a form with files the fields come too late for its check. */}
      <Form action="/smart-school/device/import" csrf={csrf} multipart>
        <TextArea name="table" label={t('device.field.table')} optional={t('device.import.or-file')} hint={t('device.hint.table')} rows={10} value={text} error={faults.length > 0 ? t('device.import.nothing') : undefined} />
        <FileField name="file" label={t('device.field.file')} optional={t('form.optional')} accept=".csv,text/csv,text/plain" />
        <FormEnd>
          <Button>{t('device.import.send')}</Button>
          <LinkButton href="/smart-school/device" kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </Stack>
  )
}
