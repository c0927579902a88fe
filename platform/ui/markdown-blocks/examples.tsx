import { readMarkdown } from '@modellregion/standards'
import type { Example } from '../gallery/example.ts'
import { MarkdownBlocks } from './markdown-blocks.tsx'

const text = ['---', 'title: Vorlage', '---', '## Ablauf', 'Zuerst **fragen**, dann `/portfolio` öffnen.', '', '- eins', '- zwei', '', '| Wer | Wann |', '|---|---|', '| Amt | Mai |', '', '```', 'wert = 1', '```'].join('\n')

export const examples: Example[] = [{ name: 'all-blocks', body: <MarkdownBlocks blocks={readMarkdown(text).blocks} /> }]
