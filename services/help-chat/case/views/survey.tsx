import { useState } from 'preact/hooks'
import { questions, survey, type SurveyAnswers } from '../../statistics/schema.ts'
import { sendSurvey } from '../client.ts'
import type { Talk } from '../talk.ts'
import { useHere } from './here.ts'
import { Box, Button, Text, Typed } from './parts.tsx'

/** Four questions after closing. Answers become counters and nothing else; each may be left out, and so may all. */
export function Survey({ talk }: { talk: Talk }) {
  const { say } = useHere()
  const [answers, setAnswers] = useState<SurveyAnswers>({})
  const [state, setState] = useState<'open' | 'busy' | 'done' | 'failed'>('open')
  const send = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    const answer = await sendSurvey(talk.mine.lookup, answers)
    setState(answer.ok || answer.status === 409 ? 'done' : 'failed')
  }
  return (
    <section class="mr-card mr-stack" aria-labelledby="survey">
      <h2 id="survey">{say('statistics.survey.title')}</h2>
      {state === 'done' ? (
        <p role="status">{say('statistics.survey.thanks')}</p>
      ) : (
        <Typed onSend={() => void send()}>
          <Text id="statistics.survey.lead" />
          {questions.map((question) => (
            <fieldset key={question} class="mr-field">
              <legend class="mr-legend">{say(`statistics.survey.${question}`)}</legend>
              <div>
                {survey[question].map((answer) => (
                  <Box key={answer} type="radio" id={`${question}-${answer}`} name={question} checked={answers[question] === answer} label={say(`statistics.survey.${question}.${answer}`)} onChange={() => setAnswers({ ...answers, [question]: answer })} />
                ))}
              </div>
            </fieldset>
          ))}
          {state === 'failed' ? (
            <p class="mr-error" role="alert">
              {say('case.unreached.title')}
            </p>
          ) : null}
          <p>
            <Button submit busy={state === 'busy'}>
              {say(Object.keys(answers).length === 0 ? 'statistics.survey.skip' : 'statistics.survey.send')}
            </Button>
          </p>
        </Typed>
      )}
    </section>
  )
}
