import { EmptyState, Island, Note } from '@modellregion/ui'
import { Sql } from '../sql.island.tsx'
import { sqlExamples } from '../sql-examples.ts'
import { hrefOf } from '../selection.ts'
import type { Frame } from './frame.ts'

const mostRows = 200_000

/** SQL in the reader's own browser. Without script: what it is, and the ways to the same answers. */
export function SqlView({ t, path, file, selection, facts, isWritten, tableBytes }: Frame) {
  if (isWritten) return <EmptyState level={2} title={t('explore.sql-written')} text={t('open-data.explore.parquet-written')} />
  const address = `/open-data/table/${file.id}.parquet${selection.version ? `?version=${selection.version}` : ''}`
  return (
    <div class="mr-stack">
      <Island
        name="sql"
        of={Sql}
        props={{
          address,
          fields: facts.fields.map(({ id, type, label }) => ({ id, type, ...(label && { label }) })),
          rows: facts.rows,
          tableBytes,
          mostRows,
          examples: sqlExamples(facts).map(({ kind, column, sql }) => ({ label: t(`explore.sql-example.${kind}`, { column }), sql })),
          locale: t.locale === 'en' ? 'en-GB' : 'de-DE',
          words: {
            lead: t('explore.sql-lead'),
            start: t('explore.sql-start'),
            engineSize: t('explore.sql-size', { mb: '{mb}' }),
            unpackedSize: t('explore.sql-size-unknown'),
            loadingEngine: t('explore.sql-loading-engine', { mb: '{mb}' }),
            loadingTable: t('explore.sql-loading-table', { mb: '{mb}' }),
            filling: t('explore.sql-filling'),
            failed: t('explore.sql-failed', { reason: '{reason}' }),
            ready: t('explore.sql-ready', { n: '{n}' }),
            cutTable: t('explore.sql-cut-table', { n: '{n}', all: '{all}' }),
            columns: t('explore.sql-columns'),
            query: t('explore.sql-query'),
            run: t('explore.sql-run'),
            cancel: t('explore.sql-cancel'),
            running: t('explore.sql-running'),
            error: t('explore.sql-error', { reason: '{reason}' }),
            cancelled: t('explore.sql-cancelled'),
            result: t('explore.sql-result', { n: '{n}', ms: '{ms}' }),
            cutResult: t('explore.sql-cut-result', { n: '{n}' }),
            csv: t('explore.sql-csv'),
            examples: t('explore.sql-examples'),
            asBars: t('explore.sql-bars'),
          },
        }}
      />
      <div class="mr-unscripted">
        <Note kind="info" level={0} title={t('explore.sql-without')}>
          <ul>
            <li>
              <a href={hrefOf(path, selection, { view: 'group' })}>{t('explore.view.group')}</a>
            </li>
            <li>
              <a href={hrefOf(path, selection, { view: 'code' })}>{t('explore.view.code')}</a>
            </li>
            <li>
              <a href={`/open-data/table/${file.id}/query`}>{t('explore.sql-typed')}</a>
            </li>
          </ul>
        </Note>
      </div>
    </div>
  )
}
