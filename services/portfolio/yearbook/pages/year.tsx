import type { Block } from '@modellregion/standards'
import { BarChart, ChartFrame, DataTable, Grid, KeyFigure, LinkButton, MarkdownBlocks, Note, PageHead, Prose, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { YearFigures } from '../schema.ts'
import { keyFigures, sectionsOf, yearPath, type SaySection, type SayTable } from './say.ts'

export type YearProps = {
  readonly t: PageT
  readonly figures: YearFigures
  readonly foreword: readonly Block[]
  /** Null: a draft, with the figures of this moment. */
  readonly published: { readonly at: Date; readonly sha256: string } | null
  readonly mayEdit: boolean
  readonly mayPublish: boolean
  /** The days of the year are over. */
  readonly isOver: boolean
  readonly isJustPublished: boolean
}

/** A yearbook: what the office says, and what the data say. */
export function YearPage({ t, figures, foreword, published, mayEdit, mayPublish, isOver, isJustPublished }: YearProps) {
  const at = yearPath(figures.year)
  const shown = keyFigures(t, figures)
  return (
    <>
      {isJustPublished ? <Note kind="ok" role="status" level={0} title={t('yearbook.published-now')} /> : null}
      <PageHead title={t('yearbook.year.title', { year: figures.year })} lead={t('yearbook.year.lead')}>
        <Row>
          <LinkButton href={`${at}.pdf`} icon="download">
            {t('yearbook.pdf')}
          </LinkButton>
          {published ? (
            <LinkButton kind="quiet" href={`${at}.json`}>
              {t('yearbook.json')}
            </LinkButton>
          ) : null}
          {mayEdit ? (
            <LinkButton kind="quiet" icon="edit" href={`${at}/foreword`}>
              {t(foreword.length === 0 ? 'yearbook.foreword.write' : 'yearbook.foreword.change')}
            </LinkButton>
          ) : null}
          {mayPublish ? (
            <LinkButton kind="quiet" href={`${at}/publish`}>
              {t('yearbook.publish')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      <Stack gap="l">
        {published ? null : (
          <Note kind="warn" level={0} title={t('yearbook.draft')}>
            {t('yearbook.draft-text')} {isOver ? null : t('yearbook.not-over')}
          </Note>
        )}
        {foreword.length > 0 ? (
          <Section id="foreword" title={t('yearbook.foreword.title')}>
            <Prose>
              <MarkdownBlocks blocks={below(foreword)} />
            </Prose>
          </Section>
        ) : null}
        {shown.length > 0 ? (
          <Section id="figures" title={t('yearbook.figures.title', { year: figures.year })}>
            <Grid min={15}>
              {shown.map(({ label, value }) => (
                <KeyFigure key={label} label={label} value={value} />
              ))}
            </Grid>
          </Section>
        ) : null}
        {sectionsOf(t, figures).map((section) => (
          <SectionOf key={section.id} t={t} section={section} />
        ))}
        <Section id="origin" title={t('yearbook.origin.title')}>
          <Prose>
            <p>{t('yearbook.origin.text', { day: figures.standOn })}</p>
            {published ? <p class="mr-break">{t('yearbook.origin.frozen', { day: published.at, sha256: published.sha256 })}</p> : null}
          </Prose>
        </Section>
      </Stack>
    </>
  )
}

// The foreword is one part of the page, so its headings stand below the heading of that part.
const below = (blocks: readonly Block[]): readonly Block[] => blocks.map((block): Block => (block.kind === 'heading' ? { ...block, level: 3 } : block))

function SectionOf({ t, section: { id, title, lead, empty, chart, tables } }: { t: PageT; section: SaySection }) {
  return (
    <Section id={id} title={title}>
      <Stack>
        {lead ? <p>{lead}</p> : null}
        {empty ? <p>{empty}</p> : null}
        {chart ? (
          <ChartFrame
            id={chart.id}
            finding={chart.finding}
            unit={chart.unit}
            source={t('yearbook.source')}
            words={{ asTable: t('yearbook.as-table') }}
            table={{ heads: [...chart.head], rows: chart.bars.map(({ label, text }) => [label, text]) }}
          >
            <BarChart label={chart.finding} bars={chart.bars} format={(value) => t.format.number(value)} />
          </ChartFrame>
        ) : null}
        {empty ? null : tables.map((table) => <TableOf key={table.id} table={table} />)}
      </Stack>
    </Section>
  )
}

function TableOf({ table: { id, caption, head, numbers, rows, foot } }: { table: SayTable }) {
  return (
    <DataTable
      id={id}
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={head.map((text, at) => ({
        key: String(at),
        head: text,
        rowHead: at === 0,
        ...(numbers.includes(at) && { align: 'end' as const }),
        cell: ({ cells, href }: SayTable['rows'][number]) => (at === 0 && href !== undefined ? <a href={href}>{cells[at]}</a> : cells[at]),
      }))}
      foot={foot ? [{ head: foot[0] ?? '', cells: Object.fromEntries(foot.map((text, at) => [String(at), text])) }] : []}
    />
  )
}
