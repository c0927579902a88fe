import { refusal } from '../refusal.ts'
import { refused } from '../server/refused.ts'
import { inWork } from '../server/write.ts'
import type { Answer, Request, Site } from '../server/exchange.ts'

export type Part = { readonly id: string; readonly method: string; readonly url: string; readonly contentType: string; readonly body: string }
/** Parts of a group happen together or not at all. */
export type Item = { readonly parts: readonly Part[]; readonly together: boolean }
export type PartAnswer = { readonly id: string; readonly answer: Answer }
export type AnswerRequest = (site: Site, request: Request) => Promise<Answer>

/** So many requests travel in one batch at most; without a credential fewer, because each may take its time. */
export const mostParts = (site: Pick<Site, 'caller'>): number => (site.caller.id === undefined ? 50 : 1_000)

/** Runs a batch in its order (18-088, 11). A failed change set answers once, in the place of its first part. */
export async function runBatch(site: Site, items: readonly Item[], answer: AnswerRequest): Promise<{ item: Item; answers: PartAnswer[]; failed: boolean }[]> {
  if (items.reduce((sum, { parts }) => sum + parts.length, 0) > mostParts(site)) throw refusal(413, 'too-large', `A batch may have ${mostParts(site)} requests.`)
  const made = new Map<string, string>()
  const results: { item: Item; answers: PartAnswer[]; failed: boolean }[] = []
  for (const item of items) results.push(item.together ? await runTogether(site, item, answer, made) : await runOne(site, item, answer, made))
  return results
}

async function runOne(site: Site, item: Item, answer: AnswerRequest, made: Map<string, string>) {
  const answers: PartAnswer[] = []
  for (const part of item.parts) answers.push({ id: part.id, answer: await tried(async () => await answerPart(site, part, answer, made)) })
  return { item, answers, failed: answers.some(({ answer: { status } }) => status >= 400) }
}

async function runTogether(site: Site, item: Item, answer: AnswerRequest, made: Map<string, string>) {
  try {
    const answers = await inWork(site, async (work) => {
      const all: PartAnswer[] = []
      for (const part of item.parts) {
        if (part.method === 'GET') throw refusal(400, 'batch', 'A change set changes; read outside of it.')
        all.push({ id: part.id, answer: await answerPart({ ...site, work }, part, answer, made) })
      }
      return all
    })
    return { item, answers, failed: false }
  } catch (error) {
    return { item, answers: [{ id: item.parts[0]?.id ?? '', answer: refused(error) }], failed: true }
  }
}

async function tried(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    return refused(error)
  }
}

/** Answers one part; what it makes can be named by later ones as `$id`. */
async function answerPart(site: Site, part: Part, answer: AnswerRequest, made: Map<string, string>): Promise<Answer> {
  const address = relative(site, resolved(part.url, made))
  const cut = address.indexOf('?')
  const [path, query] = cut < 0 ? [address, ''] : [address.slice(0, cut), address.slice(cut + 1)]
  if (path === '$batch') throw refusal(400, 'batch', 'A batch within a batch is not possible.')
  const body = part.body.replace(/"\$([\w.-]+)"/g, (whole, id: string) => idIn(made.get(id)) ?? whole)
  const result = await answer(site, { method: part.method, path, query, contentType: part.contentType, prefer: '', body: async () => Buffer.from(body) })
  const location = result.headers?.['location']
  if (part.id !== '' && location !== undefined) made.set(part.id, location)
  return result
}

const resolved = (url: string, made: ReadonlyMap<string, string>): string => url.replace(/^\/?\$([\w.-]+)/, (whole, id: string) => made.get(id) ?? whole)

/** `Things(3)` gives 3, `Observations('1.2.0')` gives "1.2.0" as JSON. */
function idIn(location: string | undefined): string | undefined {
  const key = location && /\((?:(\d+)|'([^']+)')\)$/.exec(location)
  return key ? (key[1] ?? JSON.stringify(key[2])) : undefined
}

// Addresses in a batch are absolute, begin with the version, or are relative to it.
function relative({ version }: Site, url: string): string {
  const found = /(?:^|\/)v1\.[01]\/(.*)$/s.exec(url)
  if (found?.[1] !== undefined) return found[1]
  if (/^https?:/.test(url)) throw refusal(400, 'batch', `${url} is not below ${version} of this service.`)
  return url.replace(/^\/+/, '')
}

