import { Type } from 'typebox'
import { consolePage, get, NotFound, page, post, refuse, seeOther, title, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { activateVersion, resultsOfShipped, retireCodec } from '../desk.ts'
import { deskDecoder } from '../desk-decoder.ts'
import { CodecPage } from '../pages/codec.tsx'
import { CodecListPage, type CodecRow } from '../pages/list.tsx'
import { codecHref } from '../pages/parts.tsx'
import type { SendProps, TryProps } from '../pages/try.tsx'
import { findCodecVersion, findTownCodec, listCodecs, listFailedFrames, listNewestVersions, listTownCodecs, listUse, listVersions } from '../queries.ts'
import { readBytes } from '../rules/examples.ts'
import type { Checked, Codec } from '../schema.ts'
import { findShipped } from '../shipped.ts'

export const ById = Type.Object({ id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)+$', maxLength: 80 }) })
const Query = Type.Object({
  version: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })),
  bytes: Type.Optional(Type.String({ maxLength: 4_000 })),
  port: Type.Optional(Type.String({ maxLength: 3 })),
  variables: Type.Optional(Type.String({ maxLength: 2_000 })),
  send: Type.Optional(Type.String({ maxLength: 4_000 })),
  saved: Type.Optional(Type.Integer()),
  activated: Type.Optional(Type.Integer()),
  retired: Type.Optional(Type.Integer()),
}, { additionalProperties: true })
type Query = { version?: number; bytes?: string; port?: string; variables?: string; send?: string; saved?: number; activated?: number; retired?: number }
const week = 7 * 86_400_000
/** Codecs on one page of the list. */
const pageSize = 40

const says = ({ id, name }: CodecRow, text: string): boolean => text.toLowerCase().split(/\s+/).every((word) => `${name} ${id}`.toLowerCase().includes(word))

/** What codecs there are, one of them with its examples, and trying it out. */
export const readingRoutes = [
  get('/smart-school/codec', { access: 'codec.manage', query: Type.Object({ maker: Type.Optional(Type.String({ maxLength: 60 })), text: Type.Optional(Type.String({ maxLength: 80 })), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) }, { additionalProperties: true }), title: title(words, 'codec.title') }, async (ask) => {
    const all = await rowsOf(ask)
    const makers = [...new Set(all.map(({ maker }) => maker))].sort((a, b) => a.localeCompare(b))
    const maker = makers.find((one) => one === ask.query.maker)
    const text = (ask.query.text ?? '').trim()
    const found = all.filter((row) => (maker === undefined || row.maker === maker) && says(row, text))
    const pages = Math.max(1, Math.ceil(found.length / pageSize))
    const at = Math.min(ask.query.page ?? 1, pages)
    return page(CodecListPage, { t: ask.say(pageWords), rows: found.slice((at - 1) * pageSize, at * pageSize), found: found.length, makers, maker, text, at, pages }, consolePage(ask))
  }),

  get('/smart-school/codec/:id', { access: 'codec.manage', params: ById, query: Query, title: title(words, 'codec.title') }, async (ask) => {
    const { id } = ask.params
    const { own, versions, failedFrames, use } = await ask.read(async (db) => ({ own: await findTownCodec(db, id), versions: await listVersions(db, id), failedFrames: await listFailedFrames(db, id, 5), use: await listUse(db, new Date(ask.now.getTime() - week)) }))
    const version = ask.query.version ?? own?.activeVersion ?? versions[0]?.version ?? findShipped(id)?.version ?? 0
    const codec = await ask.read((db) => findCodecVersion(db, id, version))
    if (!codec) throw new NotFound()
    const results = codec.origin === 'shipped' ? ((await resultsOfShipped(ask.now)).get(id) ?? []) : (versions.find((one) => one.version === version)?.results ?? [])
    const t = ask.say(pageWords)
    return page(
      CodecPage,
      {
        t, csrf: ask.csrf(), codec, versions, results,
        activeVersion: own ? own.activeVersion : codec.version,
        devices: use.find((one) => one.codec === id)?.devices ?? 0,
        isResting: use.find((one) => one.codec === id)?.resting ?? false,
        catalogueHref: ask.tenant.services.includes('portfolio') && ask.may('origin.follow') ? '/portfolio/adoption' : undefined,
        done: doneOf(ask.query),
        attempt: { t, codec, failedFrames, ...(await attemptOf(codec, ask.query, ask.now)) },
        order: { t, codec, ...(await orderOf(codec, ask.query)) },
      },
      consolePage(ask, { title: codec.name }),
    )
  }),

  post('/smart-school/codec/:id/activate', { access: 'codec.manage', params: ById }, async (ask) => {
    const { id } = ask.params
    const version = Number(ask.fields().get('version')?.[0])
    const refusal = Number.isInteger(version) && version <= 999_999 ? await activateVersion(ask.platform, ask.tenant.id, ask.write, id, version, ask.now) : 'unknown'
    if (refusal) return refuse(409, `smart-school.codec.${refusal}`, ask.say(words)(`smart-school.codec.${refusal}`), { label: ask.say(words)('codec.title'), href: codecHref(id) })
    return seeOther(`${codecHref(id)}?activated=${version}`)
  }),

  post('/smart-school/codec/:id/retire', { access: 'codec.manage', params: ById }, async (ask) => {
    await retireCodec(ask.platform, ask.tenant.id, ask.write, ask.params.id)
    return seeOther(`${codecHref(ask.params.id)}?retired=1`)
  }),
]

