/** First element of the page: jumps over the header. Seen only with focus. */
export function SkipLink({ label, to = 'inhalt' }: { label: string; to?: string | undefined }) {
  return (
    <a class="mr-skip" href={`#${to}`}>
      {label}
    </a>
  )
}
