import { MarkdownBlocks } from '@modellregion/ui'
import { readText } from '../rules/text.ts'

/** A text in the small Markdown of the catalogue; what cannot be read stands as paragraphs. */
export function Text({ source, level }: { source: string; level?: 2 | 3 }) {
  return (
    <div class="mr-text">
      <MarkdownBlocks blocks={readText(source, level).blocks} />
    </div>
  )
}
