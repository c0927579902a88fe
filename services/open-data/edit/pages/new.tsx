import { Button, EmptyState, ErrorSummary, Form, FormEnd, Hidden, LinkButton, PageHead, Radios, Select, TextField, type Choice } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'

export type NewProps = { t: T; csrf: string; typed: Typed; errors: FormErrors; errorTitle: string; organisations: readonly Choice[]; templates: readonly Choice[] }

/** Two answers are enough to begin; everything else can be saved half done. */
export function NewPage({ t, csrf, typed, errors, errorTitle, organisations, templates }: NewProps) {
  const field = (name: string) => ({ name, label: t.find(`edit.new.${name}`) ?? name, hint: t.find(`edit.new.${name}.hint`), value: typedOf(typed, name), error: errors[name] })
  const [only] = organisations
  if (!only) return <><PageHead title={t('edit.new.title')} /><EmptyState title={t('edit.no-organisation.title')} text={t('edit.no-organisation.text')} icon="people" level={2} /></>
  return (
    <>
      <ErrorSummary title={errorTitle} errors={Object.entries(errors).map(([name, text]) => ({ field: name, text }))} />
      <PageHead title={t('edit.new.title')} lead={t('edit.new.lead')} />
      <Form action="/open-data/draft" csrf={csrf}>
        <TextField {...field('title')} label={t('edit.new.name')} maxLength={200} />
        {organisations.length === 1 ? <Hidden name="organisation" value={only.value} /> : organisations.length < 6 ? <Radios {...field('organisation')} choices={organisations} /> : <Select {...field('organisation')} choices={organisations} empty={t('edit.choose')} />}
        {templates.length > 0 ? <Select {...field('template')} choices={templates} empty={t('edit.new.no-template')} /> : null}
        <FormEnd>
          <Button>{t('edit.new.begin')}</Button>
          <LinkButton kind="bare" href="/open-data/workshop">
            {t('edit.leave')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
