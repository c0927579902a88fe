import { useEffect, useState } from 'preact/hooks'
import type { Similar } from '../schema.ts'

export type SimilarWhileTypingProps = {
  /** Id of the text field. */
  field: string
  /** Address that answers `?q=` with `{ similar: Similar[] }`. */
  href: string
  words: { title: string; count: string; countOne: string; request: string; dataset: string }
}

/** Shows what sounds alike while somebody types. Without script the same list comes with the first sending. */
export function SimilarWhileTyping({ field, href, words }: SimilarWhileTypingProps) {
  const [similar, setSimilar] = useState<readonly Similar[]>([])
  useEffect(() => {
    const input = document.getElementById(field)
    if (!(input instanceof HTMLInputElement)) return undefined
    let waiting: ReturnType<typeof setTimeout> | undefined
    let asked = new AbortController()
    const ask = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        asked.abort()
        asked = new AbortController()
        void find(href, input.value, asked.signal).then((found) => found && setSimilar(found))
      }, 400)
    }
    input.addEventListener('input', ask)
    ask() // what was typed before this script came counts too
    return () => {
      clearTimeout(waiting)
      asked.abort()
      input.removeEventListener('input', ask)
    }
  }, [field, href])
  const counted = (similar.length === 1 ? words.countOne : words.count).replace('{n}', String(similar.length))
  return (
    <div class="mr-stack-s">
      <span class="mr-vh" role="status">
        {similar.length > 0 ? counted : ''}
      </span>
      {similar.length > 0 ? (
        <>
          <p class="mr-strong">{words.title}</p>
          <div class="mr-text">
            <ul>
              {similar.map((one) => (
                <li key={one.href}>
                  <a href={one.href} target="_blank" rel="noopener">
                    {one.title}
                  </a>{' '}
                  <span class="mr-muted">({one.kind === 'request' ? words.request : words.dataset})</span>
                </li>
              ))}
            </ul>
          </div>
        </>
      ) : null}
    </div>
  )
}

async function find(href: string, typed: string, signal: AbortSignal): Promise<readonly Similar[] | undefined> {
  if (typed.trim().length < 4) return []
  const answer = await fetch(`${href}?q=${encodeURIComponent(typed)}`, { signal }).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as { similar: readonly Similar[] }).similar : undefined // our own address, of the same release
}
