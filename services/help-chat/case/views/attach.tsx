import { cleanFile, mostBytes } from '../../attachment/clean.ts'
import type { Picked } from '../picked.ts'
import { useHere } from './here.ts'
import { Box, Button, describedBy, FieldError, fieldClass, Note } from './parts.tsx'

type Change = (files: readonly Picked[]) => readonly Picked[]
let lastId = 0

/** Files are cleaned here, on the device, and it is shown what was taken out. Nothing is sent yet. */
export function AttachFiles({ files, onFiles, error }: { files: readonly Picked[]; onFiles: (change: Change) => void; error?: string | undefined }) {
  const { say } = useHere()
  const change = (id: number, part: Partial<Picked>): void => onFiles((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const add = async (file: File): Promise<void> => {
    const id = ++lastId
    const original = new Uint8Array(file.size > mostBytes ? new ArrayBuffer(0) : await file.arrayBuffer())
    const picked: Picked = { id, name: file.name, original, type: file.type, withOriginal: false, anyway: false }
    onFiles((all) => [...all, picked])
    const cleaned = file.size > mostBytes ? ({ bytes: original, name: file.name, type: file.type, removed: [], kept: 'refused', why: 'too-large' } as const) : await cleanFile(original, file.name, file.type)
    change(id, { cleaned })
  }
  return (
    <div class={fieldClass(error)}>
      <label class="mr-label" for="files">
        {say('case.files.label')} <span class="mr-field__optional">{say('case.optional')}</span>
      </label>
      <div class="mr-hint" id="files-hint">
        {say('case.files.hint')}
      </div>
      <FieldError field="files" code={error} />
      <div class="mr-upload">
        <input
          type="file"
          id="files"
          multiple
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={describedBy('files', true, error)}
          onChange={(event) => {
            for (const file of event.currentTarget.files ?? []) void add(file)
            event.currentTarget.value = ''
          }}
        />
      </div>
      <ul class="hc-files" aria-label={say('case.files.chosen')}>
        {files.map((file) => (
          <li key={file.id} class="mr-card mr-stack-s">
            <p>
              <b>{file.name}</b>
            </p>
            <Cleaning file={file} onChange={(part) => change(file.id, part)} />
            <p>
              <Button kind="quiet" small onClick={() => onFiles((all) => all.filter(({ id }) => id !== file.id))}>
                {say('case.files.remove')}
                <span class="mr-vh">: {file.name}</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Cleaning({ file: { id, cleaned, anyway, withOriginal }, onChange }: { file: Picked; onChange: (part: Partial<Picked>) => void }) {
  const { say } = useHere()
  if (!cleaned) return <p role="status">{say('case.files.cleaning')}</p>
  if (cleaned.kept === 'refused')
    return (
      <Note kind="bad" role="alert" title={say('case.files.refused')}>
        {cleaned.why ? <p>{say(`attachment.why.${cleaned.why}`)}</p> : null}
      </Note>
    )
  if (cleaned.kept === 'cannot-clean')
    return (
      <Note kind="warn" role="alert" title={say('case.files.cannot')}>
        {cleaned.why ? <p>{say(`attachment.why.${cleaned.why}`)}</p> : null}
        <Box type="checkbox" id={`anyway-${id}`} name="anyway" checked={anyway} label={say('case.files.anyway')} onChange={(checked) => onChange({ anyway: checked })} />
      </Note>
    )
  return (
    <Note kind="ok" role="status" title={say(cleaned.removed.length > 0 ? 'case.files.cleaned' : 'case.files.clean')}>
      {cleaned.removed.length > 0 ? (
        <>
          <ul class="hc-list">
            {cleaned.removed.map(({ what, value }) => (
              <li key={`${what}${value ?? ''}`}>
                {say(`attachment.removed.${what}`)}
                {value === undefined ? '' : `: ${value}`}
              </li>
            ))}
          </ul>
          <Box type="checkbox" id={`original-${id}`} name="original" checked={withOriginal} label={say('case.files.original')} hint={say('case.files.original-hint')} onChange={(checked) => onChange({ withOriginal: checked })} />
        </>
      ) : null}
    </Note>
  )
}
