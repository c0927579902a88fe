import type { TalkState } from '../talk.ts'
import { useHere } from './here.ts'

/** What the office owes by when, in plain words; and whether somebody is there right now. */
export function Clocks({ now }: { now: TalkState }) {
  const { say, dates, directory } = useHere()
  const running = (now.view?.clocks ?? []).filter(({ state }) => state !== 'done')
  const readers = new Set(now.epoch?.copies.map(({ to }) => to))
  const hours = directory.confidants.filter(({ id, present }) => readers.has(id) && present).map(({ name }) => name)
  return (
    <div class="mr-stack-s">
      {running.map(({ rule, dueOn, extended, state }) => (
        <p key={rule}>{say(state === 'over' ? `case.clock.${rule}.missed` : extended ? `case.clock.${rule}.extended` : `case.clock.${rule}`, { day: dates.long(dueOn) })}</p>
      ))}
      <p class="mr-small" role="status">
        {now.line === 'offline' ? say('case.line.offline') : now.presence ? say('case.line.present') : hours.length > 0 ? say('case.line.hours', { names: hours.join(', ') }) : say('case.line.away')}
      </p>
    </div>
  )
}
