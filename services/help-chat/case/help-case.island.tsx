import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { sayWith } from '../app/say.ts'

export type HelpCaseProps = {
  words: Readonly<Record<string, string>>
  lang: 'de' | 'en' | 'de-x-leicht'
  /** Other ways to reach somebody, in whole sentences: they stand there without script. */
  ways: readonly string[]
}

/**
 * The door to the app of the anonymous person. Keys are made and texts are sealed in the browser, so without script it cannot work; then the page
 * says why, and names the other ways. The app itself is loaded by the browser alone: the server never draws a view of it.
 */
export function HelpCase({ words, lang, ways }: HelpCaseProps) {
  const say = sayWith(words)
  const [App, setApp] = useState<ComponentType<{ words: HelpCaseProps['words']; lang: HelpCaseProps['lang'] }>>()
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    import('./views/app.tsx').then(
      (module) => setApp(() => module.App),
      () => setBroken(true),
    )
  }, [])
  if (App) return <App words={words} lang={lang} />
  return (
    <div class="mr-stack-m">
      <h1>{say('case.title')}</h1>
      {isBroken ? null : (
        <p class="mr-scripted" role="status">
          {say('case.loading')}
        </p>
      )}
      <div class={isBroken ? 'mr-note mr-note--warn' : 'mr-note mr-note--warn mr-unscripted'}>
        <p class="mr-note__title">{say('case.script.title')}</p>
        {say('case.script.text')
          .split('\n')
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
        <p>{say('case.script.ways')}</p>
        <ul class="hc-list">
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
