import { useEffect, useState } from 'preact/hooks'
import { lettersIn } from '../rules.ts'

export type CharactersLeftProps = {
  /** Id of the text field. */
  field: string
  limit: number
  /** `{n}` stands for the number. */
  words: { left: string; over: string }
}

/**
 * Counts while somebody types. Without script there is nothing to see: the hint of the field names the limit, and the server
 * judges. Screen readers hear the number after a pause only.
 */
export function CharactersLeft({ field, limit, words }: CharactersLeftProps) {
  const [text, setText] = useState<string>()
  const [heard, setHeard] = useState('')
  useEffect(() => {
    const area = document.getElementById(field)
    if (!(area instanceof HTMLTextAreaElement)) return undefined
    const count = (): void => setText(area.value)
    count()
    area.addEventListener('input', count)
    return () => area.removeEventListener('input', count)
  }, [field])
  const left = limit - lettersIn(text ?? '')
  const sentence = text === undefined ? '' : (left < 0 ? words.over : words.left).replace('{n}', String(Math.abs(left)))
  useEffect(() => {
    const pause = setTimeout(() => setHeard(sentence), 1_000)
    return () => clearTimeout(pause)
  }, [sentence])
  return (
    <>
      <p class={left < 0 ? 'mr-small mr-num mr-error' : 'mr-small mr-num mr-muted'} aria-hidden="true">
        {sentence}
      </p>
      <span class="mr-vh" role="status">
        {heard}
      </span>
    </>
  )
}
