import { datasetFromCkan } from '../ckan/from-ckan.ts'
import { datasetFromDkan, isDkan } from '../ckan/from-dkan.ts'
import { isLoose, type Loose } from '../ckan/loose.ts'
import { refuse } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { asDelivered, type Reading } from './page.ts'
import type { Source } from './schema.ts'

const rows = 100
/** A page of `package_search` with a hundred packages; more than this is not one. */
const largestPage = 64 * 1024 * 1024

/** The address of a page: `https://ckan.example.org` is page one, `…#start=100` the next. Sorted by id, so that pages do not shift. */
export function ckanPageAddress(address: string): string {
  const [portal = '', start] = address.split('#start=')
  return `${portal.replace(/\/+$/, '')}/api/3/action/package_search?rows=${rows}&start=${Number(start ?? 0)}&sort=id+asc`
}

/** A page of CKAN's `package_search`, or the JSON list of a DKAN export. */
export async function readCkan(source: Source, address: string, content: ByteSource): Promise<Reading> {
  const text = await readText(content)
  if (text === undefined) return { ok: false, refusal: refuse('open-data.harvest.too-large', { detail: `> ${largestPage} bytes` }) }
  const answer = parse(text)
  if (answer === undefined) return { ok: false, refusal: refuse('open-data.harvest.type-mismatch', { detail: text.slice(0, 80) }) }
  const packages = packagesOf(answer)
  if (!packages) return { ok: false, refusal: refuse('open-data.harvest.no-datasets', { detail: messageOf(answer) }) }
  const [portal = ''] = address.split('#start=')
  const options = { ...(portal.startsWith('http') && { portal }), ...(source.options.publisher && { publisher: { name: { de: source.options.publisher } } }) }
  const start = Number(address.split('#start=')[1] ?? 0)
  return {
    ok: true,
    records: asDelivered(packages.list.map((one) => (isDkan(one) ? datasetFromDkan(one, options) : datasetFromCkan(one, options)))),
    expected: packages.count,
    ...(start + packages.list.length < packages.count && packages.list.length > 0 && { next: `${portal}#start=${start + packages.list.length}` }),
    services: [],
    series: [],
  }
}

async function readText(content: ByteSource): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of content) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)
    length += bytes.length
    if (length > largestPage) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function packagesOf(answer: unknown): { list: unknown[]; count: number } | undefined {
  if (Array.isArray(answer)) return { list: answer, count: answer.length }
  const result = isLoose(answer) && isLoose(answer['result']) ? (answer['result'] as Loose) : undefined
  if (!result || !Array.isArray(result['results'])) return undefined
  return { list: result['results'], count: typeof result['count'] === 'number' ? result['count'] : result['results'].length }
}

const messageOf = (answer: unknown): string => JSON.stringify(isLoose(answer) ? (answer['error'] ?? Object.keys(answer)) : typeof answer).slice(0, 200)
