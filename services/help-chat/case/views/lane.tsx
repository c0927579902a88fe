import { useHere } from './here.ts'
import { Box, errorOf, FieldError, fieldClass, Pieces, Text } from './parts.tsx'
import { StepPage } from './steps.tsx'

/** Confidential counsel, or a formal report: said in plain words before anything is written. */
export function LaneStep() {
  const { say, state, dispatch } = useHere()
  const { lane, declared } = state.draft
  const error = errorOf(state.mistakes, 'declared')
  return (
    <StepPage step="lane" lead="case.lane.lead">
      <fieldset class="mr-field">
        <legend class="mr-vh">{say('case.lane.title')}</legend>
        <div class="hc-people">
          <Box type="radio" id="lane" name="lane" boxed checked={lane === 'counsel'} label={say('case.lane.counsel')} hint={say('case.lane.counsel-hint')} onChange={() => dispatch({ kind: 'edit', change: { lane: 'counsel', declared: false } })} />
          <Box type="radio" id="lane-report" name="lane" boxed checked={lane === 'report'} label={say('case.lane.report')} hint={say('case.lane.report-hint')} onChange={() => dispatch({ kind: 'edit', change: { lane: 'report' } })} />
        </div>
      </fieldset>
      {lane === 'report' ? (
        <div class="mr-stack">
          <Law />
          <div class={fieldClass(error)}>
            <FieldError field="declared" code={error} />
            <Box type="checkbox" id="declared" name="declared" boxed checked={declared} error={error} label={say('case.lane.statement')} hint={say('case.lane.statement-hint')} onChange={(checked) => dispatch({ kind: 'edit', change: { declared: checked } })} />
          </div>
        </div>
      ) : (
        <Text id="case.lane.later" class="mr-muted" />
      )}
    </StepPage>
  )
}

/** What a report means: periods (§ 17), who learns the name (§§ 8, 9), how long it is kept (§ 11 HinSchG). */
export function Law() {
  const { say } = useHere()
  return (
    <section class="mr-card mr-card--flat mr-stack" aria-labelledby="law">
      <h2 id="law" class="mr-h3">
        {say('case.law.title')}
      </h2>
      <Pieces ids={['case.law.periods', 'case.law.secret', 'case.law.exceptions', 'case.law.told', 'case.law.kept', 'case.law.external']} />
    </section>
  )
}
