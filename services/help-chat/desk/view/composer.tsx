import { useRef, useState } from 'preact/hooks'
import type { Cleaned } from '../../attachment/clean.ts'
import { lookAtFile, sendContent, sendFile } from '../case-acts.ts'
import { modulesFor, useModules } from '../modules.ts'
import type { Room } from '../room.ts'
import { caseKey, placeholdersIn } from '../rules.ts'
import { useHere } from './here.ts'
import { Button, Form, Note, Select, TextField } from './parts.tsx'

/** Bytes of one message, well below the largest bucket. */
const mostText = 20_000

/** Writing an answer. A text module is put in to be changed, never sent by itself; an unfilled place in it stops the sending once. */
export function Composer({ room }: { room: Room }) {
  const { say, store, desk } = useHere()
  const key = caseKey(room)
  const text = desk.drafts.get(key) ?? ''
  const [error, setError] = useState<string>()
  const [file, setFile] = useState<Cleaned>()
  const area = useRef<HTMLDivElement>(null)
  const modules = modulesFor(useModules(), room.view.lane)
  const setText = (typed: string): void => {
    setError(undefined)
    store.set({ drafts: new Map(store.now().drafts).set(key, typed) })
  }
  const insert = (id: string): void => {
    const found = modules.find((one) => one.id === id)
    if (!found) return
    setText(text.trim() === '' ? found.text : `${text.trimEnd()}\n\n${found.text}`)
    area.current?.querySelector('textarea')?.focus()
  }
  const send = async (): Promise<void> => {
    const written = text.trim()
    const places = placeholdersIn(written)
    const mistake = written === '' && !file ? say('desk.write.empty') : written.length > mostText ? say('desk.write.long', { most: mostText }) : places.length > 0 ? say('desk.write.places', { places: places.join(', ') }) : undefined
    setError(mistake)
    if (mistake !== undefined) return area.current?.querySelector('textarea')?.focus()
    const names = { picture: say('desk.file.picture'), document: say('desk.file.document') }
    const isSent = file ? await sendFile(store, room, file, names, written) : await sendContent(store, room, { kind: 'text', text: written })
    if (!isSent) return
    setFile(undefined)
    setText('')
    area.current?.querySelector('textarea')?.focus()
  }
  return (
    <div ref={area} class="hd-answer">
      <Form onSend={() => void send()}>
        <TextField id="answer" label={say('desk.write.label')} rows={5} value={text} error={error} onInput={setText} />
        <div class="mr-row mr-row--end">
          <Select small id="module" label={say('desk.write.module')} value="" choices={[{ value: '', label: say('desk.write.module-pick') }, ...modules.map(({ id, title }) => ({ value: id, label: title }))]} onPick={insert} />
          <div class="mr-field hd-small">
            <label class="mr-label" for="file">
              {say('desk.write.file')}
            </label>
            <input
              id="file"
              type="file"
              class="hd-file mr-file"
              onChange={(event) => {
                const [chosen] = event.currentTarget.files ?? []
                event.currentTarget.value = ''
                if (chosen) void lookAtFile(chosen).then(setFile)
              }}
            />
          </div>
        </div>
        {file ? <Attached file={file} onDrop={() => setFile(undefined)} /> : null}
        <div class="mr-row">
          <Button submit>{say('desk.write.send')}</Button>
        </div>
      </Form>
    </div>
  )
}

function Attached({ file, onDrop }: { file: Cleaned; onDrop: () => void }) {
  const { say } = useHere()
  const kind = file.kept === 'clean' ? 'ok' : file.kept === 'refused' ? 'bad' : 'warn'
  return (
    <Note kind={kind} role="status" title={say(`desk.file.${file.kept}`, { name: file.name })}>
      {file.why ? <p>{say(`attachment.why.${file.why}`)}</p> : null}
      {file.removed.length > 0 ? <p>{say('desk.file.removed', { list: [...new Set(file.removed.map(({ what }) => say(`attachment.what.${what}`)))].join(', ') })}</p> : null}
      <p>
        <Button kind="quiet" small onClick={onDrop}>
          {say('desk.file.drop')}
        </Button>
      </p>
    </Note>
  )
}
