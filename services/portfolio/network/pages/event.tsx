import { Button, DescriptionList, type Entry, Form, LinkButton, Note, Prose, Row, Section, Split, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { canCallOff, type WhyNotRegister } from '../rules/event.ts'
import { eventPath, reusePath } from '../rules/reference.ts'
import { seatsLeft } from '../rules/seats.ts'
import type { TransferEvent } from '../schema.ts'
import { whenOf } from '../when.ts'
import { MarkdownText, StatusTag, type TownLine, WrittenHead, writtenLang } from './parts.tsx'

export type EventPageProps = {
  readonly t: PageT
  readonly csrf: string
  readonly now: Date
  readonly event: TransferEvent
  readonly town: TownLine
  readonly isOwn: boolean
  readonly whyNot: WhyNotRegister | undefined
  readonly entries: readonly { readonly id: string; readonly title: string }[]
  readonly may: { readonly edit: boolean; readonly registrations: boolean }
  /** What has just been done. */
  readonly done: 'saved' | 'published' | 'cancelled' | undefined
}

/** One event: what, when, where, and the way to a seat. */
export function EventPage({ t, csrf, now, event, town, isOwn, whyNot, entries, may, done }: EventPageProps) {
  const href = eventPath(event.id)
  return (
    <>
      {done ? <Note kind="ok" role="status" level={0} title={t(`network.event.done.${done}`)} /> : null}
      <WrittenHead t={t} title={event.title} lead={whenOf(t, event)}>
        <Row>
          <StatusTag t={t} event={event} now={now} />
        </Row>
        <Row>
          {whyNot === undefined && event.state === 'published' ? <LinkButton href={isOwn ? `${href}/register` : `${town.origin}${href}/register`}>{t(seatsLeft(event) === 0 ? 'network.register.wait' : 'network.register.open')}</LinkButton> : null}
          <LinkButton kind="quiet" icon="calendar" href={`${href}/event.ics`}>
            {t('network.event.ics')}
          </LinkButton>
        </Row>
      </WrittenHead>
      <Split>
        <div class="mr-stack-l">
          {event.state === 'cancelled' ? (
            <Note kind="warn" title={t('network.event.cancelled-title')}>
              <span lang={writtenLang(t)}>{event.cancelNote}</span>
            </Note>
          ) : null}
          {isOwn ? null : (
            <Note title={t('network.event.of-town', { town: town.name })}>
              <p>{t('network.event.of-town-text')}</p>
            </Note>
          )}
          <MarkdownText t={t} text={event.description} />
          {entries.length > 0 ? (
            <Section id="entries" title={t('network.event.entries')}>
              <Prose>
                <ul>
                  {entries.map(({ id, title }) => (
                    <li key={id}>
                      <a href={reusePath(id)}>{title}</a>
                    </li>
                  ))}
                </ul>
              </Prose>
            </Section>
          ) : null}
          {may.edit || may.registrations ? <Office t={t} csrf={csrf} now={now} event={event} may={may} /> : null}
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('network.event.glance')}</h2>
          <DescriptionList stacked entries={factsOf(t, event, town)} />
        </aside>
      </Split>
    </>
  )
}

function Office({ t, csrf, now, event, may }: Pick<EventPageProps, 't' | 'csrf' | 'now' | 'event' | 'may'>) {
  const href = eventPath(event.id)
  return (
    <Section id="office" title={t('network.event.office')}>
      <Stack>
        <p>{t('network.event.office-counts', { registered: event.registered, waiting: event.waiting })}</p>
        <Row>
          {may.edit && event.state === 'draft' ? (
            <Form action={`${href}/publish`} csrf={csrf} bare>
              <Button>{t('network.event.publish')}</Button>
            </Form>
          ) : null}
          {may.registrations && event.state !== 'draft' ? (
            <LinkButton kind="quiet" icon="people" href={`${href}/registration`}>
              {t('network.registrations.title')}
            </LinkButton>
          ) : null}
          {may.edit && event.state !== 'cancelled' ? (
            <LinkButton kind="quiet" icon="edit" href={`${href}/edit`}>
              {t('network.event.edit')}
            </LinkButton>
          ) : null}
          {may.edit && canCallOff(event, now) ? (
            <LinkButton kind="quiet" href={`${href}/cancel`}>
              {t('network.event.cancel')}
            </LinkButton>
          ) : null}
          {may.edit && event.state === 'draft' ? (
            <Form action={`${href}/delete`} csrf={csrf} bare>
              <Button kind="danger">{t('network.event.delete')}</Button>
            </Form>
          ) : null}
        </Row>
      </Stack>
    </Section>
  )
}

function factsOf(t: PageT, event: TransferEvent, town: TownLine): Entry[] {
  const left = seatsLeft(event)
  return [
    { term: t('network.event.when'), value: whenOf(t, event) },
    ...(event.place === null ? [] : [{ term: t('network.event.where'), value: <span lang={writtenLang(t)}>{event.place}</span> }]),
    ...(event.link === null ? [] : [{ term: t('network.event.dial-in'), value: <a href={event.link}>{event.link}</a> }]),
    { term: t('network.event.for-whom'), value: <span lang={writtenLang(t)}>{event.invited}</span> },
    ...(event.seats === null ? [] : [{ term: t('network.event.seats'), value: `${t('network.event.seats-of', { seats: event.seats, left: left ?? 0 })}${event.waiting > 0 ? ` ${t.count('network.event.waiting', event.waiting)}` : ''}` }]),
    { term: t('network.event.register-until'), value: t.format.dateTime(event.registerUntil) },
    ...(event.topics.length === 0 ? [] : [{ term: t('network.event.topics'), value: <span lang={writtenLang(t)}>{event.topics.join(', ')}</span> }]),
    { term: t('network.event.organiser'), value: town.name },
  ]
}
