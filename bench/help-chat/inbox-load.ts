import { Agent } from 'node:http'
import { startDeadline } from '@modellregion/kernel'
import { addDays, dayBounds, localDate } from '@modellregion/standards'
import { rules } from '../../services/help-chat/thread/periods.ts'
import type { DeskState } from '../../services/help-chat/thread/schema.ts'
import { ask, signIn, tenant } from '../../services/help-chat/thread/server-for-tests.ts'
import { hireAll, openBack } from './parties.ts'
import { timesOf, type Server } from './server.ts'

/**
 * `perDay` new cases on each of `days` days, all to one confidant, an eighth closed meanwhile, each with its running promise; rows are written
 * directly. Then the confidant opens the desk again and again.
 */
export async function inboxLoad(server: Server, say: (value: object) => void, [perDay = 1_000, days = 30, times = 100]: readonly number[]): Promise<void> {
  const { unit } = openBack(server)
  const { vera, viktor } = await hireAll(unit)
  const today = localDate(new Date())
  for (let ago = days; ago > 0; ago--) {
    const day = addDays(today, -ago)
    const createdAt = dayBounds(day).start
    await unit(async (db) => {
      const ids = Array.from({ length: perDay }, () => crypto.randomUUID())
      const isClosed = (n: number) => n % 8 === 7
      const dueOn = (await startDeadline({ ...db, now: createdAt }, rules, { kind: 'case', ref: ids[0] ?? '', rule: 'promise-2' }, day)).dueOn
      await db.insertMany('help_chat.case_file', ids.map((id, n) => ({
        tenant_id: tenant, id, lookup_hash: Buffer.from(crypto.getRandomValues(new Uint8Array(32))), sign_key: 'x', box_key: 'x', state: isClosed(n) ? 'closed' : 'open', opened_on: day,
        closed_on: isClosed(n) ? day : null, erase_on: isClosed(n) ? addDays(day, 91) : null, head_seq: 0, head_hash: 'x', head_from: 'person', head_day: day, epoch: 1, created_at: createdAt,
      }))) // prettier-ignore
      await db.insertMany('help_chat.case_reader', ids.flatMap((id, n) => [vera, viktor].map((confidant) => ({
        tenant_id: tenant, case_id: id, confidant_id: confidant.id, mine: 'reader', state: isClosed(n) ? 'closed' : 'open', due_on: isClosed(n) ? null : dueOn, created_at: createdAt,
      })))) // prettier-ignore
      await db.insertMany('platform.deadline', ids.slice(1).map((id) => ({
        tenant_id: tenant, id: crypto.randomUUID(), service: 'help-chat', subject_kind: 'case', subject_ref: id, rule: 'promise-2', started_on: day, counted_to: dueOn, due_on: dueOn, created_at: createdAt,
      }))) // prettier-ignore
    })
  }
  const session = await signIn(server.port, 'vera')
  const agent = new Agent({ keepAlive: true })
  const open = async () => (await ask(server.port, '/help-chat/desk/api/state', { headers: session.headers, agent })).json() as DeskState
  for (let n = 0; n < 10; n++) await open()
  const all: number[] = []
  let entries = 0
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    entries = (await open()).inbox.length
    all.push(performance.now() - began)
  }
  say({ cases: perDay * days, entries, times: timesOf(all) })
}
