import { StepPage } from './steps.tsx'
import { useHere } from './here.ts'
import { Box, errorOf, FieldError, fieldClass } from './parts.tsx'

/** What it is about. The server counts the topic and does not keep it with the case. */
export function Topic() {
  const { say, state, dispatch, directory } = useHere()
  const error = errorOf(state.mistakes, 'topic')
  return (
    <StepPage step="topic" lead="case.topic.lead">
      <fieldset class={fieldClass(error)}>
        <legend class="mr-vh">{say('case.topic.title')}</legend>
        <FieldError field="topic" code={error} />
        <div>
          {directory.topics.map((topic, at) => (
            <Box
              key={topic}
              type="radio"
              id={at === 0 ? 'topic' : `topic-${topic}`}
              name="topic"
              checked={state.draft.topic === topic}
              label={say(`office.topic.${topic}`)}
              onChange={() => dispatch({ kind: 'edit', change: { topic } })}
            />
          ))}
        </div>
      </fieldset>
    </StepPage>
  )
}
