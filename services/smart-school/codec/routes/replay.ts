import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { audit, body, consolePage, enqueue, errorsIn, findJob, get, newId, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { addDays, instantAt, localDate, parsePlainDate, plainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { getThing } from '../../store/queries.ts'
import { replayJob } from '../jobs.ts'
import { codecHref } from '../pages/parts.tsx'
import { replayHref, ReplayPage, ReplayStartPage } from '../pages/replay.tsx'
import { findCodec, findCodecVersion, listDevicesOfCodec, listVersions } from '../queries.ts'
import { getReplay, insertReplay, listChanges, listReplays, setReplayJob } from '../queries/replay.ts'
import type { Codec, Replay } from '../schema.ts'
import { ById } from './read.ts'

const OfReplay = Type.Object({ ...ById.properties, replay: Type.String({ format: 'uuid' }) })
const StartForm = Type.Object({ version: Type.String({ pattern: '^[0-9]{1,6}$' }), device: Type.Optional(Type.String({ pattern: '^[0-9a-f]{16}$' })), from: Type.String({ format: 'date' }), until: Type.String({ format: 'date' }) })
const replayTitle = title(words, 'codec.replay.title')
/** Days that are offered at first. */
const usualDays = 30
const refresh = 2

type Asks = Pick<Ask, 'say' | 'csrf' | 'now' | 'read' | 'tenant' | 'actor' | 'platform' | 'url'>

/** Reading old messages again: compare first, then change. */
export const replayRoutes = [
  get('/smart-school/codec/:id/replay', { access: 'codec.replay', params: ById, title: replayTitle }, async (ask) => {
    const today = localDate(ask.now)
    return await start(ask, ask.params.id, { ...partsOf('from', addDays(today, -usualDays)), ...partsOf('until', today) }, {})
  }),

  post('/smart-school/codec/:id/replay', { access: 'codec.replay', params: ById, title: replayTitle }, async (ask) => {
    const t = ask.say(pageWords)
    const { id } = ask.params
    const read = ask.form(StartForm)
    if (!read.ok) return await start(ask, id, read.typed, errorsIn(t, read.errors, (field) => t.find(`codec.replay.${field}`) ?? field))
    const { version, device = null, from, until } = read.value
    if (until < from) return await start(ask, id, read.typed, { until: t('codec.replay.order') })
    const replay = newId(ask.now)
    const found = await ask.write(async (db) => {
      if (!(await findCodecVersion(db, id, Number(version)))) return false
      await insertReplay(db, { id: replay, codecId: id, codecVersion: Number(version), devEui: device, from: instantAt(plainDate(from)), until: instantAt(addDays(plainDate(until), 1)) })
      await setReplayJob(db, replay, await enqueue(db, replayJob, { replay, apply: false }), 'comparing')
      return true
    })
    if (!found) throw new NotFound()
    return seeOther(replayHref(id, replay))
  }),

  get('/smart-school/codec/:id/replay/:replay', { access: 'codec.replay', params: OfReplay, title: replayTitle }, async (ask) => {
    const t = ask.say(pageWords)
    const { replay, codec, active } = await find(ask, ask.params)
    const job = await ask.read(async (db) => (replay.jobId ? await findJob(db, replay.jobId) : undefined))
    const isBusy = replay.state === 'comparing' || replay.state === 'applying'
    const isOpen = isBusy && job !== undefined && job.state !== 'done' && job.state !== 'dead'
    const things = [...new Set([...(replay.counts?.series ?? []), ...(replay.applied?.series ?? [])].map(({ thingId }) => thingId))]
    const names = await ask.read(async (db) => new Map(await Promise.all(things.map(async (id) => [id, (await getThing(db, id)).name] as const))))
    const shown = isOpen ? { share: job?.progress ?? null, text: job?.words ? (t.find(job.words, job.counts) ?? '') : '' } : undefined
    return page(
      ReplayPage,
      { t, csrf: ask.csrf(), codec, isActive: active?.version === codec.version && active.program === codec.program, replay, job: shown, isBroken: isBusy && job?.state === 'dead', names },
      consolePage(ask, isOpen ? { refreshAfter: refresh } : {}),
    )
  }),

  post('/smart-school/codec/:id/replay/:replay/apply', { access: 'codec.replay', params: OfReplay }, async (ask) => {
    const { replay, codec } = await find(ask, ask.params)
    if (replay.state !== 'compared') return refuse(409, 'smart-school.codec.not-compared', ask.say(words)('smart-school.codec.not-compared'), { label: ask.say(words)('codec.replay.title'), href: replayHref(codec.id) })
    await ask.write(async (db) => {
      await setReplayJob(db, replay.id, await enqueue(db, replayJob, { replay: replay.id, apply: true }, { key: `replay ${replay.id}` }), 'applying')
      await audit(db, { action: 'codec.replay.apply', subject: `codec/${codec.id}`, detail: { replay: replay.id, version: codec.version } })
    })
    return seeOther(replayHref(codec.id, replay.id))
  }),

  get('/smart-school/codec/:id/replay/:replay/changes.csv', { access: 'codec.replay', params: OfReplay, title: title(words, 'codec.replay.csv') }, async (ask) => {
    const t = ask.say(words)
    const { replay } = await find(ask, ask.params)
    const cells = (list: readonly (string | number | null)[]): string => `${list.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell).replace('.', ',') : `"${cell.replaceAll('"', '""')}"`)).join(';')}\r\n`
    async function* lines(): AsyncGenerator<string> {
      yield `\uFEFF${cells([t('codec.replay.device'), t('codec.replay.channel'), t('codec.replay.at'), t('codec.replay.before'), t('codec.replay.after')])}`
      for (let from = 0; ; from += 1_000) {
        const changes = await ask.read((db) => listChanges(db, replay.id, { from, size: 1_000 }))
        for (const { devEui, channel, at, before, after } of changes) yield cells([devEui, channel, at.toISOString(), before, after])
        if (changes.length < 1_000) return
      }
    }
    return body('text/csv; charset=utf-8', Readable.from(lines()), { headers: { 'content-disposition': `attachment; filename="${ask.params.id}-${replay.createdAt.toISOString().slice(0, 10)}.csv"`, 'cache-control': 'private, no-store' } })
  }),
]

function partsOf(name: string, day: string): Typed {
  const [year = '', month = '', date = ''] = (parsePlainDate(day) ?? '').split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

async function find(ask: Pick<Asks, 'read'>, { id, replay: replayId }: { id: string; replay: string }): Promise<{ replay: Replay; codec: Codec; active: Codec | undefined }> {
  return await ask.read(async (db) => {
    const replay = await getReplay(db, replayId)
    const codec = await findCodecVersion(db, id, replay.codecVersion)
    if (replay.codecId !== id || !codec) throw new NotFound()
    return { replay, codec, active: await findCodec(db, id) }
  })
}

async function start(ask: Asks, id: string, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const found = await ask.read(async (db) => {
    const versions = (await listVersions(db, id)).map(({ version }) => version)
    const active = await findCodec(db, id)
    const codec = active ?? (versions[0] === undefined ? undefined : await findCodecVersion(db, id, versions[0]))
    return { codec, versions: versions.length > 0 ? versions : codec ? [codec.version] : [], devices: await listDevicesOfCodec(db, id), replays: await listReplays(db, id, 20) }
  })
  const { codec } = found
  if (!codec) throw new NotFound()
  const failed = Object.keys(errors).length > 0
  return page(ReplayStartPage, { ...found, codec, t, csrf: ask.csrf(), typed, errors }, consolePage(ask, { crumbs: [{ label: codec.name, href: codecHref(id) }], ...(failed && { status: 422, hasErrors: true }) }))
}
