import { Button, Checkbox, Checkboxes, ConfirmPage, DateField, FileField, Form, FormEnd, LinkButton, PageHead, Radios, Section, Stack, TextArea, TextField, type Choice } from '@modellregion/ui'
import { tickedOf, typedOf } from '@modellregion/kernel/rules'
import { genders, languageCodes, topicCodes } from '../schema.ts'
import { dayField, Mistakes, Portrait, type FormProps } from './parts.tsx'

type PersonForm = FormProps & { base: string; name: string }

export const aboutLimit = 600
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** What others see; the head also says who keeps a share. */
export function ProfileFormPage({ t, csrf, typed, errors, base, name, isHead }: PersonForm & { isHead: boolean }) {
  const field = (key: string) => ({ name: key, value: typedOf(typed, key), error: errors[key] })
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <PageHead title={t('office.profile-title', { name })} />
      <Form action={`${base}/profile`} csrf={csrf}>
        <TextField {...field('name')} label={t('office.field.name')} maxLength={100} autocomplete="off" />
        <TextField {...field('unit')} label={t('office.field.unit')} hint={t('office.hint.unit')} optional={t('form.optional')} maxLength={120} />
        <TextArea {...field('about')} label={t('office.field.about')} hint={t('office.hint.about', { limit: aboutLimit })} optional={t('form.optional')} rows={4} maxLength={aboutLimit} />
        <Radios
          name="gender"
          label={t('office.field.gender')}
          hint={t('office.hint.gender')}
          optional={t('form.optional')}
          value={typedOf(typed, 'gender') || 'none'}
          error={errors['gender']}
          choices={[...genders, 'none' as const].map((value) => ({ value, label: t(`office.gender.${value}`) }))}
        />
        <Checkboxes name="languages" label={t('office.field.languages')} values={tickedOf(typed, 'languages')} error={errors['languages']} choices={languageCodes.map((value) => ({ value, label: t(`office.language.${value}`) }))} />
        <Checkboxes name="topics" label={t('office.field.topics')} values={tickedOf(typed, 'topics')} error={errors['topics']} choices={topicCodes.map((value) => ({ value, label: t(`office.topic.${value}`) }))} />
        <Section title={t('office.hours-legend')} id="hours">
          <Stack>
            <p>{t('office.hint.hours')}</p>
            {weekdays.map((day) => (
              <TextField key={day} {...field(`hours${day}`)} label={t('office.field.hours', { day: t(`office.day.${day}`) })} optional={t('form.optional')} width={20} maxLength={60} />
            ))}
          </Stack>
        </Section>
        <Checkbox name="takesNew" label={t('office.field.takesNew')} value="true" checked={typedOf(typed, 'takesNew') === 'true'} />
        {isHead ? <Checkbox name="holder" label={t('office.field.holder')} value="true" checked={typedOf(typed, 'holder') === 'true'} /> : null}
        <End t={t} base={base} send={t('action.save')} />
      </Form>
    </>
  )
}

const End = ({ t, base, send }: Pick<PersonForm, 't' | 'base'> & { send: string }) => (
  <FormEnd>
    <Button>{send}</Button>
    <LinkButton kind="bare" href={base}>
      {t('action.cancel')}
    </LinkButton>
  </FormEnd>
)

export function PhotoFormPage({ t, csrf, typed, errors, base, name, photo, photoText }: PersonForm & { photo: string | null; photoText: string | null }) {
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <PageHead title={t('office.photo-title', { name })} lead={t('office.photo-lead')} />
      <Stack gap="l">
        {photo === null ? <p>{t('office.photo-none')}</p> : <Portrait photo={photo} photoText={photoText} size={192} />}
        <Form action={`${base}/photo`} csrf={csrf} multipart>
          <TextField name="photoText" label={t('office.field.photoText')} hint={t('office.hint.photoText')} value={typedOf(typed, 'photoText')} error={errors['photoText']} maxLength={300} />
          <FileField name="photo" label={t('office.field.photo')} hint={t('office.hint.photo')} error={errors['photo']} accept="image/jpeg,image/png,image/webp" />
          <End t={t} base={base} send={t('action.save')} />
        </Form>
        {photo === null ? null : (
          <Form action={`${base}/photo/remove`} csrf={csrf} bare>
            <Button kind="quiet">{t('office.photo-remove')}</Button>
          </Form>
        )}
      </Stack>
    </>
  )
}

export function AbsenceFormPage({ t, csrf, typed, errors, base, name, others }: PersonForm & { others: readonly Choice[] }) {
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <PageHead title={t('office.absence-title', { name })} lead={t('office.absence-lead')} />
      <Form action={`${base}/absence`} csrf={csrf}>
        <DateField {...dayField(t, typed, errors, 'from')} label={t('office.field.from')} />
        <DateField {...dayField(t, typed, errors, 'until')} label={t('office.field.until')} />
        <Radios name="substitute" label={t('office.field.substitute')} value={typedOf(typed, 'substitute') || 'none'} error={errors['substitute']} choices={[...others, { value: 'none', label: t('office.substitute-none') }]} />
        <End t={t} base={base} send={t('office.absence-send')} />
      </Form>
    </>
  )
}

export function TrainingFormPage({ t, csrf, typed, errors, base, name }: PersonForm) {
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <PageHead title={t('office.training-title', { name })} lead={t('office.training-lead')} />
      <Form action={`${base}/training`} csrf={csrf}>
        <TextField name="title" label={t('office.field.title')} value={typedOf(typed, 'title')} error={errors['title']} maxLength={200} />
        <DateField {...dayField(t, typed, errors, 'doneOn')} label={t('office.field.doneOn')} />
        <DateField {...dayField(t, typed, errors, 'validUntil')} label={t('office.field.validUntil')} optional={t('form.optional')} />
        <End t={t} base={base} send={t('office.training-send')} />
      </Form>
    </>
  )
}

/** Asked once more, because keys and role go at once; and whether everything was handed over. */
export function EndPage({ t, csrf, errors, base, name }: PersonForm) {
  return (
    <>
      <Mistakes t={t} errors={errors} />
      <ConfirmPage title={t('office.end-title', { name })} text={t('office.end-text')}>
        <Form action={`${base}/end`} csrf={csrf}>
          <Checkbox name="handedOver" label={t('office.field.handedOver')} value="true" error={errors['handedOver']} />
          <FormEnd>
            <Button kind="danger">{t('office.end-yes')}</Button>
            <LinkButton kind="quiet" href={base}>
              {t('office.end-no')}
            </LinkButton>
          </FormEnd>
        </Form>
      </ConfirmPage>
    </>
  )
}
