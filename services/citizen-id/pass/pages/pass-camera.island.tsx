import { useEffect, useRef, useState } from 'preact/hooks'
import { codeInPicture } from '../rules.ts'

export type PassCameraProps = { /** Only codes of this address are read. */ origin: string; /** Id of the form with the field `code`. */ form: string; words: { start: string; stop: string; script: string; looking: string; denied: string; foreign: string } }

type State = 'server' | 'off' | 'on' | 'denied' | 'foreign'

/** Reads the code with the camera. It is asked for only after a tap, and the picture does not leave the phone. */
export function PassCamera({ origin, form, words }: PassCameraProps) {
  const [state, setState] = useState<State>('server')
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => setState('off'), [])

  useEffect(() => {
    if (state !== 'on') return undefined
    let isOver = false
    let stream: MediaStream | undefined
    const end = (): void => {
      isOver = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    void (async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
        const [{ default: decode }, shown] = [await import('qr/decode.js'), video.current]
        if (isOver || !shown) return end()
        shown.srcObject = stream
        await shown.play()
        const text = await firstCode(shown, decode, () => isOver)
        end()
        if (text === undefined) return
        const code = codeInPicture(text, origin)
        if (code === undefined) return setState('foreign')
        send(form, code)
      } catch {
        end()
        setState('denied')
      }
    })()
    return end
  }, [state, form, origin])

  if (state === 'server') return <p class="mr-hint">{words.script}</p>
  return (
    <div class="mr-stack-s">
      <video ref={video} muted playsinline hidden={state !== 'on'} width="320" aria-label={words.looking} />
      <p role="status">{state === 'on' ? words.looking : state === 'denied' ? words.denied : state === 'foreign' ? words.foreign : ''}</p>
      <button class="mr-btn mr-btn--quiet" type="button" id="camera-start" onClick={() => setState(state === 'on' ? 'off' : 'on')}>
        {state === 'on' ? words.stop : words.start}
      </button>
    </div>
  )
}

type Decode = (image: { width: number; height: number; data: Uint8ClampedArray }) => string

// Five looks a second are quick enough for a hand that holds still, and cool enough for an old phone.
async function firstCode(video: HTMLVideoElement, decode: Decode, isOver: () => boolean): Promise<string | undefined> {
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  while (!isOver() && brush) {
    const scale = Math.min(1, 640 / Math.max(video.videoWidth, 1))
    canvas.width = Math.max(1, Math.round(video.videoWidth * scale))
    canvas.height = Math.max(1, Math.round(video.videoHeight * scale))
    brush.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decode(brush.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200)) // no code in this picture
    }
  }
  return undefined
}

function send(id: string, code: string): void {
  const form = document.getElementById(id)
  const field = form?.querySelector<HTMLInputElement>('input[name="code"]')
  if (!(form instanceof HTMLFormElement) || !field) return
  field.value = code
  form.requestSubmit()
}
