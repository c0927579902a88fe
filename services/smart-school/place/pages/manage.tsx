import { Button, Checkbox, ConfirmPage, DataTable, EmptyState, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Section, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { School, Thing } from '../../store/schema.ts'
import { roomHref, schoolHref } from '../frame.ts'
import { meterQuantities, placedBelow, placedKinds, roomUses, schoolForms, type PlacedKind } from '../schema.ts'
import { formWord } from '../values.ts'

export type FormView = { t: PageT; csrf: string; typed: Typed; errors: FormErrors; refusal?: string | undefined }
const listedOf = ({ errors, refusal }: FormView) => [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]

/** A new school, or the details of one. */
export function SchoolFormPage(props: FormView & { school: School | undefined }) {
  const { t, csrf, typed, errors, school } = props
  const listed = listedOf(props)
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={school ? t('place.manage.edit-of', { name: school.name }) : t('place.manage.new-school')} />
      <Form action={school ? `${schoolHref(school.slug)}/edit` : '/smart-school/place/new-school'} csrf={csrf}>
        <TextField {...text('name')} label={t('place.field.name')} maxLength={120} />
        {school ? null : <TextField {...text('slug')} label={t('place.field.slug')} optional={t('form.optional')} hint={t('place.hint.slug')} />}
        <Select {...text('form')} label={t('place.school.form')} empty={t('device.move.choose')} choices={schoolForms.map((form) => ({ value: form, label: formWord(t, form) }))} />
        <TextField {...text('place')} label={t('place.school.place')} optional={t('form.optional')} />
        <TextField {...text('pupils')} label={t('place.school.pupils')} optional={t('form.optional')} numeric width={10} />
        <TextField {...text('heatedAreaM2')} label={t('place.school.area')} optional={t('form.optional')} hint={t('place.hint.area')} numeric width={10} unit="m²" />
        <TextField {...text('hallAreaM2')} label={t('place.school.hall-area')} optional={t('form.optional')} numeric width={10} unit="m²" />
        <TextArea {...text('lessons')} label={t('place.school.lessons')} optional={t('form.optional')} hint={t('place.hint.lessons')} rows={8} />
        <FormEnd>
          <Button>{school ? t('place.manage.save') : t('place.manage.new-school')}</Button>
          <LinkButton href={school ? schoolHref(school.slug) : '/smart-school'} kind="bare">
            {t('action.cancel')}
          </LinkButton>
          {school ? (
            <LinkButton href={`${schoolHref(school.slug)}/retire`} kind="bare">
              {t('place.manage.retire-school')}
            </LinkButton>
          ) : null}
        </FormEnd>
      </Form>
    </>
  )
}

/** Everything that belongs to a school, as a tree that staff add to. */
export function PlacesPage({ t, school, things, done }: { t: PageT; school: School; things: readonly Thing[]; done: boolean }) {
  const rows = inOrder(things, school.id, 0)
  return (
    <Stack gap="l">
      {done ? <Note kind="ok" role="status" level={0} title={t('place.manage.saved')} /> : null}
      <PageHead title={t('place.manage.places-of', { school: school.name })} lead={t('place.manage.places-lead')} />
      <Section id="add" title={t('place.manage.add')}>
        <div class="mr-row">
          {placedKinds.map((kind) => (
            <LinkButton key={kind} kind="quiet" href={`/smart-school/place/new?school=${school.slug}&kind=${kind}`}>
              {t(`place.manage.add.${kind}`)}
            </LinkButton>
          ))}
        </div>
      </Section>
      <DataTable
        id="places"
        caption={t('place.manage.places')}
        kind="work"
        rows={rows}
        rowKey={({ thing }) => String(thing.id)}
        empty={<EmptyState level={2} icon="building" title={t('place.manage.empty')} text={t('place.manage.empty-next')} />}
        columns={[
          { key: 'name', head: t('place.field.name'), rowHead: true, cell: ({ thing, depth }) => `${'– '.repeat(depth)}${thing.name}` },
          { key: 'kind', head: t('place.manage.kind'), cell: ({ thing }) => t.find(`place.kind.${thing.kind}`) ?? '' },
          { key: 'state', head: t('device.column.state'), cell: ({ thing }) => (thing.retiredAt ? t('place.manage.retired', { at: thing.retiredAt }) : thing.properties['sealed'] === true ? t('place.rooms.sealed') : '') },
          {
            key: 'edit',
            head: t('place.manage.change'),
            cell: ({ thing }) =>
              thing.retiredAt ? (
                <a href={roomHref(thing.id)}>{t('place.manage.see', { name: thing.name })}</a>
              ) : (
                <a href={`/smart-school/place/${thing.id}/edit`}>{t('place.manage.edit-of', { name: thing.name })}</a>
              ),
          },
        ]}
      />
    </Stack>
  )
}

/** Children right below their parents; whoever has no known parent stands below the school. */
function inOrder(things: readonly Thing[], parentId: number, depth: number): { thing: Thing; depth: number }[] {
  return things.filter((thing) => thing.parentId === parentId && thing.kind !== 'school').flatMap((thing) => [{ thing, depth }, ...inOrder(things, thing.id, depth + 1)])
}

export type PlaceFormProps = FormView & { school: School; kind: PlacedKind; thing: Thing | undefined; things: readonly Thing[] }

