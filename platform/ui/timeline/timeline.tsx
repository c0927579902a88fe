import type { ComponentChildren } from 'preact'

export type TimelineEvent = {
  title: string
  /** In words: "20. November 2026, 18:12 Uhr". */
  when?: string | undefined
  /** ISO 8601 of `when`, for machines. */
  dateTime?: string | undefined
  by?: string | undefined
  state: 'done' | 'now' | 'open'
  detail?: ComponentChildren
}

/** Newest first for staff; for citizens the next step first, with the date by which the town answers. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol class="mr-time">
      {events.map((event) => (
        <li key={`${event.title}${event.when ?? ''}`} data-state={event.state} aria-current={event.state === 'now' ? 'step' : undefined}>
          <b>{event.title}</b>
          {event.when ? <time datetime={event.dateTime}>{event.when}</time> : null}
          {event.by ? <small>{event.when ? `, ${event.by}` : event.by}</small> : null}
          {event.detail ? <div>{event.detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
