import { useState } from 'preact/hooks'
import { Icon } from '../icon/icon.tsx'

export type CodeBlockProps = {
  /** Several lines, kept as they are. */
  code: string
  /** Name of the block for screen readers: "Abruf mit Python". */
  label: string
  words: { copy: string; copied: string }
}

/** Lines to take along. Without script they can be selected; the button comes with the script. */
export function CodeBlock({ code, label, words }: CodeBlockProps) {
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => {
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div class="mr-code">
      <pre class="mr-code__lines" role="region" aria-label={label} tabindex={0}>
        <code>{code}</code>
      </pre>
      <button class="mr-btn mr-btn--quiet mr-btn--s mr-copy__button" type="button" onClick={copy}>
        <Icon name={isCopied ? 'check' : 'link'} size="s" />
        {isCopied ? words.copied : words.copy}
        <span class="mr-vh">: {label}</span>
      </button>
      <span class="mr-vh" role="status">
        {isCopied ? words.copied : ''}
      </span>
    </div>
  )
}
