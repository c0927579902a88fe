import encodeQR from 'qr'
import { useEffect, useRef, useState } from 'preact/hooks'
import { readSecret, secretCode } from '../../crypto/secret.ts'
import { useHere } from './here.ts'
import { Box, Button, describedBy, fieldClass, Note, Page, Text, Typed } from './parts.tsx'

/** The return secret, once: as words, as a code, as a card to print. The card names neither the service nor the town. */
export function Card({ words }: { words: readonly string[] }) {
  const { say, dispatch } = useHere()
  const [isCopied, setCopied] = useState(false)
  const code = secretCode(words)
  useNeutralTitle()
  return (
    <Page title={say('case.card.title')} lead="case.card.lead">
      <div class="hc-noprint">
        <Note kind="warn" title={say('case.card.lost')}>
          <Text id="case.card.lost-text" />
        </Note>
      </div>
      <section class="hc-card" aria-labelledby="card-words">
        <h2 id="card-words" class="mr-h3">
          {say('case.card.words')}
        </h2>
        <div class="hc-card__inside">
          <ol class="hc-words" lang="de">
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <QrPicture text={code} />
        </div>
        <p class="hc-code">
          <span class="mr-vh">{say('case.card.code')}: </span>
          {code}
        </p>
      </section>
      <div class="mr-stack-s hc-noprint">
        <div class="mr-row">
          <Button id="card-next" onClick={() => dispatch({ kind: 'show', view: 'retype' })}>
            {say('case.card.next')}
          </Button>
          <Button kind="quiet" onClick={() => print()}>
            {say('case.card.print')}
          </Button>
          <Button kind="quiet" onClick={() => void navigator.clipboard.writeText(words.join(' ')).then(() => setCopied(true), () => setCopied(false))}>
            {say('case.card.copy')}
          </Button>
        </div>
        <p class="mr-small mr-muted">{say('case.card.copy-warning')}</p>
        <p role="status">{isCopied ? say('case.card.copied') : ''}</p>
      </div>
    </Page>
  )
}

// A browser prints the title of the page above the card.
function useNeutralTitle(): void {
  useEffect(() => {
    const before = document.title
    const hide = (): string => (document.title = '\u200b')
    const show = (): string => (document.title = before)
    addEventListener('beforeprint', hide)
    addEventListener('afterprint', show)
    return () => {
      removeEventListener('beforeprint', hide)
      removeEventListener('afterprint', show)
    }
  }, [])
}

/** Drawn as one path: no text becomes markup. */
function QrPicture({ text }: { text: string }) {
  const { say } = useHere()
  const dots = encodeQR(text, 'raw', { border: 4 })
  const path = dots.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="hc-qr" role="img" aria-label={say('case.card.qr')} viewBox={`0 0 ${dots.length} ${dots.length}`} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  )
}

/** The words once more, before anybody leaves without them. */
export function Retype({ words }: { words: readonly string[] }) {
  const { say, dispatch } = useHere()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [isSkipping, setSkipping] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const check = (): void => {
    const read = readSecret(typed)
    if ('words' in read && read.words.every((word, at) => word === words[at])) return dispatch({ kind: 'opened' })
    setError('words' in read ? 'other' : read.refusal)
    field.current?.focus()
  }
  return (
    <Page title={say('case.retype.title')} lead="case.retype.lead">
      <Typed onSend={check}>
        <div class={fieldClass(error)}>
          <label class="mr-label" for="retype">
            {say('case.retype.label')}
          </label>
          <div class="mr-hint" id="retype-hint">
            {say('case.return.hint')}
          </div>
          {error === undefined ? null : (
            <p class="mr-error" id="retype-error" role="alert">
              {say(`case.retype.${error}`)}
            </p>
          )}
          <textarea class="mr-area hc-secret" id="retype" rows={3} lang="de" value={typed} ref={field} autocomplete="off" autocapitalize="none" spellcheck={false} aria-invalid={error === undefined ? undefined : 'true'} aria-describedby={describedBy('retype', true, error)} onInput={(event) => setTyped(event.currentTarget.value)} />
        </div>
        <div class="mr-row mr-formend">
          <Button submit>{say('case.retype.check')}</Button>
          <Button kind="bare" onClick={() => dispatch({ kind: 'show', view: 'card' })}>
            {say('case.retype.again')}
          </Button>
        </div>
      </Typed>
      <div class="mr-stack-s">
        <Box type="checkbox" id="skip" name="skip" checked={isSkipping} label={say('case.retype.skip')} hint={say('case.retype.skip-hint')} onChange={setSkipping} />
        {isSkipping ? (
          <Button kind="danger" onClick={() => dispatch({ kind: 'opened' })}>
            {say('case.retype.skip-now')}
          </Button>
        ) : null}
      </div>
    </Page>
  )
}
