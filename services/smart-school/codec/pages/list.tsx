import { Button, Chip, DataTable, EmptyState, LinkButton, PageHead, Pagination, Row, Stack, Tag, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Checked } from '../schema.ts'
import { codecHref, ExamplesTag } from './parts.tsx'

/** `state`: what a technician has to know first. `draft`: the newest version that is not in use. */
export type CodecRow = {
  readonly id: string
  readonly name: string
  readonly maker: string
  readonly origin: 'shipped' | 'town'
  readonly version: number | null
  readonly draft: number | null
  readonly devices: number
  readonly failed: number
  readonly resting: boolean
  readonly results: readonly Pick<Checked, 'ok'>[]
}
export type CodecListProps = { t: PageT; rows: readonly CodecRow[]; found: number; makers: readonly string[]; maker: string | undefined; text: string; at: number; pages: number }

export function CodecListPage({ t, rows, found, makers, maker, text, at, pages }: CodecListProps) {
  return (
    <>
      <PageHead title={t('codec.title')} lead={t('codec.lead')}>
        <LinkButton icon="plus" href="/smart-school/codec/new">
          {t('codec.new')}
        </LinkButton>
      </PageHead>
      <Stack>
        <nav aria-label={t('codec.filter.maker')}>
          <Row>
            {[undefined, ...makers].map((one) => (one === maker ? <Tag key={one ?? ''} kind="info" icon="check">{one ?? t('codec.filter.all')}</Tag> : <Chip key={one ?? ''} href={one === undefined ? codecHref() : `${codecHref()}?maker=${encodeURIComponent(one)}`}>{one ?? t('codec.filter.all')}</Chip>))}
          </Row>
        </nav>
        <form class="mr-row" action={codecHref()} method="get">
          {maker === undefined ? null : <input type="hidden" name="maker" value={maker} />}
          <TextField name="text" label={t('codec.filter.text')} value={text} width={20} />
          <Button kind="quiet">{t('codec.filter.apply')}</Button>
        </form>
        <DataTable
          id="codecs"
          caption={t('codec.list')}
          captionNote={t.format.number(found)}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState level={2} icon="cog" title={t('codec.filter.none')} text={t('codec.filter.none-next')} />}
          columns={[
            { key: 'name', head: t('codec.column.name'), rowHead: true, cell: ({ id, name }) => <a href={codecHref(id)}>{name}</a> },
            { key: 'maker', head: t('codec.column.maker'), cell: ({ maker: by }) => by },
            { key: 'origin', head: t('codec.facts.origin'), cell: ({ origin }) => t(`codec.origin.${origin}`) },
            { key: 'version', head: t('codec.column.version'), align: 'end', cell: ({ version }) => version ?? '–' },
            { key: 'devices', head: t('codec.column.devices'), align: 'end', cell: ({ devices }) => t.format.number(devices) },
            { key: 'examples', head: t('codec.column.examples'), cell: ({ results }) => <ExamplesTag t={t} results={results} /> },
            { key: 'state', head: t('codec.column.state'), cell: (row) => <StateTag t={t} row={row} /> },
          ]}
        />
        <Pagination label={t('codec.pages')} page={at} pages={pages} href={(to) => `${codecHref()}?${new URLSearchParams({ ...(maker !== undefined && { maker }), ...(text !== '' && { text }), page: String(to) }).toString()}`} words={{ page: t('codec.page'), next: t('codec.next'), previous: t('codec.previous') }} />
      </Stack>
    </>
  )
}

function StateTag({ t, row }: { t: PageT; row: CodecRow }) {
  if (row.resting) return <Tag kind="bad">{t('codec.state.resting')}</Tag>
  if (row.failed > 0) return <Tag kind="bad">{t('codec.state.failed', { n: row.failed })}</Tag>
  if (row.draft !== null) return <Tag kind="warn">{row.version === null ? t('codec.state.none-active') : t('codec.state.draft', { version: row.draft })}</Tag>
  return row.devices > 0 ? <Tag kind="ok">{t('codec.state.active')}</Tag> : <Tag>{t('codec.state.unused')}</Tag>
}