/** A new place of one kind, or one that is changed. Only the fields of its kind are asked. */
export function PlaceFormPage(props: PlaceFormProps) {
  const { t, csrf, typed, errors, school, kind, thing, things } = props
  const listed = listedOf(props)
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  const parents = things.filter((one) => one.kind !== null && placedBelow[kind].includes(one.kind) && one.retiredAt === null && one.id !== thing?.id)
  const back = `${schoolHref(school.slug)}/places`
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={thing ? t('place.manage.edit-of', { name: thing.name }) : t(`place.manage.add.${kind}`)} lead={school.name} />
      <Form action={thing ? `/smart-school/place/${thing.id}/edit` : '/smart-school/place/new'} csrf={csrf} hidden={thing ? {} : { school: school.slug, kind }}>
        <TextField {...text('name')} label={t('place.field.name')} hint={t('place.hint.name')} maxLength={120} />
        {thing ? null : <Select {...text('parent')} label={t('place.field.parent')} empty={t('device.move.choose')} choices={parents.map((one) => ({ value: String(one.id), label: `${t.find(`place.kind.${one.kind}`) ?? t('place.manage.the-school')}: ${one.name}` }))} />}
        {kind === 'room' ? (
          <>
            <Select {...text('use')} label={t('place.field.use')} optional={t('form.optional')} empty={t('device.move.choose')} choices={roomUses.map((use) => ({ value: use, label: t(`place.use.${use}`) }))} />
            <TextField {...text('areaM2')} label={t('place.room.area')} optional={t('form.optional')} numeric width={10} unit="m²" />
            <TextField {...text('seats')} label={t('place.room.seats')} optional={t('form.optional')} numeric width={10} />
            <Checkbox name="sealed" label={t('place.field.sealed')} hint={t('place.hint.sealed')} checked={typedOf(typed, 'sealed') !== '' && typedOf(typed, 'sealed') !== 'false'} error={errors['sealed']} />
            <TextField {...text('openReason')} label={t('place.field.openReason')} optional={t('form.optional')} hint={t('place.hint.openReason')} maxLength={300} />
          </>
        ) : null}
        {kind === 'meter-point' && !thing ? <Select {...text('quantity')} label={t('place.field.quantity')} empty={t('device.move.choose')} choices={meterQuantities.map((quantity) => ({ value: quantity, label: t(`place.quantity.${quantity}`) }))} /> : null}
        {kind === 'meter-point' ? <TextField {...text('serial')} label={t('place.field.serial')} optional={t('form.optional')} hint={t('place.hint.serial')} /> : null}
        {kind === 'outlet-group' ? (
          <>
            <TextField {...text('outlets')} label={t('place.field.outlets')} numeric width={4} />
            <Checkbox name="warm" label={t('place.field.warm')} hint={t('place.hint.warm')} checked={typedOf(typed, 'warm') !== '' && typedOf(typed, 'warm') !== 'false'} error={errors['warm']} />
          </>
        ) : null}
        <FormEnd>
          <Button>{t('place.manage.save')}</Button>
          <LinkButton href={back} kind="bare">
            {t('action.cancel')}
          </LinkButton>
          {thing ? (
            <LinkButton href={`/smart-school/place/${thing.id}/retire`} kind="bare">
              {t('place.manage.retire')}
            </LinkButton>
          ) : null}
        </FormEnd>
      </Form>
    </>
  )
}

/** Nothing is deleted: what was measured stays to be read. */
export function RetirePlacePage({ t, csrf, name, action, back, refusal }: { t: PageT; csrf: string; name: string; action: string; back: string; refusal?: string | undefined }) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={refusal === undefined ? [] : [{ text: refusal }]} />
      <ConfirmPage title={t('place.manage.retire-of', { name })} text={t('place.manage.retire-text')}>
        <Form action={action} csrf={csrf} bare>
          <Button kind="danger">{t('place.manage.retire')}</Button>
        </Form>
        <LinkButton kind="quiet" href={back}>
          {t('place.manage.keep')}
        </LinkButton>
      </ConfirmPage>
    </>
  )
}

export type PeopleProps = FormView & { school: School; people: readonly { id: string; name: string; roles: readonly string[] }[]; done: boolean }

/** Who works at a school. What they may do there is their role, which the town gives. */
export function PeoplePage(props: PeopleProps) {
  const { t, csrf, typed, errors, school, people, done } = props
  const listed = listedOf(props)
  const action = `${schoolHref(school.slug)}/people`
  return (
    <Stack gap="l">
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      {done ? <Note kind="ok" role="status" level={0} title={t('place.manage.saved')} /> : null}
      <PageHead title={t('place.people.title', { school: school.name })} lead={t('place.people.lead')} />
      <Form action={action} csrf={csrf}>
        <TextField name="person" label={t('place.people.person')} hint={t('place.people.person-hint')} value={typedOf(typed, 'person')} error={errors['person']} maxLength={320} />
        <FormEnd>
          <Button>{t('place.people.add')}</Button>
        </FormEnd>
      </Form>
      <DataTable
        id="people"
        caption={t('place.manage.people')}
        rows={people}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon="people" title={t('place.people.none')} text={t('place.people.none-next')} />}
        columns={[
          { key: 'name', head: t('place.field.name'), rowHead: true, cell: ({ name }) => name },
          { key: 'roles', head: t('place.people.roles'), cell: ({ roles }) => roles.map((role) => t.find(`identity.role.${role}`) ?? role).join(', ') },
          {
            key: 'remove',
            head: t('place.manage.change'),
            cell: ({ id, name }) => (
              <Form action={`${action}/${id}/remove`} csrf={csrf} bare>
                <Button kind="bare">{t('place.people.remove', { name })}</Button>
              </Form>
            ),
          },
        ]}
      />
    </Stack>
  )
}