function doneOf({ saved, activated, retired }: Query) {
  if (saved) return { kind: 'saved', version: saved } as const
  if (activated) return { kind: 'activated', version: activated } as const
  return retired ? ({ kind: 'retired', version: 0 } as const) : undefined
}

async function rowsOf(ask: Pick<Ask, 'read' | 'now'>): Promise<CodecRow[]> {
  const { codecs, own, newest, use } = await ask.read(async (db) => ({ codecs: await listCodecs(db), own: await listTownCodecs(db), newest: await listNewestVersions(db), use: await listUse(db, new Date(ask.now.getTime() - week)) }))
  const shipped = await resultsOfShipped(ask.now)
  const useOf = (id: string) => use.find(({ codec }) => codec === id) ?? { devices: 0, failed: 0, resting: false }
  const resultsOf = (codec: Codec): readonly Pick<Checked, 'ok'>[] => (codec.origin === 'shipped' ? (shipped.get(codec.id) ?? []) : [{ ok: true }])
  const listed = new Set(codecs.map(({ id }) => id))
  const waiting = own.filter(({ id }) => !listed.has(id))
  const draftOf = (id: string, version: number | null): number | null => {
    const latest = newest.find(({ codecId }) => codecId === id)
    return latest && latest.version !== version ? latest.version : null
  }
  return [
    ...waiting.map(({ id, name, maker }): CodecRow => ({ id, name, maker, origin: 'town', version: null, draft: draftOf(id, null), ...useOf(id), results: newest.some(({ codecId, passed }) => codecId === id && passed) ? [{ ok: true }] : [{ ok: false }] })),
    ...codecs.map((codec): CodecRow => ({ id: codec.id, name: codec.name, maker: codec.maker, origin: codec.origin, version: codec.version, draft: codec.origin === 'town' ? draftOf(codec.id, codec.version) : null, ...useOf(codec.id), results: resultsOf(codec) })),
  ].sort((a, b) => b.devices - a.devices || Number(b.origin === 'town') - Number(a.origin === 'town') || a.name.localeCompare(b.name))
}

async function attemptOf(codec: Codec, query: Query, now: Date): Promise<Pick<TryProps, 'typed' | 'bad' | 'outcome'>> {
  const typed = { bytes: query.bytes ?? '', port: query.port ?? '1', variables: query.variables ?? '' }
  if (query.bytes === undefined || query.bytes.trim() === '') return { typed, bad: false, outcome: undefined }
  const bytes = readBytes(query.bytes)
  const port = Number(typed.port)
  if (!bytes) return { typed, bad: true, outcome: undefined }
  const began = performance.now()
  const [decoded] = await deskDecoder().decode(codec, [{ bytes: Uint8Array.from(bytes), fPort: Number.isInteger(port) ? port : 1, recvTime: now, variables: variablesOf(typed.variables) }])
  return { typed, bad: false, outcome: decoded && { decoded, ms: performance.now() - began } }
}

const variablesOf = (text: string): Record<string, string> =>
  Object.fromEntries(text.split('\n').flatMap((line) => {
    const at = line.indexOf('=')
    return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]]
  }))

async function orderOf(codec: Codec, { send }: Query): Promise<Pick<SendProps, 'typed' | 'bad' | 'encoded'>> {
  if (send === undefined || send.trim() === '') return { typed: send ?? '', bad: false, encoded: undefined }
  let data: unknown
  try {
    data = JSON.parse(send)
  } catch {
    return { typed: send, bad: true, encoded: undefined }
  }
  return { typed: send, bad: false, encoded: await deskDecoder().encode(codec, { data }) }
}
