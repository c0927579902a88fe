import { body, refuse, type Answer, type Ask } from '@modellregion/kernel'
import { words, type T } from '../locales/index.ts'
import type { Refusal } from './schema.ts'

type Asks = Pick<Ask, 'say'>

/** A refusal with its sentence, as problem+json; the next number goes with it where one was expected. */
export function refusal(ask: Asks, { status, code, expected }: Refusal): Answer {
  const t: T = ask.say(words)
  const detail = t(`help-chat.thread.${code}`)
  if (expected === undefined) return refuse(status, `help-chat.thread.${code}`, detail)
  return body('application/problem+json; charset=utf-8', JSON.stringify({ type: `/docs/refusals#help-chat.thread.${code}`, title: detail, status, detail, expected }), { status })
}

export const isRefusal = (value: object): value is Refusal => 'status' in value && 'code' in value
