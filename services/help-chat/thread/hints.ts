import { hint, type UnitOfWork } from '@modellregion/kernel'

/** Something arrived in a case: who reads it is told, in whatever process they are connected. */
export type EnvelopeHint = { readonly case: string; readonly seq: number; readonly readers: readonly string[] }

// `e <town> <case> <seq> <reader>,<reader>`: at most 40 readers of 36 letters, so that it fits into one hint.
export const tellEnvelope = (db: UnitOfWork, { case: id, seq, readers }: EnvelopeHint): Promise<void> => hint(db, `e ${db.tenant} ${id} ${seq} ${readers.join(',')}`)

export type Heard =
  | ({ readonly kind: 'envelope'; readonly tenant: string } & EnvelopeHint)
  /** Confidants who are connected to a process; said again and again while they are. */
  | { readonly kind: 'present'; readonly process: string; readonly confidants: readonly string[] }
  | { readonly kind: 'who' }

export function readHint(text: string): Heard | undefined {
  const [kind, one = '', two = '', three = '', four = ''] = text.split(' ')
  if (kind === 'e') return { kind: 'envelope', tenant: one, case: two, seq: Number(three), readers: listOf(four) }
  if (kind === 'p') return { kind: 'present', process: one, confidants: listOf(two) }
  return kind === 'w' ? { kind: 'who' } : undefined
}

const listOf = (text: string): string[] => (text === '' ? [] : text.split(','))

export const tellPresent = (db: UnitOfWork, process: string, confidants: readonly string[]): Promise<void> => hint(db, `p ${process} ${confidants.join(',')}`)
export const askWho = (db: UnitOfWork): Promise<void> => hint(db, 'w')
