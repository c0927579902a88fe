import { useState } from 'preact/hooks'
import type { Talk, TalkState } from '../talk.ts'
import { useHere } from './here.ts'
import { Law } from './lane.tsx'
import { Box, Button, FieldError, Text } from './parts.tsx'

/** Counsel becomes a report by the person's own signed step, with the words of the statement, and never otherwise. */
export function LawDeclaration({ talk, now }: { talk: Talk; now: TalkState }) {
  const { say } = useHere()
  const [isOpen, setOpen] = useState(false)
  const [isTicked, setTicked] = useState(false)
  const [error, setError] = useState<string>()
  const isBusy = now.outbox.some(({ content }) => content.kind === 'report-declared')
  return (
    <section class="mr-card mr-stack" aria-labelledby="declare">
      <h2 id="declare">{say('case.declare.title')}</h2>
      <Text id="case.declare.text" />
      {isOpen ? (
        <>
          <Law />
          <div class={error ? 'mr-field mr-field--bad' : 'mr-field'}>
            <FieldError field="declare-now" code={error} />
            <Box type="checkbox" id="declare-now" name="declare" boxed checked={isTicked} error={error} label={say('case.lane.statement')} hint={say('case.lane.statement-hint')} onChange={(ticked) => (setTicked(ticked), setError(undefined))} />
          </div>
          <div class="mr-row">
            <Button busy={isBusy} onClick={() => (isTicked ? void talk.declare(say('case.lane.statement')) : setError('statement'))}>
              {say('case.declare.now')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {say('case.declare.not')}
            </Button>
          </div>
        </>
      ) : (
        <p>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {say('case.declare.open')}
          </Button>
        </p>
      )}
    </section>
  )
}
