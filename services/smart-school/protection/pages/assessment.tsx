import { DataTable, LinkButton, Note, PageHead, Prose, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { plainOf, type Block } from '@modellregion/standards'

type Props = { t: PageT; version: string; now: Date; blocks: readonly Block[] }

/** The draft of the impact assessment, as it follows from the configuration. */
export function AssessmentPage({ t, version, now, blocks }: Props) {
  return (
    <>
      <PageHead title={t('protection.dpia.title')}>
        <p class="mr-small mr-muted">{t('protection.version', { version, at: now })}</p>
      </PageHead>
      <Stack>
        <Note kind="warn" level={0} title={t('protection.dpia.draft')} />
        <p>
          <LinkButton kind="quiet" href="/smart-school/protection/assessment.pdf">
            {t('protection.link.pdf')}
          </LinkButton>
        </p>
        {blocks.map((block, at) => (
          <Part key={String(at)} block={block} id={`table-${at}`} caption={lastHeading(blocks, at)} />
        ))}
      </Stack>
    </>
  )
}

const lastHeading = (blocks: readonly Block[], at: number): string => blocks.slice(0, at).findLast((block) => block.kind === 'heading')?.text ?? ''

function Part({ block, id, caption }: { block: Block; id: string; caption: string }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'paragraph':
      return <p class="mr-text">{plainOf(block.pieces)}</p>
    case 'list':
      return (
        <Prose>
          <ul>
            {block.items.map((item) => (
              <li key={plainOf(item)}>{plainOf(item)}</li>
            ))}
          </ul>
        </Prose>
      )
    case 'table':
      return <DataTable id={id} caption={caption} hideCaption rows={block.rows} columns={block.head.map((head, column) => ({ key: String(column), head: plainOf(head), rowHead: column === 0, cell: (row: (typeof block.rows)[number]) => plainOf(row[column] ?? []) }))} />
    case 'code':
      return <pre>{block.text}</pre>
  }
}
