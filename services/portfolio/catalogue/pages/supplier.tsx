import { Button, ConfirmPage, Checkboxes, ErrorSummary, EmptyState, Form, FormEnd, LinkButton, PageHead, Pagination, Select, Stack, TextArea, TextField } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT, T } from '../../locales/index.ts'
import type { LocalisedText } from '../../shelf/schema.ts'
import { entryPath } from '../rules/list-query.ts'
import { supplierDoes, type Supplier } from '../schema.ts'
import { inReader, townLabel, type Labels } from './say.ts'

/** The entries suppliers help with, by id. */
export type Helped = ReadonlyMap<string, LocalisedText>

/** Suppliers one below the other: what they do, where, and how they are reached. */
export function SupplierList({ t, suppliers, labels, helped = new Map(), own, level = 3 }: { t: T; suppliers: readonly Supplier[]; labels: Labels; helped?: Helped; own?: string | undefined; level?: 2 | 3 }) {
  const Title = `h${level}` as const
  return (
    <ul class="mr-list">
      {suppliers.map((supplier) => (
        <li key={supplier.id} class="mr-result">
          <Title class="mr-h3">{supplier.website === null ? supplier.company : <a href={supplier.website}>{supplier.company}</a>}</Title>
          {supplier.offer === '' ? null : <p>{supplier.offer}</p>}
          <ul class="mr-meta">
            <li>{supplier.does.map((does) => t(`catalogue.supplier.does.${does}`)).join(', ')}</li>
            <li>{supplier.region}</li>
            {supplier.mailbox === null ? null : (
              <li>
                <a href={`mailto:${supplier.mailbox}`}>{supplier.mailbox}</a>
              </li>
            )}
            <li>{t('catalogue.supplier.by', { town: townLabel(t, labels, supplier.town) })}</li>
            {supplier.town === own ? (
              <li>
                <a href={`/portfolio/supplier/${supplier.id}`}>{t('catalogue.supplier.edit')}</a>
              </li>
            ) : null}
          </ul>
          <HelpsWith t={t} supplier={supplier} helped={helped} />
        </li>
      ))}
    </ul>
  )
}

function HelpsWith({ t, supplier, helped }: { t: T; supplier: Supplier; helped: Helped }) {
  const known = supplier.entries.flatMap((id) => {
    const text = helped.get(id)
    return text ? [{ id, text }] : []
  })
  if (known.length === 0) return null
  return (
    <p class="mr-small">
      {t('catalogue.supplier.for')}{' '}
      {known.slice(0, 6).map(({ id, text }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a key={id} href={entryPath(id)}>
            {inReader(text, t)}
          </a>
        </>
      ))}
    </p>
  )
}

export type DirectoryProps = {
  t: T
  suppliers: readonly Supplier[]
  total: number
  page: number
  pageSize: number
  filter: { region?: string | undefined; does?: string | undefined }
  regions: readonly { region: string; n: number }[]
  labels: Labels
  helped: Helped
  /** The reader's town when the reader may edit its suppliers. */
  own: string | undefined
}

