import type { ComponentChildren } from 'preact'
import { laneOf } from '../rules/said.ts'
import { rooms, type Room } from '../rules/view.ts'
import type { TalkState } from '../talk.ts'
import { useHere } from './here.ts'
import { Button, Page } from './parts.tsx'

/** One part of the open case, and the way to the others. */
export function RoomPage({ room, now, children }: { room: Room; now: TalkState; children: ComponentChildren }) {
  const { say, dispatch } = useHere()
  const lane = laneOf(now.said)
  return (
    <>
      <nav aria-label={say('case.rooms')} class="hc-rooms">
        <ul>
          {rooms.map((one) => (
            <li key={one}>
              <Button kind={one === room ? 'primary' : 'quiet'} small current={one === room} onClick={() => dispatch({ kind: 'show', view: one })}>
                {say(`case.room.${one}`)}
              </Button>
            </li>
          ))}
        </ul>
      </nav>
      <Page title={say(`case.${room}.title`)}>
        {room === 'talk' ? (
          <p>
            <span class={lane === 'report' ? 'mr-tag mr-tag--info' : 'mr-tag'}>{say(`case.lane.is-${lane}`)}</span>
          </p>
        ) : null}
        {children}
      </Page>
    </>
  )
}
