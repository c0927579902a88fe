import { Button, DataTable, Form, FormEnd, LinkButton, Note, Panel, Row, SearchBox, Tag, TextArea, TextField } from '@modellregion/ui'
import type { Typed } from '../../forms/index.ts'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Tenant } from '../../tenancy/index.ts'
import type { Errors } from '../../forms/errors.ts'
import { typedOf } from '../../forms/typed.ts'
import { Console } from './console.tsx'

type ListProps = { t: Say<KernelWords>; towns: readonly (Tenant & { address: string })[]; done: string | undefined }

export function TownsPage({ t, towns, done }: ListProps) {
  return (
    <Console t={t} title={t('admin.towns')} lead={t('admin.towns-lead')} done={done} actions={<Row><LinkButton href="/admin/towns/new">{t('admin.town-new')}</LinkButton></Row>}>
      <DataTable
        id="towns"
        kind="work"
        caption={t('admin.towns')}
        hideCaption
        rows={towns}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: t('admin.town'), rowHead: true, cell: (town) => <a href={`/admin/towns/${town.id}`}>{`${town.kind} ${town.name}`}</a> },
          { key: 'ags', head: 'AGS', cell: ({ ags }) => ags },
          { key: 'address', head: t('admin.town-hosts'), cell: ({ address, hosts }) => <a href={address}>{hosts[0] ?? new URL(address).host}</a> },
          { key: 'services', head: t('admin.services'), cell: ({ services }) => t.count('admin.town-services-count', services.length) },
          { key: 'kind', head: t('admin.note'), cell: ({ invented }) => (invented ? <Tag>{t('admin.town-invented')}</Tag> : null) },
        ]}
      />
    </Console>
  )
}

type NewProps = {
  t: Say<KernelWords>
  csrf: string
  typed: Typed
  errors: Errors
  query: string
  /** Municipalities of that name, or undefined when nothing was searched. */
  found: readonly { label: string; href: string }[] | undefined
  taken: boolean
}

/** A town in one form; name, key and postcodes come from the directory of municipalities. */
export function NewTownPage({ t, csrf, typed, errors, query, found, taken }: NewProps) {
  const field = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <Console t={t} title={t('admin.town-new')} errors={errors}>
      <Panel title={t('admin.town-search')}>
        <SearchBox action="/admin/towns/new" label={t('admin.town-search-hint')} button={t('search.submit')} value={query} id="town-q" />
        <p class="mr-hint">{t('admin.town-search-hint')}</p>
        {found === undefined ? null : found.length === 0 ? (
          <p>{t('admin.town-search-none', { query })}</p>
        ) : (
          <ul class="mr-list">
            {found.map((town) => (
              <li key={town.href}>
                <a href={town.href}>{town.label}</a>
              </li>
            ))}
          </ul>
        )}
        {taken ? <Note kind="ok" level={0} role="status" title={t('admin.town-search-taken')} /> : null}
      </Panel>
      <Form action="/admin/towns" csrf={csrf}>
        <TextField {...field('name')} label={t('admin.town-name')} maxLength={100} />
        <TextField {...field('kind')} label={t('admin.town-kind')} hint={t('admin.town-kind-hint')} width={20} maxLength={40} />
        <TextField {...field('id')} label={t('admin.town-id')} hint={t('admin.town-id-hint')} width={20} maxLength={41} />
        <TextField {...field('ags')} label={t('admin.town-ags')} hint={t('admin.town-ags-hint')} numeric width={10} maxLength={20} />
        <TextField {...field('postcodes')} label={t('admin.town-postcodes')} hint={t('admin.town-postcodes-hint')} optional={t('form.optional')} maxLength={1_000} />
        <TextArea {...field('hosts')} label={t('admin.town-hosts')} hint={t('admin.town-hosts-hint', { example: 'portal.musterstadt.de' })} optional={t('form.optional')} rows={3} maxLength={2_000} />
        <FormEnd>
          <Button>{t('admin.town-create')}</Button>
          <LinkButton kind="bare" href="/admin/towns">
            {t('action.back')}
          </LinkButton>
        </FormEnd>
      </Form>
    </Console>
  )
}