/** Everybody who helps with reuse, to be narrowed by region and by what they do. */
export function SupplierDirectory({ t, suppliers, total, page, pageSize, filter, regions, labels, helped, own }: DirectoryProps) {
  const isFiltered = filter.region !== undefined || filter.does !== undefined
  const href = (to: number): string => `/portfolio/supplier?${new URLSearchParams([...(filter.region ? [['region', filter.region]] : []), ...(filter.does ? [['does', filter.does]] : []), ...(to > 1 ? [['page', String(to)]] : [])]).toString()}`
  return (
    <>
      <PageHead title={t('catalogue.supplier.title')} lead={t('catalogue.supplier.lead')} />
      <Stack gap="l">
        {regions.length === 0 ? null : (
          <Form action="/portfolio/supplier" method="get" label={t('catalogue.supplier.filter')}>
            <Select name="region" label={t('catalogue.supplier.region')} value={filter.region} empty={t('catalogue.supplier.all-regions')} choices={regions.map(({ region, n }) => ({ value: region, label: `${region} (${t.format.number(n)})` }))} />
            <Select name="does" label={t('catalogue.supplier.does')} value={filter.does} empty={t('catalogue.supplier.all-does')} choices={supplierDoes.map((does) => ({ value: does, label: t(`catalogue.supplier.does.${does}`) }))} />
            <FormEnd>
              <Button kind="quiet">{t('catalogue.supplier.filter-apply')}</Button>
            </FormEnd>
          </Form>
        )}
        {total === 0 ? (
          <EmptyState level={2} icon="people" title={t(isFiltered ? 'catalogue.supplier.empty' : 'catalogue.supplier.none')} text={t(isFiltered ? 'catalogue.supplier.empty-next' : 'catalogue.supplier.none-next')} />
        ) : (
          <div class="mr-stack">
            <h2>{t.count('catalogue.supplier.found', total)}</h2>
            <SupplierList t={t} suppliers={suppliers} labels={labels} helped={helped} own={own} />
            <Pagination label={t('catalogue.pages')} page={page} pages={Math.ceil(total / pageSize)} href={href} words={{ page: t('catalogue.page'), next: t('catalogue.next'), previous: t('catalogue.previous') }} />
          </div>
        )}
      </Stack>
    </>
  )
}

export type SupplierFormProps = { t: PageT; csrf: string; typed: Typed; errors: FormErrors; action: string; entry: { id: string; title: string } | undefined; canDelete: boolean }

/** Who helps: a company, never a person. */
export function SupplierFormPage({ t, csrf, typed, errors, action, entry, canDelete }: SupplierFormProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t(canDelete ? 'catalogue.supplier.edit' : 'catalogue.supplier.new')} lead={entry ? t('catalogue.supplier.for-entry', { entry: entry.title }) : undefined} />
      <Form action={action} csrf={csrf} hidden={entry ? { entry: entry.id } : {}}>
        <TextField name="company" label={t('catalogue.supplier.field.company')} value={typedOf(typed, 'company')} error={errors['company']} maxLength={160} autocomplete="organization" />
        <TextField name="region" label={t('catalogue.supplier.field.region')} hint={t('catalogue.supplier.hint.region')} value={typedOf(typed, 'region')} error={errors['region']} maxLength={120} />
        <Checkboxes name="does" label={t('catalogue.supplier.field.does')} values={tickedOf(typed, 'does')} error={errors['does']} choices={supplierDoes.map((does) => ({ value: does, label: t(`catalogue.supplier.does.${does}`) }))} />
        <TextArea name="offer" label={t('catalogue.supplier.field.offer')} optional={t('form.optional')} value={typedOf(typed, 'offer')} error={errors['offer']} rows={4} />
        <TextField name="website" type="url" label={t('catalogue.supplier.field.website')} hint={t('catalogue.shelf.hint.link')} optional={t('form.optional')} value={typedOf(typed, 'website')} error={errors['website']} />
        <TextField name="mailbox" type="email" label={t('catalogue.supplier.field.mailbox')} hint={t('catalogue.supplier.hint.mailbox')} optional={t('form.optional')} value={typedOf(typed, 'mailbox')} error={errors['mailbox']} />
        <FormEnd>
          <Button>{t('catalogue.supplier.save')}</Button>
          {canDelete ? (
            <LinkButton kind="danger" icon="bin" href={`${action}/delete`}>
              {t('catalogue.supplier.delete')}
            </LinkButton>
          ) : null}
          <LinkButton kind="bare" href={entry ? entryPath(entry.id) : '/portfolio/supplier'}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** The question before a supplier goes. */
export function SupplierDeletePage({ t, csrf, supplier }: { t: PageT; csrf: string; supplier: Supplier }) {
  return (
    <ConfirmPage title={t('catalogue.supplier.delete-question')} text={`${supplier.company}: ${t('catalogue.supplier.delete-text')}`}>
      <Form action={`/portfolio/supplier/${supplier.id}/delete`} csrf={csrf} bare>
        <Button kind="danger">{t('catalogue.supplier.delete')}</Button>
      </Form>
      <LinkButton kind="quiet" href={`/portfolio/supplier/${supplier.id}`}>
        {t('catalogue.supplier.delete-no')}
      </LinkButton>
    </ConfirmPage>
  )
}
