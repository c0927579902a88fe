import { Button, Checkboxes, ConfirmPage, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Section, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { entryPath, supplierPath, suppliersPath } from '../rules/list-query.ts'
import { supplierDoes, type Supplier } from '../schema.ts'

type Named = { readonly id: string; readonly title: string }
export type SupplierFormProps = {
  t: PageT
  csrf: string
  typed: Typed
  errors: FormErrors
  /** The supplier that is changed; undefined for a new one. */
  id: string | undefined
  /** The entry on whose page somebody wants to name a supplier. */
  entry: Named | undefined
  /** Own suppliers that could be named there, too. */
  known: readonly { readonly id: string; readonly company: string }[]
  /** Entries a known supplier serves. */
  serves: readonly Named[]
}

/** Who helps: a company, never a person. One that is recorded already is chosen, not typed again. */
export function SupplierFormPage(props: SupplierFormProps) {
  const { t, errors, id, entry, known } = props
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t(id === undefined ? 'catalogue.supplier.new' : 'catalogue.supplier.edit')} lead={entry ? t('catalogue.supplier.for-entry', { entry: entry.title }) : undefined} />
      {entry && known.length > 0 ? (
        <Stack gap="l">
          <ChooseKnown {...props} entry={entry} />
          <Section id="new-supplier" title={t('catalogue.supplier.not-listed')}>
            <Fields {...props} />
          </Section>
        </Stack>
      ) : (
        <Fields {...props} />
      )}
    </>
  )
}

const ChooseKnown = ({ t, csrf, typed, errors, entry, known }: SupplierFormProps & { entry: Named }) => (
  <Section id="known-supplier" title={t('catalogue.supplier.listed')}>
    <Form action={`${suppliersPath}/name`} csrf={csrf} hidden={{ entry: entry.id }}>
      <Select name="supplier" label={t('catalogue.supplier.field.supplier')} value={typedOf(typed, 'supplier')} error={errors['supplier']} empty={t('catalogue.supplier.choose')} choices={known.map(({ id, company }) => ({ value: id, label: company }))} />
      <FormEnd>
        <Button>{t('catalogue.supplier.name')}</Button>
      </FormEnd>
    </Form>
  </Section>
)

function Fields({ t, csrf, typed, errors, id, entry, known, serves }: SupplierFormProps) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  const optional = t('form.optional')
  return (
    <Form action={id === undefined ? suppliersPath : `${supplierPath(id)}/edit`} csrf={csrf} hidden={{ ...(entry && { entry: entry.id }), ...(id === undefined ? { key: typedOf(typed, 'key') } : { listed: serves.map((one) => one.id).join(' ') }) }}>
      <TextField {...text('company')} label={t('catalogue.supplier.field.company')} maxLength={160} autocomplete="organization" />
      <TextField {...text('region')} label={t('catalogue.supplier.field.region')} hint={t('catalogue.supplier.hint.region')} maxLength={120} />
      <Checkboxes name="does" label={t('catalogue.supplier.field.does')} values={tickedOf(typed, 'does')} error={errors['does']} choices={supplierDoes.map((does) => ({ value: does, label: t(`catalogue.supplier.does.${does}`) }))} />
      <TextArea {...text('offer')} label={t('catalogue.supplier.field.offer')} optional={optional} rows={4} maxLength={1_000} />
      <TextField {...text('website')} type="url" label={t('catalogue.supplier.field.website')} hint={t('catalogue.shelf.hint.link')} optional={optional} maxLength={300} />
      <TextField {...text('mailbox')} type="email" label={t('catalogue.supplier.field.mailbox')} hint={t('catalogue.supplier.hint.mailbox')} optional={optional} maxLength={200} />
      {serves.length > 0 ? <Checkboxes name="keep" label={t('catalogue.supplier.field.keep')} hint={t('catalogue.supplier.hint.keep')} values={tickedOf(typed, 'keep')} choices={serves.map((one) => ({ value: one.id, label: one.title }))} /> : null}
      {entry ? null : <TextArea {...text('add')} label={t('catalogue.supplier.field.add')} hint={t('catalogue.supplier.hint.add')} optional={optional} rows={3} />}
      <FormEnd>
        <Button kind={entry && known.length > 0 ? 'quiet' : 'primary'}>{t('catalogue.supplier.save')}</Button>
        {id === undefined ? null : (
          <LinkButton kind="danger" icon="bin" href={`${supplierPath(id)}/delete`}>
            {t('catalogue.supplier.delete')}
          </LinkButton>
        )}
        <LinkButton kind="bare" href={entry ? entryPath(entry.id) : id === undefined ? suppliersPath : supplierPath(id)}>
          {t('action.cancel')}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}

/** The question before a supplier goes. */
export const SupplierDeletePage = ({ t, csrf, supplier }: { t: PageT; csrf: string; supplier: Supplier }) => (
  <ConfirmPage title={t('catalogue.supplier.delete-question')} text={`${supplier.company}: ${t('catalogue.supplier.delete-text')}`}>
    <Form action={`${supplierPath(supplier.id)}/delete`} csrf={csrf} bare>
      <Button kind="danger">{t('catalogue.supplier.delete')}</Button>
    </Form>
    <LinkButton kind="quiet" href={supplierPath(supplier.id)}>
      {t('catalogue.supplier.delete-no')}
    </LinkButton>
  </ConfirmPage>
)
