import { proveNothingLeaks } from '../../services/help-chat/thread/leaks-for-tests.ts'
import type { Row } from '../row.ts'

export const name = 'help-chat-leaks'

const cases = 1_000

/** Not a speed but a proof: a marked word, written in 1,000 cases while more are written, is searched in everything the server keeps and tells. */
export async function run(): Promise<Row[]> {
  const { leaks, messages } = await proveNothingLeaks({ cases, heap: true })
  return leaks.map(({ place, found, control }) => ({
    what: `marked words of ${cases} cases (${messages} messages) found in: ${place}`,
    target: '0',
    measured: `${found} (something that is there: ${control})`,
    ok: found === 0 && control > 0,
  }))
}
