import { isRefusal } from '../refusal.ts'
import type { Answer } from './exchange.ts'

/** Any mistake as an answer: refusals as they are, what the database could not read as the caller's, everything else thrown on. */
export function refused(error: unknown): Answer {
  if (isRefusal(error)) {
    const { status, code, message, position } = error
    return { status, body: { code: status, type: code, message, ...(position !== undefined && { position }) }, ...(status === 401 && { headers: { 'www-authenticate': 'Basic realm="SensorThings", charset="UTF-8"' } }) }
  }
  const state = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (state === '57014')
    return { status: 503, body: { code: 503, type: 'smart-school.sensorthings.too-slow', message: 'This question takes too long over all observations. Narrow it: begin at a Datastream (Datastreams(1)/Observations), name a span of phenomenonTime, or ask for fewer with $top and without $count.' } }
  if (state === '23503' || state === '23505') return { status: 409, body: { code: 409, type: 'smart-school.sensorthings.in-use', message: 'Something else needs this entity. Change or delete that first.' } }
  // Class 22, data exceptions: a number out of range, a moment that is none, 1 div 0.
  if (state.startsWith('22')) return { status: 400, body: { code: 400, type: 'smart-school.sensorthings.value', message: `A value of the request cannot be used: ${(error as Error).message}` } } // has a code, so it is an Error
  throw error
}
