import { MarkdownBlocks } from '@modellregion/ui'
import { readText } from '../rules/text.ts'

/** A text in the small Markdown of the catalogue; what cannot be read stands as paragraphs. */
export function Text({ source }: { source: string }) {
  return (
    <div class="mr-text">
      <MarkdownBlocks blocks={readText(source).blocks} />
    </div>
  )
}
