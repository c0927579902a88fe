import type { X509Certificate } from 'node:crypto'
import type { Ask } from '@modellregion/kernel'
import { refuse } from './refusal.ts'
import { largestList, readStatusList, statusAt, type StatusList } from './status-list.ts'
import type { AskStatus } from './verify.ts'

/** Lists of this process, by address. */
const lists = new Map<string, StatusList>()
const mostLists = 64

/** Asks the issuer's list whether a credential is still good. Who cannot be asked within five seconds is answered for by a refusal. */
export const askStatusOf =
  (ask: Pick<Ask, 'platform' | 'url' | 'now'>, roots: readonly X509Certificate[]): AskStatus =>
  async ({ uri, index }) => {
    const known = lists.get(uri)
    if (known && known.until > ask.now) return statusAt(known, index)
    const list = await readStatusList(await fetchList(ask, uri), uri, roots, ask.now)
    lists.delete(uri)
    lists.set(uri, list)
    for (const old of lists.keys()) if (lists.size > mostLists) lists.delete(old)
    return statusAt(list, index)
  }

// The address stands in what a trusted issuer has signed. Own pages (the simulated issuer) are asked without a network.
async function fetchList({ platform, url }: Pick<Ask, 'platform' | 'url'>, uri: string): Promise<string> {
  const headers = { accept: 'application/statuslist+jwt' }
  try {
    const own = new URL(uri).origin === url.origin
    if (!own && !uri.startsWith('https://')) return refuse('status-unknown')
    const answer = own ? await platform.loopback.fetch(uri, { headers }) : await fetch(uri, { headers, redirect: 'error', signal: AbortSignal.timeout(5_000) })
    if (answer.status !== 200) return refuse('status-unknown')
    return await readAtMost(answer, largestList)
  } catch {
    return refuse('status-unknown')
  }
}

async function readAtMost(answer: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > limit) return refuse('status-unknown')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
