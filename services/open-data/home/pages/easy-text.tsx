import type { T } from '../../locales/index.ts'

type EasyName = 'home.easy' | 'home.easy-use' | 'licence.easy' | 'request.easy' | 'request.new-easy'

/** A paragraph that exists for readers of Leichte Sprache only; nothing elsewhere. */
export function EasyText({ t, name }: { t: T; name: EasyName }) {
  if (t.locale !== 'de-x-leicht') return null
  return (
    <div class="mr-text mr-leicht">
      {t.lines(name).map((line, at) => (
        <p key={at}>{line.map((run, place) => (run.strong ? <strong key={place}>{run.text}</strong> : run.text))}</p>
      ))}
    </div>
  )
}
