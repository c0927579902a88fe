import { useState } from 'preact/hooks'
import { Icon } from '../icon/icon.tsx'

export type CopyTextProps = {
  /** What is copied, and shown. */
  text: string
  /** Said before the text for screen readers: "Zitieren als" */
  label: string
  words: { copy: string; copied: string }
}

/** A line to take along: a citation, an address of an API. Without script it is a text one can select; the button comes with the script. */
export function CopyText({ text, label, words }: CopyTextProps) {
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div class="mr-copy">
      <span class="mr-vh">{label}: </span>
      <code class="mr-copy__text">{text}</code>
      <button class="mr-btn mr-btn--quiet mr-btn--s mr-copy__button" type="button" onClick={copy}>
        <Icon name={isCopied ? 'check' : 'link'} size="s" />
        {isCopied ? words.copied : words.copy}
      </button>
      <span class="mr-vh" role="status">
        {isCopied ? words.copied : ''}
      </span>
    </div>
  )
}
