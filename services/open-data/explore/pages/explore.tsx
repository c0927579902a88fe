import type { ComponentChildren } from 'preact'
import { ErrorSummary, Note, PageHead, SearchBox, Split, Stack, Tabs } from '@modellregion/ui'
import { labelOf, viewKinds, type ViewKind } from '../schema.ts'
import { placesOf } from '../columns.ts'
import { hrefOf } from '../selection.ts'
import type { FilterOffer } from '../table-data.ts'
import { Chips, Filters } from './filters.tsx'
import { errorText, keepAll, type Frame } from './frame.ts'

export type ExplorePageProps = Frame & { offers: readonly FilterOffer[]; children: ComponentChildren; below?: ComponentChildren }

/** The frame around every view of a table: what it is, the ways to look at it, filters beside it. */
export function ExplorePage(props: ExplorePageProps) {
  const { t, path, selection, facts, file, dataset, children, below } = props
  return (
    <>
      <Misreadings {...props} />
      <PageHead title={dataset.title} lead={t('explore.lead', { file: file.title, rows: facts.rows, columns: facts.fields.length })}>
        {selection.view === 'sql' ? null : <SearchBox action={path} label={t('explore.search-label')} button={t('list.search')} value={selection.q} keep={keepAll(selection, (name) => name === 'q')} />}
      </PageHead>
      <Stack>
        <OldVersion {...props} />
        <Tabs label={t('explore.views')} tabs={viewKinds.filter((kind) => kind !== 'map' || placesOf(facts.fields)).map((kind) => tabOf(kind, props))} />
        {selection.view === 'sql' ? (
          children
        ) : (
          <Split side="start">
            <Filters {...props} />
            <Stack>
              <Chips {...props} />
              {children}
            </Stack>
          </Split>
        )}
        {below}
      </Stack>
    </>
  )
}

// A view keeps the filters of the others; only what belongs to one picture stays with it.
const tabOf = (view: ViewKind, { t, path, selection }: Frame) => ({ href: hrefOf(path, selection, { view }), label: t(`explore.view.${view}`), current: view === selection.view })

function Misreadings({ t, misread, facts, selection, offers }: ExplorePageProps) {
  if (misread.length === 0) return null
  const errors = misread.flatMap(({ name }) => {
    const part = name.startsWith('from.') ? 'from' : 'to'
    const column = name.slice(part.length + 1)
    const at = offers.findIndex(({ field }) => field.id === column)
    const field = facts.fields.find(({ id }) => id === column)
    const message = errorText(t, misread, name)
    return field && message ? [{ ...(at >= 0 && selection.view !== 'sql' && { field: `range-${at}-${part}` }), text: `${labelOf(field)}: ${message}` }] : []
  })
  return <ErrorSummary title={t('explore.misread')} errors={errors} />
}

function OldVersion({ t, version, path, selection }: Frame) {
  if (!version || version.number === version.newest) return null
  return (
    <Note kind="info" level={0} title={t('explore.old-version', { number: version.number, day: t.format.date(version.createdAt) })}>
      <a href={hrefOf(path, selection, { version: undefined })}>{t('explore.newest-version', { number: version.newest })}</a>
    </Note>
  )
}
