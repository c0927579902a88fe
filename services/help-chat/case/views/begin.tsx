import { useHere } from './here.ts'
import { Button, Note, Page, Pieces, Text } from './parts.tsx'

/** The first view: what happens here, new or come back. */
export function Begin() {
  const { say, dispatch, directory } = useHere()
  return (
    <Page title={say('case.title')} lead="case.begin.lead" wide>
      <div class="mr-split">
        <div class="mr-stack-m">
          <Pieces ids={['case.begin.key', 'case.begin.name', 'case.begin.return']} />
          <p>
            <a href="/help-chat/protection">{say('case.begin.protection')}</a>
          </p>
          <div class="mr-grid" data-min="15">
            <div class="mr-card mr-stack">
              <h2 class="mr-h3">{say('case.begin.new-title')}</h2>
              <Text id="case.begin.new-text" args={{ hours: directory.promiseHours }} />
              <p>
                <Button id="start" onClick={() => dispatch({ kind: 'show', view: 'topic' })}>
                  {say('case.begin.new')}
                </Button>
              </p>
            </div>
            <div class="mr-card mr-stack">
              <h2 class="mr-h3">{say('case.begin.back-title')}</h2>
              <Text id="case.begin.back-text" />
              <p>
                <Button kind="quiet" id="return" onClick={() => dispatch({ kind: 'show', view: 'return' })}>
                  {say('case.begin.back')}
                </Button>
              </p>
            </div>
          </div>
        </div>
        <OtherWays />
      </div>
    </Page>
  )
}

/** Nobody has to write: phone, in person, outside. */
export function OtherWays() {
  const { say, directory } = useHere()
  return (
    <Note title={say('case.ways.title')}>
      <ul class="hc-list">
        {directory.phone ? <li>{say('case.ways.phone', { phone: directory.phone })}</li> : null}
        {directory.room ? <li>{say('case.ways.room', { room: directory.room })}</li> : null}
        <li>{directory.externalOffices ?? say('case.ways.external')}</li>
      </ul>
      <p>
        <a href="/help-chat">{say('case.ways.more')}</a>
      </p>
    </Note>
  )
}

/** After the app closed itself, or was closed. */
export function Locked() {
  const { say, dispatch } = useHere()
  return (
    <Page title={say('case.locked.title')} lead="case.locked.text">
      <div class="mr-row">
        <Button onClick={() => dispatch({ kind: 'show', view: 'return' })}>{say('case.begin.back')}</Button>
        <Button kind="quiet" onClick={() => dispatch({ kind: 'show', view: 'begin' })}>
          {say('case.to-begin')}
        </Button>
      </div>
    </Page>
  )
}

export function Gone() {
  const { say, dispatch } = useHere()
  return (
    <Page title={say('case.gone.title')} lead="case.gone.text">
      <Button onClick={() => dispatch({ kind: 'show', view: 'begin' })}>{say('case.to-begin')}</Button>
    </Page>
  )
}

export function Forgotten() {
  const { say, dispatch } = useHere()
  return (
    <Page title={say('case.forgotten.title')} lead="case.forgotten.text">
      <Pieces ids={['case.forgotten.nobody', 'case.forgotten.stays', 'case.forgotten.mention']} />
      <div class="mr-row">
        <Button onClick={() => dispatch({ kind: 'show', view: 'topic' })}>{say('case.begin.new')}</Button>
        <Button kind="quiet" onClick={() => dispatch({ kind: 'show', view: 'return' })}>
          {say('case.forgotten.again')}
        </Button>
      </div>
    </Page>
  )
}
