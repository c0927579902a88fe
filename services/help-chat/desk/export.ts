import type { Content } from '../crypto/message.ts'
import type { Room } from './room.ts'
import { caseName } from './rules.ts'

type Words = (key: string, args?: Readonly<Record<string, string | number>>) => string

/** A case as plain text, for the confidant's own file. What this reader cannot open is named as such. */
export function exportText(room: Room, { say, nameOf, moment }: { say: Words; nameOf: (party: string) => string; moment: (at: string) => string }): string {
  const lines = room.lines.map(({ seq, from, message }) => {
    const head = message ? `${seq + 1}. ${nameOf(from)}, ${moment(message.at)}` : `${seq + 1}. ${nameOf(from)}`
    return `${head}\n${message ? textOf(message.content, say, moment) : say('desk.line.locked')}\n`
  })
  return [say('desk.export.head', { case: caseName(room.case) }), say('desk.export.warning'), '', ...lines].join('\n')
}

/** What a message says, in words. */
export function textOf(content: Content, say: Words, moment: (at: string) => string): string {
  switch (content.kind) {
    case 'start':
    case 'text':
      return content.text
    case 'file':
      return [say('desk.line.file', { name: content.file.name }), content.text ?? ''].filter(Boolean).join('\n')
    case 'report-declared':
      return `${say('desk.line.report-declared')}\n${content.statement}`
    case 'receipt-confirmed':
      return say('desk.line.receipt-confirmed')
    case 'feedback':
      return `${say('desk.line.feedback')}\n${content.text}`
    case 'slots':
      return [say('desk.line.slots', { place: content.place }), ...content.slots.map(({ from, minutes }) => say('desk.line.slot', { moment: moment(from), minutes }))].join('\n')
    case 'slot-chosen':
      return say('desk.line.slot-chosen', { moment: moment(content.slot.from), place: content.place, code: content.code })
    case 'slot-cancelled':
      return say('desk.line.slot-cancelled', { code: content.code })
    case 'record':
      return `${say('desk.line.record', { version: content.version })}\n${content.text}`
    case 'record-confirmed':
      return say('desk.line.record-confirmed', { version: content.version })
    case 'record-corrected':
      return `${say('desk.line.record-corrected', { version: content.version })}\n${content.text}`
    case 'readers-changed':
      return say(`desk.line.readers.${content.reason}`)
    case 'closed':
      return [say('desk.line.closed'), content.text ?? ''].filter(Boolean).join('\n')
    default:
      return say('desk.line.newer')
  }
}
