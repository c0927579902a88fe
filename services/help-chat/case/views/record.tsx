import { useState } from 'preact/hooks'
import { toBase64, utf8 } from '../../crypto/bytes.ts'
import { sodiumNow } from '../../crypto/sodium.ts'
import { recordOf } from '../rules/said.ts'
import type { Talk, TalkState } from '../talk.ts'
import { useHere } from './here.ts'
import { Typed as TypedText } from './message.tsx'
import { Button, Text, Typed } from './parts.tsx'
import { TextField } from './write.tsx'

/** Hash of a record that stands in the confirmation: exactly this text was confirmed. */
export const recordHash = (text: string): string => toBase64(sodiumNow().crypto_generichash(32, utf8(text), null))

/** The record of the talk (§ 11 HinSchG): read it, confirm it, or say what is wrong. Each answer is signed like every message. */
export function RecordAnswer({ talk, now }: { talk: Talk; now: TalkState }) {
  const { say } = useHere()
  const [correction, setCorrection] = useState<string>()
  const [error, setError] = useState<string>()
  const record = recordOf(now.said)
  if (!record) return null
  const correct = (): void => {
    if (correction === undefined || correction.trim() === '') return setError('empty')
    setCorrection(undefined)
    void talk.send({ kind: 'record-corrected', version: record.version, text: correction.trim() })
  }
  return (
    <section class="mr-card mr-stack" aria-labelledby="record">
      <h2 id="record" class="mr-h3">
        {say('case.record.title', { version: record.version })}
      </h2>
      <Text id={`case.record.${record.state}`} />
      <TypedText text={record.text} />
      {record.state !== 'open' ? null : correction === undefined ? (
        <div class="mr-row">
          <Button onClick={() => void talk.send({ kind: 'record-confirmed', version: record.version, hash: recordHash(record.text) })}>{say('case.record.confirm')}</Button>
          <Button kind="quiet" onClick={() => setCorrection('')}>
            {say('case.record.correct')}
          </Button>
        </div>
      ) : (
        <Typed onSend={correct}>
          <TextField id="correction" label={say('case.record.label')} rows={4} value={correction} error={error} onInput={(text) => (setError(undefined), setCorrection(text))} />
          <div class="mr-row">
            <Button submit>{say('case.record.send')}</Button>
            <Button kind="bare" onClick={() => setCorrection(undefined)}>
              {say('case.back')}
            </Button>
          </div>
        </Typed>
      )}
    </section>
  )
}
