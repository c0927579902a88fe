import { useRef, useState } from 'preact/hooks'
import { readSecret, type ReadSecret } from '../../crypto/secret.ts'
import { useHere } from './here.ts'
import { Button, Note, Page, Progress, Typed } from './parts.tsx'

export type ComeBackProps = {
  isOpening: boolean
  /** Kept while the app tries, and when it fails. */
  typed: string
  onType: (typed: string) => void
  onWords: (words: readonly string[], noted: number | undefined) => void
}

/** Words or code, forgivingly; a word that is not in the list gets suggestions. */
export function ComeBack({ isOpening, typed, onType, onWords }: ComeBackProps) {
  const { say, state, dispatch } = useHere()
  const [refusal, setRefusal] = useState<Exclude<ReadSecret, { words: string[] }>>()
  const [noted, setNoted] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const open = (text = typed): void => {
    const read = readSecret(text)
    if ('words' in read) {
      setRefusal(undefined)
      const count = Number.parseInt(noted, 10)
      return onWords(read.words, Number.isInteger(count) && count > 0 ? count : undefined)
    }
    setRefusal(read)
    field.current?.focus()
  }
  const tokens = typed.trim().split(/[\s,;.]+/)
  const wrong = refusal?.refusal === 'word-unknown' ? (tokens[refusal.at ?? 0] ?? '') : ''
  const replace = (word: string): void => {
    onType(tokens.map((token, at) => (at === refusal?.at ? word : token)).join(' '))
    setRefusal(undefined)
    field.current?.focus()
  }
  return (
    <Page title={say('case.return.title')} lead="case.return.lead">
      {state.failure ? (
        <Note kind="bad" role="alert" title={say(`case.return.failed.${state.failure}`)}>
          <p>{say(`case.return.failed-next.${state.failure}`)}</p>
        </Note>
      ) : null}
      <Typed onSend={() => (isOpening ? undefined : open())}>
        <div class={refusal ? 'mr-field mr-field--bad' : 'mr-field'}>
          <label class="mr-label" for="secret">
            {say('case.return.label')}
          </label>
          <div class="mr-hint" id="secret-hint">
            {say('case.return.hint')}
          </div>
          {refusal ? (
            <div role="alert" id="secret-error" class="mr-stack-s">
              <p class="mr-error">{sentence(refusal, wrong, say)}</p>
              {refusal.near && refusal.near.length > 0 ? (
                <div class="mr-row hc-suggestions">
                  <span>{say('case.return.near')}</span>
                  {refusal.near.map((word) => (
                    <Button key={word} kind="quiet" small onClick={() => replace(word)}>
                      <span lang="de">{word}</span>
                    </Button>
                  ))}
                </div>
              ) : null}
            </div>
          ) : null}
          <textarea
            class="mr-area hc-secret"
            id="secret"
            rows={3}
            lang="de"
            value={typed}
            ref={field}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={refusal ? 'true' : undefined}
            aria-describedby={refusal ? 'secret-hint secret-error' : 'secret-hint'}
            onInput={(event) => onType(event.currentTarget.value)}
          />
        </div>
        <div class="mr-field">
          <label class="mr-label" for="noted">
            {say('case.return.noted')} <span class="mr-field__optional">{say('case.optional')}</span>
          </label>
          <div class="mr-hint" id="noted-hint">
            {say('case.return.noted-hint')}
          </div>
          <input class="mr-input mr-input--4 mr-input--num" id="noted" inputmode="numeric" autocomplete="off" value={noted} aria-describedby="noted-hint" onInput={(event) => setNoted(event.currentTarget.value)} />
        </div>
        {isOpening ? <Progress id="opening" label={say('case.return.opening')} /> : null}
        <div class="mr-row mr-formend">
          <Button submit busy={isOpening}>
            {say('case.return.open')}
          </Button>
          <Button kind="bare" onClick={() => dispatch({ kind: 'show', view: 'forgotten' })}>
            {say('case.return.forgotten')}
          </Button>
          <Button kind="bare" onClick={() => dispatch({ kind: 'back' })}>
            {say('case.back')}
          </Button>
        </div>
      </Typed>
    </Page>
  )
}

function sentence({ refusal, at, count }: Exclude<ReadSecret, { words: string[] }>, wrong: string, say: (key: string, args?: Record<string, string | number>) => string): string {
  if (refusal === 'word-unknown') return say('case.return.word-unknown', { n: (at ?? 0) + 1, word: wrong })
  if (refusal === 'length') return say('case.return.length', { count: count ?? 0 })
  return at === undefined ? say('case.return.code-wrong') : say('case.return.code-wrong-at', { n: at + 1 })
}
