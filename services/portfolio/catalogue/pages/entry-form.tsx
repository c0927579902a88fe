import { Button, ErrorSummary, Form, FormEnd, Grid, Hidden, LinkButton, Note, PageHead, Radios, Section, Select, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { reuseClasses } from '../../shelf/schema.ts'
import type { EntryFormField } from '../schema.ts'

export type EntryFormProps = {
  t: PageT
  csrf: string
  action: string
  typed: Typed
  errors: FormErrors
  heading: string
  /** The thing that is offered, and the key the form hands on. */
  item: { key: string; label: string } | undefined
  projects: readonly { slug: string; name: string }[]
  done?: string | undefined
  refusal?: string | undefined
}

/** The description of an own entry: what it is, who gives information, what taking it over costs. */
export function EntryFormPage(props: EntryFormProps) {
  const { t, csrf, action, errors, heading, item, done, refusal } = props
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={done} />}
      <PageHead title={heading} lead={item?.label} />
      <EntryFields {...props} csrf={csrf} action={action} />
    </>
  )
}

/** The form alone, for the page that also has versions. */
export function EntryFields(props: EntryFormProps) {
  const { t, csrf, action, typed, errors, item, projects } = props
  const field = (name: EntryFormField) => ({ name, label: t(`catalogue.shelf.field.${name}`), value: typedOf(typed, name), error: errors[name] })
  const optional = t('form.optional')
  return (
    <Form action={action} csrf={csrf}>
      {item ? <Hidden name="item" value={item.key} /> : null}
      {(['key', 'seen'] as const).map((name) => (typedOf(typed, name) === '' ? null : <Hidden key={name} name={name} value={typedOf(typed, name)} />))}
      <Section id="part-what" title={t('catalogue.shelf.part.what')}>
        <TextField {...field('title')} maxLength={140} />
        <TextField {...field('titleEn')} optional={optional} maxLength={140} lang="en" />
        <TextArea {...field('summary')} hint={t('catalogue.shelf.hint.summary')} rows={2} maxLength={300} />
        <TextArea {...field('summaryEn')} optional={optional} rows={2} maxLength={300} lang="en" />
        <Radios {...field('class')} choices={reuseClasses.map((of) => ({ value: of, label: t(`catalogue.class.${of}`), hint: t(`catalogue.class-text.${of}`) }))} />
        <TextArea {...field('problem')} optional={optional} rows={4} />
        <TextArea {...field('description')} optional={optional} hint={t('catalogue.shelf.hint.description')} rows={10} />
        <TextField {...field('licence')} hint={t('catalogue.shelf.hint.licence')} width={20} />
        <TextField {...field('topics')} optional={optional} hint={t('catalogue.shelf.hint.topics')} />
        <Select {...field('project')} optional={optional} empty={t('catalogue.shelf.no-project')} choices={projects.map(({ slug, name }) => ({ value: slug, label: name }))} />
      </Section>
      <Section id="part-contact" title={t('catalogue.shelf.part.contact')}>
        <TextField {...field('office')} optional={optional} />
        <TextField {...field('email')} type="email" optional={optional} hint={t('catalogue.shelf.hint.email')} />
        <TextField {...field('page')} type="url" optional={optional} hint={t('catalogue.shelf.hint.link')} />
        <TextField {...field('source')} type="url" optional={optional} hint={t('catalogue.shelf.hint.link')} />
      </Section>
      <Section id="part-effort" title={t('catalogue.shelf.part.effort')}>
        <Grid min={15}>
          <TextField {...field('daysMin')} optional={optional} numeric width={4} unit={t('catalogue.shelf.unit.days')} />
          <TextField {...field('daysMax')} optional={optional} numeric width={4} unit={t('catalogue.shelf.unit.days')} />
        </Grid>
        <TextField {...field('effortNote')} optional={optional} />
        <Grid min={15}>
          <TextField {...field('once')} optional={optional} hint={t('catalogue.shelf.hint.once')} width={10} unit="€" />
          <TextField {...field('yearly')} optional={optional} hint={t('catalogue.shelf.hint.once')} width={10} unit="€" />
        </Grid>
        <TextField {...field('costNote')} optional={optional} />
      </Section>
      <FormEnd>
        <Button>{t('catalogue.shelf.save')}</Button>
        <LinkButton kind="bare" href="/portfolio/shelf">
          {t('catalogue.shelf.cancel')}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}
