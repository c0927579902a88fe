import { Button, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Radios, TextArea, TextField } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { sourceKinds } from '../schema.ts'

export type NewSourceProps = {
  t: T
  csrf: string
  typed: Readonly<Record<string, string | readonly string[]>>
  errors: Readonly<Record<string, string>>
  errorTitle: string
  optional: string
}

const removals = ['withdraw', 'delete', 'keep'] as const

/** A new source. What was typed stays when something is refused. */
export function NewSourcePage({ t, csrf, typed, errors, errorTitle, optional }: NewSourceProps) {
  const field = (name: string) => ({ name, label: t.find(`harvest.form.${name}`) ?? name, value: String(typed[name] ?? ''), error: errors[name] })
  return (
    <>
      <ErrorSummary title={errorTitle} errors={Object.entries(errors).map(([name, text]) => ({ field: name, text }))} />
      <PageHead title={t('harvest.new')} lead={t('harvest.new-lead')} />
      <Form action="/open-data/harvest" csrf={csrf}>
        <TextField {...field('title')} hint={t('harvest.form.title-hint')} maxLength={200} />
        <Radios {...field('kind')} choices={sourceKinds.map((kind) => ({ value: kind, label: t(`harvest.kind.${kind}`), hint: t(`harvest.kind.${kind}-hint`) }))} />
        <TextField {...field('url')} type="url" hint={t('harvest.form.url-hint')} maxLength={2_000} />
        <Radios {...field('removal')} choices={removals.map((removal) => ({ value: removal, label: t(`harvest.removal.${removal}`), hint: t(`harvest.removal.${removal}-hint`) }))} />
        <TextField {...field('publisher')} optional={optional} hint={t('harvest.form.publisher-hint')} maxLength={200} />
        <TextArea {...field('columns')} optional={optional} hint={t('harvest.form.columns-hint')} rows={6} maxLength={4_000} />
        <FormEnd>
          <Button>{t('harvest.form.save')}</Button>
          <LinkButton kind="bare" href="/open-data/harvest">
            {t('harvest.form.leave')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
