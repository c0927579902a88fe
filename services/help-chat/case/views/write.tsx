import { bytesOf, mostTextBytes } from '../rules/draft.ts'
import { isReady, type Picked } from '../picked.ts'
import { AttachFiles } from './attach.tsx'
import { useHere } from './here.ts'
import { describedBy, errorOf, FieldError, fieldClass, Note, Pieces, Progress } from './parts.tsx'
import { StepPage } from './steps.tsx'

export type WriteProps = {
  files: readonly Picked[]
  onFiles: (change: (files: readonly Picked[]) => readonly Picked[]) => void
  /** How far the proof of work is, from 0 to 1. */
  work: number
}

/** The first message. While it is written, the device proves that it took trouble, so that nobody floods the office. */
export function Write({ files, onFiles, work }: WriteProps) {
  const { say, state, dispatch } = useHere()
  const error = errorOf(state.mistakes, 'text')
  return (
    <StepPage step="write" also={files.every(isReady) ? [] : [{ field: 'files', code: 'files' }]} send={state.draft.lane === 'report' ? 'case.write.send-report' : 'case.write.send'}>
      {state.failure ? (
        <Note kind="bad" role="alert" title={say('case.failed.title')}>
          <p>{say(`case.failed.${state.failure}`)}</p>
        </Note>
      ) : null}
      <Note title={say('case.advice.title')}>
        <Pieces ids={['case.advice.names', 'case.advice.few', 'case.advice.device', 'case.advice.files', 'case.advice.place']} />
      </Note>
      <TextField id="text" label={say('case.write.label')} hint={say('case.write.hint')} rows={10} value={state.draft.text} error={error} onInput={(text) => dispatch({ kind: 'edit', change: { text } })} />
      <AttachFiles files={files} onFiles={onFiles} error={errorOf(state.mistakes, 'files')} />
      <Progress id="work" label={say('case.work.label')} share={work} text={say(work < 1 ? 'case.work.running' : 'case.work.done')} />
    </StepPage>
  )
}

type TextFieldProps = { id: string; label: string; hint?: string; rows: number; value: string; error: string | undefined; onInput: (text: string) => void }

/** A text with its limit: the rest is said when it becomes short. */
export function TextField({ id, label, hint, rows, value, error, onInput }: TextFieldProps) {
  const { say } = useHere()
  const left = mostTextBytes - bytesOf(value)
  return (
    <div class={fieldClass(error)}>
      <label class="mr-label" for={id}>
        {label}
      </label>
      {hint ? (
        <div class="mr-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      <FieldError field={id} code={error} />
      <textarea
        class="mr-area hc-area"
        id={id}
        rows={rows}
        value={value}
        autocomplete="off"
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(id, hint !== undefined, error)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {left < mostTextBytes / 5 ? (
        <p class={left < 0 ? 'mr-error' : 'mr-small mr-muted'} role="status">
          {say(left < 0 ? 'case.write.over' : 'case.write.left', { count: Math.abs(left) })}
        </p>
      ) : null}
    </div>
  )
}
