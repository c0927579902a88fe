import { useEffect, useRef, useState } from 'preact/hooks'

export type UploadWords = { drop: string; sending: string; looking: string; failed: string }
export type UploadProps = { field: string; /** Page that shows the files. */ after: string; words: UploadWords }

type State = { kind: 'server' | 'ready' | 'over' | 'looking' } | { kind: 'sending'; percent: number } | { kind: 'failed'; text: string }

/** Takes files that are dropped or chosen at once and says how far they are. Without script the form sends them with its button. */
export function Upload({ field, after, words }: UploadProps) {
  const [state, setState] = useState<State>({ kind: 'server' })
  const marker = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = marker.current?.closest('form')
    const input = document.getElementById(field)
    if (!form || !(input instanceof HTMLInputElement)) return undefined
    setState({ kind: 'ready' })
    const tell = (step: Step): void => {
      if (step.kind === 'done') location.assign(after)
      else setState(step.kind === 'failed' ? { kind: 'failed', text: step.text || words.failed } : step)
    }
    const send = (files: FileList | null | undefined): void => {
      if (files && files.length > 0) transfer(form.action, field, files, tell)
    }
    const onChange = (): void => send(input.files)
    const onOver = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setState({ kind: 'over' })
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setState({ kind: 'ready' })
    }
    const onDrop = (event: DragEvent): void => {
      event.preventDefault()
      send(event.dataTransfer?.files)
    }
    const listening = new AbortController()
    const { signal } = listening
    input.addEventListener('change', onChange, { signal })
    document.addEventListener('dragover', onOver, { signal })
    document.addEventListener('dragleave', onLeave, { signal })
    document.addEventListener('drop', onDrop, { signal })
    return () => listening.abort()
  }, [field, after, words.failed])

  return (
    <div ref={marker} class="mr-stack-s">
      {state.kind === 'ready' ? <p class="mr-hint">{words.drop}</p> : null}
      {state.kind === 'over' ? <p class="mr-note mr-note--ok">{words.drop}</p> : null}
      {state.kind === 'sending' ? <progress class="mr-progress" max={100} value={state.percent} aria-label={words.sending} /> : null}
      <p role="status" class={state.kind === 'failed' ? 'mr-error' : 'mr-small'}>
        {state.kind === 'sending' ? `${words.sending} ${state.percent} %` : state.kind === 'looking' ? words.looking : state.kind === 'failed' ? state.text : ''}
      </p>
    </div>
  )
}

type Step = { kind: 'sending'; percent: number } | { kind: 'looking' } | { kind: 'done' } | { kind: 'failed'; text: string }

// XMLHttpRequest, because fetch does not tell how much has been sent.
function transfer(to: string, field: string, files: FileList, tell: (step: Step) => void): void {
  const data = new FormData()
  for (const file of files) data.append(field, file)
  const request = new XMLHttpRequest()
  request.open('POST', to)
  request.setRequestHeader('accept', 'application/json')
  request.responseType = 'json'
  request.upload.addEventListener('progress', ({ loaded, total }) => tell(loaded < total ? { kind: 'sending', percent: Math.round((100 * loaded) / total) } : { kind: 'looking' }))
  request.addEventListener('load', () => tell(request.status === 200 ? { kind: 'done' } : { kind: 'failed', text: textIn(request.response) }))
  request.addEventListener('error', () => tell({ kind: 'failed', text: '' }))
  tell({ kind: 'sending', percent: 0 })
  request.send(data)
}

const textIn = (answer: unknown): string => (typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string' ? answer.text : '')
