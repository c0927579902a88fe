import type { Ask } from '@modellregion/kernel'
import type { Level } from '../person/schema.ts'
import type { PassRequest } from './schema.ts'

export type Decision = { approved: true; personId: string; level: Level } | { approved: false }

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'read' | 'write'>
type Listener = (ask: Asks, request: PassRequest, decision: Decision) => Promise<void>

const listeners: Listener[] = []

/** Whoever asks without a screen (CIBA) is told what the person has decided. Called once, where the provider is set up. */
export const onDecision = (listener: Listener): void => void listeners.push(listener)

/** A screen looks by itself; others are told. */
export async function tellDecision(ask: Asks, request: PassRequest, decision: Decision): Promise<void> {
  if (request.origin !== 'ciba') return
  for (const listener of listeners) await listener(ask, request, decision)
}
