import type { ComponentChildren } from 'preact'
import { ErrorSummary, MarkdownBlocks, PageHead, Prose, Result, Tag, type TagKind } from '@modellregion/ui'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { isOver, whyNotRegister } from '../rules/event.ts'
import { eventPath } from '../rules/reference.ts'
import { seatsLeft } from '../rules/seats.ts'
import { beginningOf, blocksOf } from '../rules/text.ts'
import type { TransferEvent } from '../schema.ts'
import { whenOf } from '../when.ts'

/** What every form page takes. */
export type FormProps = { readonly t: PageT; readonly csrf: string; readonly typed: Typed; readonly errors: FormErrors }

export function Errors({ t, errors }: Pick<FormProps, 't' | 'errors'>) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
}

/** Offices write German: on pages in another language, screen readers change their voice for it. */
export const writtenLang = (t: Pick<PageT, 'locale'>): string | undefined => (t.locale === 'en' ? 'de' : undefined)

/** The head of a page whose title somebody has written. */
export const WrittenHead = ({ t, title, lead, children }: { t: PageT; title: string; lead?: ComponentChildren; children?: ComponentChildren }) => (
  <div lang={writtenLang(t)}>
    <PageHead title={title} lead={lead === undefined ? undefined : <span lang={writtenLang(t) && t.locale}>{lead}</span>}>
      {children === undefined ? null : (
        <div class="mr-stack" lang={writtenLang(t) && t.locale}>
          {children}
        </div>
      )}
    </PageHead>
  </div>
)

/** A town's name as a page shows it, and where it answers. */
export type TownLine = { readonly name: string; readonly origin: string }
/** An event with the name of its town. */
export type EventLine = { readonly event: TransferEvent; readonly town: TownLine; readonly isOwn: boolean }

export function statusOf(t: PageT, event: TransferEvent, now: Date): { readonly kind: TagKind; readonly text: string } {
  if (event.state === 'draft') return { kind: 'plain', text: t('network.event.state.draft') }
  if (event.state === 'cancelled') return { kind: 'bad', text: t('network.event.state.cancelled') }
  if (isOver(event, now)) return { kind: 'plain', text: t('network.event.state.over') }
  if (whyNotRegister(event, now) !== undefined) return { kind: 'info', text: t('network.event.state.closed') }
  const left = seatsLeft(event)
  if (left === null) return { kind: 'ok', text: t('network.event.state.open') }
  return left > 0 ? { kind: 'ok', text: t.count('network.event.left', left) } : { kind: 'warn', text: t('network.event.state.full') }
}

export const StatusTag = ({ t, event, now }: { t: PageT; event: TransferEvent; now: Date }) => {
  const { kind, text } = statusOf(t, event, now)
  return <Tag kind={kind}>{text}</Tag>
}

/** One event of a list. */
export const EventResult = ({ t, line: { event, town, isOwn }, now, level = 3 }: { t: PageT; line: EventLine; now: Date; level?: 2 | 3 }) => (
  <Result
    href={eventPath(event.id)}
    title={event.title}
    level={level}
    lang={writtenLang(t)}
    summary={beginningOf(event.description, 160)}
    status={<StatusTag t={t} event={event} now={now} />}
    meta={[{ text: whenOf(t, event), icon: 'calendar' }, { text: event.place ?? t('network.event.online'), icon: event.place === null ? 'device' : 'pin' }, ...(isOwn ? [] : [{ text: town.name, icon: 'building' as const }])]}
  />
)

/** A text of small Markdown, as an office has written it. */
export const MarkdownText = ({ t, text }: { t: PageT; text: string }) => (
  <div lang={writtenLang(t)}>
    <Prose>
      <MarkdownBlocks blocks={blocksOf(text)} />
    </Prose>
  </div>
)

/** Words of the pages of a list. */
export const pageWordsOf = (t: PageT) => ({ page: t('network.page'), next: t('network.next'), previous: t('network.previous') })
export const dateWordsOf = (t: PageT) => ({ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') })
