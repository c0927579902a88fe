import { DataTable, Hy, Note } from '@modellregion/ui'
import { plainOf, type Block, type Inline, type Line } from '../text.ts'

export type BlocksProps = {
  blocks: readonly Block[]
  /** Leichte Sprache: each line of the source stands alone. */
  byLine?: boolean
  /** Level that a heading `##` has on this page. */
  level?: 2 | 3
  words: { done: string; open: string }
}

/** The blocks of a document as markup, in the same order as the PDF. */
export function Blocks({ blocks, byLine = false, level = 2, words }: BlocksProps) {
  let heading = ''
  return (
    <>
      {blocks.map((block, at) => {
        if (block.kind === 'heading') heading = plainOf(block.line)
        return <One key={at} block={block} byLine={byLine} level={level} words={words} heading={heading} at={at} />
      })}
    </>
  )
}

function One({ block, byLine, level, words, heading, at }: Required<Omit<BlocksProps, 'blocks'>> & { block: Block; heading: string; at: number }) {
  switch (block.kind) {
    case 'heading': {
      const Title = `h${level + block.level - 2}` as 'h2' | 'h3' | 'h4' // levels 2 to 4, see the types of both
      return (
        <Title id={block.id}>
          <Hy>{plainOf(block.line)}</Hy>
        </Title>
      )
    }
    case 'paragraph':
      return <Paragraph lines={block.lines} byLine={byLine} />
    case 'list': {
      const items = block.items.map((lines, index) => (
        <li key={index}>
          <Joined lines={lines} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'checklist':
      return (
        <ul class="mr-list mr-stack-s">
          {block.items.map(({ done, line }, index) => (
            <li key={index}>
              <span aria-hidden="true">{done ? '☑' : '☐'}</span> {done ? <span class="mr-vh">{words.done}: </span> : null}
              <Words line={line} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <DataTable
          id={`table-${at}`}
          caption={heading}
          hideCaption
          columns={block.head.map((head, index) => ({ key: String(index), head: plainOf(head), cell: (row: readonly Line[]) => <Words line={row[index] ?? []} />, rowHead: index === 0 }))}
          rows={block.rows}
        />
      )
    case 'note':
      return (
        <Note title={block.title} level={0}>
          {block.paragraphs.map((lines, index) => (
            <Paragraph key={index} lines={lines} byLine={byLine} />
          ))}
        </Note>
      )
  }
}

function Paragraph({ lines, byLine }: { lines: readonly Line[]; byLine: boolean }) {
  if (!byLine)
    return (
      <p>
        <Joined lines={lines} />
      </p>
    )
  return (
    <div>
      {lines.map((line, at) => (
        <p key={at}>
          <Words line={line} />
        </p>
      ))}
    </div>
  )
}

function Joined({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line, at) => (
        <>
          {at > 0 ? ' ' : null}
          <Words line={line} />
        </>
      ))}
    </>
  )
}

export function Words({ line }: { line: Line }) {
  return <>{line.map((part, at) => <Piece key={at} part={part} />)}</>
}

function Piece({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'text':
      return <Hy>{part.text}</Hy>
    case 'strong':
      return (
        <strong>
          <Hy>{part.text}</Hy>
        </strong>
      )
    case 'soft':
      return <em>{part.text}</em>
    case 'link':
      return <a href={part.href}>{part.text}</a>
    case 'blank':
      return <mark>[{part.text}]</mark>
  }
}
