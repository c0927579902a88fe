import { Button, Checkboxes, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Select, TextArea, TextField, type Choice } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { fileTypes, frequencies, hvdCategories, labelOf, licences, type Vocabulary } from '../../vocabulary/lists.ts'
import type { Kind } from '../schema.ts'

export type EntryFormProps = { t: PageT; csrf: string; kind: Kind; typed: Typed; errors: FormErrors; offices: readonly Choice[]; name: string | undefined; heading: string }

/** One form for both kinds; what was typed stays when something is wrong. */
export function EntryFormPage(props: EntryFormProps) {
  const { t, csrf, kind, errors, name, heading } = props
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={heading} lead={t(`series.${kind}.lead`)} />
      <Form action={name === undefined ? `/open-data/${kind}/new` : `/open-data/${kind}/${name}/edit`} csrf={csrf}>
        <Text {...props} name="title" maxLength={200} />
        <Area {...props} name="description" rows={5} />
        <Select name="organisation" label={t('series.field.organisation')} value={typedOf(props.typed, 'organisation')} error={errors['organisation']} choices={props.offices} empty={t('series.choose')} />
        {kind === 'series' ? <SeriesFields {...props} /> : <ServiceFields {...props} />}
        <Text {...props} name="contactMail" type="email" optional hint={t('series.hint.contactMail')} />
        <Checkboxes name="hvdCategory" label={t('series.field.hvdCategory')} optional={t('form.optional')} hint={t('series.hint.hvdCategory')} values={tickedOf(props.typed, 'hvdCategory')} error={errors['hvdCategory']} choices={choicesOf(hvdCategories, t)} />
        <Area {...props} name="datasets" rows={8} optional hint={t(`series.${kind}.datasets-hint`)} />
        <FormEnd>
          <Button>{t(name === undefined ? `series.${kind}.publish` : 'series.save')}</Button>
          <LinkButton kind="bare" href={name === undefined ? '/open-data/series' : `/open-data/${kind}/${name}`}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

function SeriesFields({ t, typed, errors }: EntryFormProps) {
  return <Select name="accrualPeriodicity" label={t('series.field.accrualPeriodicity')} optional={t('form.optional')} value={typedOf(typed, 'accrualPeriodicity')} error={errors['accrualPeriodicity']} choices={choicesOf(frequencies, t)} empty={t('series.choose')} />
}

function ServiceFields(props: EntryFormProps) {
  const { t, typed, errors } = props
  return (
    <>
      <Text {...props} name="endpointURL" type="url" hint={t('series.hint.endpointURL')} />
      <Text {...props} name="endpointDescription" type="url" optional hint={t('series.hint.endpointDescription')} />
      <Text {...props} name="page" type="url" optional hint={t('series.hint.page')} />
      <Select name="format" label={t('series.field.format')} optional={t('form.optional')} value={typedOf(typed, 'format')} error={errors['format']} choices={choicesOf(fileTypes, t)} empty={t('series.choose')} />
      <Select name="license" label={t('series.field.license')} optional={t('form.optional')} value={typedOf(typed, 'license')} error={errors['license']} choices={choicesOf(licences, t)} empty={t('series.choose')} />
    </>
  )
}

type Name = 'title' | 'description' | 'contactMail' | 'endpointURL' | 'endpointDescription' | 'page' | 'datasets'
type Control = EntryFormProps & { name: Name; optional?: boolean; hint?: string }

// `name` of the control hides the short name of the entry: the spread comes first.
const fieldOf = ({ t, typed, errors, optional, hint }: Control, name: Name) => ({ name, label: t(`series.field.${name}`), value: typedOf(typed, name), error: errors[name], ...(optional && { optional: t('form.optional') }), ...(hint !== undefined && { hint }) })

const Text = (props: Control & { type?: 'email' | 'url'; maxLength?: number }) => <TextField {...fieldOf(props, props.name)} type={props.type} maxLength={props.maxLength} />
const Area = (props: Control & { rows: number }) => <TextArea {...fieldOf(props, props.name)} rows={props.rows} />

const choicesOf = (list: Vocabulary, t: PageT): Choice[] => list.concepts.map((concept) => ({ value: concept.uri, label: labelOf(concept, t.locale) }))
