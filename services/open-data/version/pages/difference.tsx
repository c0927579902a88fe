import { Button, DataTable, DescriptionList, EmptyState, Form, LinkButton, Note, PageHead, Row, Section, Select, Stack, Tag, type Column, type Entry, type TagKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { versionPath } from '../address.ts'
import { isSame, type ChangedRow, type Difference } from '../difference.ts'
import type { ListedVersion } from '../schema.ts'

export type DifferenceProps = { t: T; version: ListedVersion; from: ListedVersion; others: readonly ListedVersion[]; difference: Difference | undefined }

/** What differs between two uploads of a file, row by row. */
export function DifferencePage({ t, version, from, others, difference }: DifferenceProps) {
  const path = `${versionPath(version.id)}/changes`
  return (
    <>
      <PageHead title={t('version.changes-of', { n: version.number, from: from.number })} {...(difference && { lead: `${t('version.summary', difference)}.` })}>
        {difference && !isSame(difference) ? (
          <Row>
            <LinkButton icon="download" href={`${path}.csv?from=${from.id}`}>
              {t('version.difference-csv')}
            </LinkButton>
          </Row>
        ) : null}
      </PageHead>
      <Stack>
        {others.length > 2 ? (
          <Form action={path} method="get">
            <Select name="from" label={t('version.compare-with')} hint={t('version.your-download-hint')} value={from.id} choices={others.filter(({ id }) => id !== version.id).map(({ id, number, createdAt }) => ({ value: id, label: `${t('version.number', { n: number })} (${t.format.date(createdAt)})` }))} />
            <Row>
              <Button kind="quiet">{t('version.compare')}</Button>
            </Row>
          </Form>
        ) : null}
        {difference ? <Found t={t} difference={difference} /> : <EmptyState level={2} icon="data" title={t('version.no-table')} text={t('version.no-table-next')} />}
        <p>
          <a href={versionPath(version.id)}>{t('version.number', { n: version.number })}</a>
        </p>
      </Stack>
    </>
  )
}

function Found({ t, difference }: { t: T; difference: Difference }) {
  if (isSame(difference)) {
    return (
      <Note kind="ok" title={t('version.same')}>
        {t('version.same-text')}
      </Note>
    )
  }
  const { columnsAdded, columnsRemoved, columnsRetyped, key, rows } = difference
  const entries: (Entry | undefined)[] = [
    columnsAdded.length ? { term: t('version.columns-added'), value: columnsAdded.join(', ') } : undefined,
    columnsRemoved.length ? { term: t('version.columns-removed'), value: columnsRemoved.join(', ') } : undefined,
    columnsRetyped.length ? { term: t('version.columns-retyped'), value: columnsRetyped.map(({ id, before, after }) => `${id} (${before} → ${after})`).join(', ') } : undefined,
  ]
  const shown = entries.filter((entry) => entry !== undefined)
  const all = difference.added + difference.removed + difference.changed
  return (
    <>
      {shown.length > 0 ? <DescriptionList entries={shown} /> : null}
      {rows.length > 0 ? (
        <Section id="rows" title={t('version.row-table')}>
          <p class="mr-muted">{key[0] === undefined ? t('version.as-wholes') : t('version.by-key', { key: key[0] })}</p>
          <DataTable id="difference" caption={t('version.row-table')} hideCaption columns={columnsOf(t, difference)} rows={rows} />
          {rows.length < all ? <p class="mr-muted">{t('version.row-part', { shown: rows.length, all })}</p> : null}
        </Section>
      ) : null}
    </>
  )
}

const tones: Readonly<Record<'added' | 'removed' | 'changed', TagKind>> = { added: 'ok', removed: 'warn', changed: 'info' }
const kindOf = ({ before, after }: ChangedRow): 'added' | 'removed' | 'changed' => (before === null ? 'added' : after === null ? 'removed' : 'changed')

function columnsOf(t: T, { columns }: Difference): Column<ChangedRow>[] {
  return [
    { key: '_change', head: t('version.what'), nowrap: true, cell: (row) => <Tag kind={tones[kindOf(row)]}>{t(`version.row.${kindOf(row)}`)}</Tag> },
    ...columns.map((id, at): Column<ChangedRow> => ({ key: id, head: id, cell: (row) => <Value t={t} row={row} at={at} /> })),
  ]
}

function Value({ t, row, at }: { t: T; row: ChangedRow; at: number }) {
  const shown = (value: unknown): string => (value === null || value === undefined ? t('version.empty-cell') : String(value))
  const [was, is] = [row.before?.[at], row.after?.[at]]
  if (row.before === null) return <>{is === null ? '' : shown(is)}</>
  if (row.after === null) return <del>{was === null ? '' : shown(was)}</del>
  if (was === is) return <>{is === null ? '' : shown(is)}</>
  return (
    <>
      <ins>{shown(is)}</ins> <small class="mr-muted">{t('version.was', { value: shown(was) })}</small>
    </>
  )
}
