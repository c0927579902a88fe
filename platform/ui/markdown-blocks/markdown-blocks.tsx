import type { Block, Piece } from '@modellregion/standards'

/** A text of the small Markdown that `readMarkdown` reads, as a page shows it. */
export function MarkdownBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <BlockOf key={String(at)} block={block} at={at} />
      ))}
    </>
  )
}

function BlockOf({ block, at }: { block: Block; at: number }) {
  switch (block.kind) {
    case 'heading': {
      const Title = `h${block.level}` as const
      return <Title>{block.text}</Title>
    }
    case 'paragraph':
      return (
        <p>
          <Pieces of={block.pieces} />
        </p>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={String(index)}>
              <Pieces of={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <div class="mr-tablebox" role="group" aria-label={block.head.map((cell) => cell.map(({ text }) => text).join('')).join(', ')} tabindex={0}>
          <table class="mr-table" id={`table-${at}`}>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={String(index)} scope="col">
                    <Pieces of={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={String(index)}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <th key={String(column)} scope="row">
                        <Pieces of={cell} />
                      </th>
                    ) : (
                      <td key={String(column)}>
                        <Pieces of={cell} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'code':
      return (
        <pre class="mr-code__lines" tabindex={0}>
          <code>{block.text}</code>
        </pre>
      )
  }
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return (
    <>
      {of.map((piece, at) => {
        if (piece.kind === 'strong') return <strong key={String(at)}>{piece.text}</strong>
        // An address of the platform is a link here, and readable where the file is read.
        if (piece.kind === 'code' && /^\/[a-z][a-z0-9-]*(\/|$)/.test(piece.text)) return <a key={String(at)} href={piece.text}>{piece.text}</a>
        if (piece.kind === 'code') return <code key={String(at)}>{piece.text}</code>
        if (piece.kind === 'link') return <a key={String(at)} href={piece.href}>{piece.text}</a>
        return <>{piece.text}</>
      })}
    </>
  )
}
