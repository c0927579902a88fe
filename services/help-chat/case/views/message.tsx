import { useState } from 'preact/hooks'
import type { FileNote } from '../../crypto/message.ts'
import type { Said } from '../rules/said.ts'
import type { Talk } from '../talk.ts'
import { useHere } from './here.ts'
import { Button } from './parts.tsx'

/** One message: who, when, what. */
export function Message({ said, talk }: { said: Said; talk: Talk }) {
  const { say, dates } = useHere()
  const isMine = said.from === 'person'
  const name = useName(said.from)
  return (
    <li class={isMine ? 'hc-message hc-message--mine' : 'hc-message'} id={`message-${said.seq}`}>
      <p class="hc-message__head">
        <b>{name}</b> <time datetime={said.at}>{say('case.time', { time: dates.time(said.at) })}</time>
      </p>
      <Content said={said} talk={talk} />
    </li>
  )
}

/** How somebody is called in the thread. */
export function useName(party: string): string {
  const { say, directory } = useHere()
  if (party === 'person') return say('case.me')
  return directory.confidants.find(({ id }) => id === party)?.name ?? say('case.left')
}

export const useNames = (parties: readonly string[]): string => {
  const { say, directory } = useHere()
  return parties.map((party) => (party === 'person' ? say('case.me') : (directory.confidants.find(({ id }) => id === party)?.name ?? say('case.left')))).join(', ')
}

function Content({ said: { content }, talk }: { said: Said; talk: Talk }) {
  const { say, dates } = useHere()
  const names = useNames(content.kind === 'readers-changed' ? content.readers : [])
  switch (content.kind) {
    case 'start':
      return (
        <>
          <p class="mr-small mr-muted">{say('case.message.start', { topic: say(`office.topic.${content.topic}`) })}</p>
          <Typed text={content.text} />
        </>
      )
    case 'text':
      return <Typed text={content.text} />
    case 'feedback':
      return (
        <>
          <Label id="case.message.feedback" />
          <Typed text={content.text} />
        </>
      )
    case 'closed':
      return (
        <>
          <Label id="case.message.closed" />
          {content.text ? <Typed text={content.text} /> : null}
        </>
      )
    case 'file':
      return (
        <>
          <FileContent file={content.file} talk={talk} />
          {content.text ? <Typed text={content.text} /> : null}
        </>
      )
    case 'report-declared':
      return (
        <>
          <Label id="case.message.report-declared" />
          <Typed text={content.statement} />
        </>
      )
    case 'receipt-confirmed':
      return <Label id="case.message.receipt-confirmed" />
    case 'slots':
      return <Label id="case.message.slots" args={{ place: content.place }} />
    case 'slot-chosen':
      return <Label id="case.message.slot-chosen" args={{ day: dates.weekday(dates.dayOf(content.slot.from)), time: dates.time(content.slot.from), place: content.place, code: content.code }} />
    case 'slot-cancelled':
      return <Label id="case.message.slot-cancelled" args={{ code: content.code }} />
    case 'record':
      return <Label id="case.message.record" args={{ version: content.version }} />
    case 'record-confirmed':
      return <Label id="case.message.record-confirmed" args={{ version: content.version }} />
    case 'record-corrected':
      return (
        <>
          <Label id="case.message.record-corrected" args={{ version: content.version }} />
          <Typed text={content.text} />
        </>
      )
    case 'readers-changed':
      return <Label id={`case.message.readers.${content.reason}`} args={{ names }} />
    default:
      return <Label id="case.message.unknown" />
  }
}

function Label({ id, args }: { id: string; args?: Readonly<Record<string, string | number>> }) {
  const { say } = useHere()
  return <p class="hc-message__label">{say(id, args)}</p>
}

/** What somebody typed: each line as it was. */
export function Typed({ text }: { text: string }) {
  return (
    <div class="hc-typed" dir="auto">
      {text}
    </div>
  )
}

function FileContent({ file, talk }: { file: FileNote; talk: Talk }) {
  const { say, lang } = useHere()
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const size = sizeOf(file.size, lang)
  const open = async (): Promise<void> => {
    setState('busy')
    const bytes = await talk.openFile(file).catch(() => undefined)
    if (!bytes) return setState('failed')
    setState('still')
    saveAs(file.name, file.type, bytes)
  }
  return (
    <div class="mr-stack-s">
      <p>
        <b>{file.name}</b> <span class="mr-small mr-muted">{size}</span>
      </p>
      {file.original ? <p class="mr-small mr-muted">{say('case.file.original')}</p> : null}
      {file.removed.length > 0 ? <p class="mr-small mr-muted">{say('case.file.removed', { list: file.removed.map((what) => say(`attachment.removed.${what}`)).join(', ') })}</p> : null}
      <p>
        <Button kind="quiet" small busy={state === 'busy'} onClick={() => void open()}>
          {say(state === 'busy' ? 'case.file.opening' : 'case.file.open')}
          <span class="mr-vh">: {file.name}</span>
        </Button>
      </p>
      {state === 'failed' ? (
        <p class="mr-error" role="alert">
          {say('case.file.failed')}
        </p>
      ) : null}
    </div>
  )
}

/** 1,2 MB, or 14 kB. */
function sizeOf(bytes: number, lang: string): string {
  const isLarge = bytes >= 1_000_000
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'de', { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 }).format(isLarge ? bytes / 1_000_000 : Math.ceil(bytes / 1_000))
}

/** Hands bytes to the browser's downloads. Never shown in the page: a file may be an attack on whoever opens it. */
export function saveAs(name: string, type: string, bytes: Uint8Array | string): void {
  const address = URL.createObjectURL(new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type: type || 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
