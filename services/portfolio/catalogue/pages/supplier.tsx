import { Button, EmptyState, Form, FormEnd, LinkButton, PageHead, Pagination, Select, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { LocalisedText } from '../../shelf/schema.ts'
import { entryPath, supplierPath, suppliersPath } from '../rules/list-query.ts'
import { supplierDoes, type Supplier } from '../schema.ts'
import { inReader, townLabel, type Labels } from './say.ts'

/** The entries suppliers help with, by id. */
export type Helped = ReadonlyMap<string, LocalisedText>

/** Suppliers one below the other: what they do, where, and how they are reached. */
export function SupplierList({ t, suppliers, labels, helped = new Map() }: { t: T; suppliers: readonly Supplier[]; labels: Labels; helped?: Helped }) {
  return (
    <ul class="mr-list">
      {suppliers.map((supplier) => (
        <li key={supplier.id} class="mr-result">
          <h3>
            <a href={supplierPath(supplier.id)}>{supplier.company}</a>
          </h3>
          {supplier.offer === '' ? null : <p>{supplier.offer}</p>}
          <HelpsWith t={t} supplier={supplier} helped={helped} />
          <ul class="mr-meta">
            <li>{supplier.does.map((does) => t(`catalogue.supplier.does.${does}`)).join(', ')}</li>
            <li>{supplier.region}</li>
            {supplier.website === null ? null : (
              <li>
                <a href={supplier.website} rel="noopener nofollow">
                  {t('catalogue.supplier.website')}
                </a>
              </li>
            )}
            {supplier.mailbox === null ? null : (
              <li>
                <a href={`mailto:${supplier.mailbox}`}>{supplier.mailbox}</a>
              </li>
            )}
            <li>{t('catalogue.supplier.by', { town: townLabel(t, labels, supplier.town) })}</li>
          </ul>
        </li>
      ))}
    </ul>
  )
}

const mostNamed = 6

function HelpsWith({ t, supplier, helped }: { t: T; supplier: Supplier; helped: Helped }) {
  const known = supplier.entries.flatMap((id) => {
    const text = helped.get(id)
    return text ? [{ id, text }] : []
  })
  if (known.length === 0) return null
  return (
    <p>
      {t('catalogue.supplier.for')}{' '}
      {known.slice(0, mostNamed).map(({ id, text }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a key={id} href={entryPath(id)}>
            {inReader(text, t)}
          </a>
        </>
      ))}
      {known.length > mostNamed ? (
        <>
          {' '}
          <a href={`${supplierPath(supplier.id)}#serves`}>{t.count('catalogue.supplier.more', known.length - mostNamed)}</a>
        </>
      ) : null}
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
  mayEdit: boolean
}

/** Everybody who helps with reuse, to be narrowed by region and by what they do. */
export function SupplierDirectory({ t, suppliers, total, page, pageSize, filter, regions, labels, helped, mayEdit }: DirectoryProps) {
  const isFiltered = filter.region !== undefined || filter.does !== undefined
  const href = (to: number): string => `${suppliersPath}?${new URLSearchParams([...(filter.region ? [['region', filter.region]] : []), ...(filter.does ? [['does', filter.does]] : []), ...(to > 1 ? [['page', String(to)]] : [])]).toString()}`
  return (
    <>
      <PageHead title={t('catalogue.supplier.title')} lead={t('catalogue.supplier.lead')}>
        {mayEdit ? (
          <LinkButton icon="plus" href={`${suppliersPath}/new`}>
            {t('catalogue.supplier.new')}
          </LinkButton>
        ) : null}
      </PageHead>
      <Stack gap="l">
        {regions.length === 0 ? null : (
          <Form action={suppliersPath} method="get" label={t('catalogue.supplier.filter')}>
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
            <SupplierList t={t} suppliers={suppliers} labels={labels} helped={helped} />
            <Pagination label={t('catalogue.pages')} page={page} pages={Math.ceil(total / pageSize)} href={href} words={{ page: t('catalogue.page'), next: t('catalogue.next'), previous: t('catalogue.previous') }} />
          </div>
        )}
      </Stack>
    </>
  )
}
