import { DateField, Grid, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { isAmount, placeOf } from '../rules/facts.ts'
import { factFigures, type FactFigure } from '../schema.ts'
import { dateOf, dateWords, Shell, type FormProps } from './forms.tsx'

/** What the project office knows of its programme: name, time, who takes part, and figures that come from a document. */
export function FactsPage(props: FormProps & { since: string }) {
  const { t, typed, errors } = props
  const line = (name: 'region' | 'lead' | 'partner') => <TextField name={name} label={t(`programme.facts.${name}`)} optional={t('form.optional')} hint={t(`programme.facts.hint.${name}`)} value={typedOf(typed, name)} error={errors[name]} maxLength={200} />
  return (
    <Shell {...props} title={t('programme.facts.title')} lead={t('programme.facts.intro')} action="/portfolio/programme/facts" back="/portfolio/programme" send={t('action.save')}>
      <TextField name="name" label={t('programme.facts.name')} hint={t('programme.facts.hint.name')} value={typedOf(typed, 'name')} error={errors['name']} maxLength={200} />
      <TextField name="startedIn" label={t('programme.facts.startedIn')} optional={t('form.optional')} hint={t('programme.facts.hint.startedIn')} width={10} value={typedOf(typed, 'startedIn')} error={errors['startedIn']} />
      <DateField name="endedOn" label={t('programme.facts.endedOn')} optional={t('form.optional')} words={dateWords(t)} value={dateOf(typed, 'endedOn')} error={errors['endedOn']} />
      {line('region')}
      {line('lead')}
      {line('partner')}
      <TextArea name="regions" label={t('programme.facts.regions')} optional={t('form.optional')} hint={t('programme.facts.hint.lines')} value={typedOf(typed, 'regions')} error={errors['regions']} rows={3} />
      <h2>{t('programme.facts.figures')}</h2>
      <p>{t('programme.facts.figures-lead')}</p>
      <TextField name="document" label={t('programme.facts.document')} optional={t('form.optional')} hint={t('programme.form.document-hint')} value={typedOf(typed, 'document')} error={errors['document']} maxLength={300} />
      {factFigures.map((figure) => (
        <Figure key={figure} {...props} figure={figure} />
      ))}
      <TextArea name="remarks" label={t('programme.facts.remarks')} optional={t('form.optional')} hint={t('programme.facts.hint.remarks')} value={typedOf(typed, 'remarks')} error={errors['remarks']} rows={4} />
    </Shell>
  )
}

function Figure({ t, typed, errors, figure }: FormProps & { figure: FactFigure }) {
  const [label, place] = [t(`programme.facts.${figure}`), placeOf(figure)]
  return (
    <Grid min={15}>
      <TextField name={figure} label={label} optional={t('form.optional')} width={10} {...(isAmount(figure) && { unit: t('programme.form.euro-unit') })} value={typedOf(typed, figure)} error={errors[figure]} />
      <TextField name={place} label={t('programme.facts.place', { figure: label })} optional={t('form.optional')} value={typedOf(typed, place)} error={errors[place]} maxLength={300} />
    </Grid>
  )
}
