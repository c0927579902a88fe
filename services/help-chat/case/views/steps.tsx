import type { ComponentChildren } from 'preact'
import type { Mistake } from '../rules/draft.ts'
import { isBefore, steps, type Step } from '../rules/view.ts'
import { useHere } from './here.ts'
import { Button, Page, Typed } from './parts.tsx'

type Props = { step: Step; lead?: string; send?: string; also?: readonly Mistake[]; children: ComponentChildren }

/** One step on the way to the first message: where one stands, the question, forth and back. Nothing that was typed is lost by going back. */
export function StepPage({ step, lead, send, also = [], children }: Props) {
  const { say, state, dispatch, directory } = useHere()
  return (
    <>
      <nav aria-label={say('case.steps')}>
        <ol class="mr-stepper">
          {steps.map((one) => (
            <li key={one} data-state={one === step ? 'current' : isBefore(one, step) ? 'done' : 'open'} aria-current={one === step ? 'step' : undefined}>
              {one !== step && state.reached.includes(one) ? (
                <button class="hc-link" type="button" onClick={() => dispatch({ kind: 'show', view: one })}>
                  {say(`case.step.${one}`)}
                </button>
              ) : (
                <span>{say(`case.step.${one}`)}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <Page title={say(`case.${step}.title`)} {...(lead && { lead })}>
        <Typed onSend={() => dispatch({ kind: 'next', directory, also })}>
          {children}
          <div class="mr-row mr-formend">
            <Button submit>{say(send ?? 'case.next')}</Button>
            <Button kind="bare" onClick={() => dispatch({ kind: 'back' })}>
              {say('case.back')}
            </Button>
          </div>
        </Typed>
      </Page>
    </>
  )
}
