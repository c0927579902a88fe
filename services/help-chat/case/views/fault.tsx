import type { TalkState } from '../talk.ts'
import { OtherWays } from './begin.tsx'
import { useHere } from './here.ts'
import { Button, Details, Note, Page, Pieces } from './parts.tsx'

/** Something was changed between the two. Nothing of it is shown as if it were real. */
export function Fault({ fault }: { fault: NonNullable<TalkState['fault']> }) {
  const { say, dispatch } = useHere()
  if (fault.isByNote)
    return (
      <Page title={say('case.note.title')} lead="case.note.lead">
        <Note kind="warn" role="alert" title={say('case.note.missing', { count: fault.seq ?? 0 })}>
          <Pieces ids={['case.note.check', 'case.fault.reach']} />
        </Note>
        <Button onClick={() => dispatch({ kind: 'show', view: 'return' })}>{say('case.note.again')}</Button>
        <OtherWays />
      </Page>
    )
  return (
    <Page title={say('case.fault.title')} lead="case.fault.lead">
      <Note kind="bad" role="alert" title={say(`case.fault.${fault.code}`)}>
        <Pieces ids={['case.fault.hidden', 'case.fault.stop', 'case.fault.reach']} />
      </Note>
      <OtherWays />
      <Details title={say('case.fault.details')}>
        <p class="mr-num">{say('case.fault.code', { code: fault.code, n: (fault.seq ?? 0) + 1 })}</p>
      </Details>
    </Page>
  )
}
