import { Prose } from '@modellregion/ui'

const listItem = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/

type Block = { kind: 'paragraph' | 'list'; lines: string[] }

/** A description as its publisher wrote it: paragraphs stay paragraphs, lines that begin with a dash become a list. */
export function Description({ text, lang }: { text: string; lang: string | undefined }) {
  return (
    <div lang={lang}>
      <Prose>
        {blocksOf(text).map((block, at) =>
          block.kind === 'list' ? (
            <ul key={at}>
              {block.lines.map((line, place) => (
                <li key={place}>
                  <Linked text={line.replace(listItem, '')} />
                </li>
              ))}
            </ul>
          ) : (
            <p key={at}>
              {block.lines.map((line, place) => (
                <>
                  {place > 0 ? <br /> : null}
                  <Linked text={line} />
                </>
              ))}
            </p>
          ),
        )}
      </Prose>
    </div>
  )
}

const link = /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/

// Links come as `[words](https://…)` from the cleaning of descriptions.
function Linked({ text }: { text: string }) {
  return <>{text.split(new RegExp(link, 'g')).map((part, at, parts) => (at % 3 === 1 ? <a key={at} href={parts[at + 1] ?? ''}>{part}</a> : at % 3 === 2 ? null : part))}</>
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const paragraph of text.split(/\n{2,}/)) {
    let open: Block | undefined
    for (const line of paragraph.split('\n').filter((one) => one.trim() !== '')) {
      const kind = listItem.test(line) ? 'list' : 'paragraph'
      if (open?.kind === kind) open.lines.push(line)
      else blocks.push((open = { kind, lines: [line] }))
    }
  }
  return blocks
}
