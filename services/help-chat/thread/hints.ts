import type { Live } from '@modellregion/kernel'

const service = 'help-chat'

/** Something arrived in a case: who reads it is told, in whatever process they are connected. */
export type EnvelopeHint = { readonly case: string; readonly seq: number; readonly readers: readonly string[] }

// `e <town> <case> <seq> <reader>,<reader>`: at most 40 readers of 36 letters, so that it fits into one hint.
export const tellEnvelope = (live: Live, tenant: string, { case: id, seq, readers }: EnvelopeHint): void => live.tell(service, `e ${tenant} ${id} ${seq} ${readers.join(',')}`)

export type Heard =
  | ({ readonly kind: 'envelope'; readonly tenant: string } & EnvelopeHint)
  /** Confidants who are connected to a process, said again and again while they are; or who left it. */
  | { readonly kind: 'here' | 'gone'; readonly process: string; readonly confidants: readonly string[] }
  /** A process begins to listen: the others say who is here. */
  | { readonly kind: 'who' }

export function readHint(text: string): Heard | undefined {
  const [kind, one = '', two = '', three = '', four = ''] = text.split(' ')
  if (kind === 'e') return { kind: 'envelope', tenant: one, case: two, seq: Number(three), readers: listOf(four) }
  if (kind === 'h' || kind === 'g') return { kind: kind === 'h' ? 'here' : 'gone', process: one, confidants: listOf(two) }
  return kind === 'w' ? { kind: 'who' } : undefined
}

const listOf = (text: string): string[] => (text === '' ? [] : text.split(','))

const mostAtOnce = 150
export function tellPresence(live: Live, kind: 'here' | 'gone', process: string, confidants: readonly string[]): void {
  for (let at = 0; at < confidants.length; at += mostAtOnce) live.tell(service, `${kind === 'here' ? 'h' : 'g'} ${process} ${confidants.slice(at, at + mostAtOnce).join(',')}`)
}
export const askWho = (live: Live): void => live.tell(service, 'w')
