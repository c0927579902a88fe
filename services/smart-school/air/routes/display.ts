import { Type } from 'typebox'
import { audit, body, errorsIn, events, get, newId, newReturnCode, page, post, readReturnCode, refuse, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { schoolCrumbs, schoolHref } from '../../place/frame.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { actsAt } from '../../protection/rules.ts'
import type { School } from '../../store/schema.ts'
import { getSchool } from '../../store/queries.ts'
import { displayCss, displayCssPath, displayPage, readDisplay, watchDisplay } from '../display.tsx'
import { DisplaysPage, RevokeDisplayPage } from '../pages/displays.tsx'
import { findDisplay, insertDisplay, listDisplays, revokeDisplay } from '../queries.ts'
import { airRoomsOf, type AirRoom } from '../read.ts'
import { notYours } from './read.ts'

const ByCode = Type.Object({ code: Type.String({ maxLength: 40 }) })
const BySlug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }) })
const OfSchool = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }), id: Type.String({ format: 'uuid' }) })
const Made = Type.Object({ made: Type.Optional(Type.String()), still: Type.Optional(Type.String()) })
const MakeForm = Type.Object({ room: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })

const frame = { frame: 'question', private: true, noindex: true } as const
const make = { access: 'display.make', title: title(words, 'air.displays.title') } as const
// One screen asks once a minute; whoever guesses codes at this pace needs longer than the platform will run.
const guessing = { max: 120, per: 'minute' } as const

/** Class displays: read by anybody with the code, made and switched off by teachers, heads and technicians. */
export const displayRoutes = [
  get(displayCssPath, { access: 'anyone', cacheFor: 3_600, api: { summary: 'The stylesheet of class displays.' } }, () => body('text/css; charset=utf-8', displayCss)),

  get('/smart-school/display/:code', { access: 'anyone', params: ByCode, query: Made, title: title(words, 'air.display.title'), rate: guessing }, async (ask) => {
    const t = ask.say(words)
    const code = readReturnCode(ask.params.code)
    const state = code && (await ask.read(async (db) => {
      const display = await findDisplay(db, code)
      return display && (await readDisplay(db, t, display, ask.now))
    }))
    return code && state ? displayPage(ask, t, code, state, ask.query.still !== undefined) : refuse(404, 'smart-school.air.display-gone', t('air.display.gone'))
  }),

  get('/smart-school/display/:code/stream', { access: 'anyone', params: ByCode, rate: guessing, api: { summary: 'Server-sent events: what a class display shows, whenever its school has sent something.' } }, async (ask) => {
    const t = ask.say(words)
    const code = readReturnCode(ask.params.code)
    const display = code && (await ask.read((db) => findDisplay(db, code)))
    if (!code || !display) return refuse(404, 'smart-school.air.display-gone', t('air.display.gone'))
    const { platform, tenant } = ask
    return events((stream) =>
      watchDisplay(
        platform,
        display,
        (now) =>
          platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'read', now }, async (db) => {
            const current = await findDisplay(db, code)
            return current && (await readDisplay(db, t, current, now))
          }),
        // Switched off meanwhile: the line ends, and the page's own reload finds nothing.
        (state) => (state ? stream.send('air', state) : stream.end()),
      ),
    )
  }),

  get('/smart-school/school/:slug/air/displays', { ...make, params: BySlug, query: Made }, (ask) => listPage(ask, { made: ask.query.made !== undefined })),

  post('/smart-school/school/:slug/air/displays', { ...make, params: BySlug, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(MakeForm)
    if (!form.ok) return await listPage(ask, { error: errorsIn(t, form.errors, () => t('air.displays.room'))['room'] ?? t('air.displays.room-missing') })
    const [id, code] = [newId(ask.now), newReturnCode()]
    const done = await ask.write(async (db) => {
      const school = await getSchool(db, ask.params.slug)
      const reach = await reachOfActor(db, ask.actor)
      const { rooms } = await airRoomsOf(db, school.id, reach)
      if (!actsAt(reach, school.id) || !rooms.some(({ thing }) => thing.id === form.value.room)) return false
      await insertDisplay(db, { id, code, roomId: form.value.room, schoolId: school.id, accountId: ask.actor.id ?? null })
      await audit(db, { action: 'display.make', subject: `room/${form.value.room}` })
      return true
    })
    return done ? seeOther(`${schoolHref(ask.params.slug, 'air')}/displays?made=1`) : await listPage(ask, { error: t('air.displays.room-missing'), chosen: String(form.value.room) })
  }),

  get('/smart-school/school/:slug/air/displays/:id/revoke', { ...make, params: OfSchool }, async (ask) => {
    const found = await mine(ask)
    const display = found?.displays.find(({ id }) => id === ask.params.id)
    if (!found || !display) return found ? refuse(404, 'smart-school.air.display-gone', ask.say(words)('air.display.gone')) : notYours(ask)
    const back = `${schoolHref(ask.params.slug, 'air')}/displays`
    return page(RevokeDisplayPage, { t: ask.say(pageWords), csrf: ask.csrf(), room: nameOf(found.rooms, display.roomId), action: `${back}/${display.id}/revoke`, back }, frame)
  }),

  post('/smart-school/school/:slug/air/displays/:id/revoke', { ...make, params: OfSchool }, async (ask) => {
    const found = await mine(ask)
    if (!found) return notYours(ask)
    await ask.write(async (db) => {
      if ((await revokeDisplay(db, found.school.id, ask.params.id)) > 0) await audit(db, { action: 'display.revoke', subject: `display/${ask.params.id}` })
    })
    return seeOther(`${schoolHref(ask.params.slug, 'air')}/displays`)
  }),
]

type Asks = Pick<Ask<{ slug: string }>, 'say' | 'csrf' | 'read' | 'actor' | 'params' | 'url'>

const mine = (ask: Pick<Asks, 'read' | 'actor' | 'params'>): Promise<{ school: School; rooms: AirRoom[]; displays: Awaited<ReturnType<typeof listDisplays>> } | undefined> =>
  ask.read(async (db) => {
    const [school, reach] = [await getSchool(db, ask.params.slug), await reachOfActor(db, ask.actor)]
    return actsAt(reach, school.id) ? { school, rooms: (await airRoomsOf(db, school.id, reach)).rooms, displays: await listDisplays(db, school.id) } : undefined
  })

const nameOf = (rooms: readonly AirRoom[], id: number): string => rooms.find(({ thing }) => thing.id === id)?.thing.name ?? String(id)

async function listPage(ask: Asks, { made = false, error, chosen }: { made?: boolean; error?: string; chosen?: string }): Promise<Answer> {
  const found = await mine(ask)
  if (!found) return notYours(ask)
  const t = ask.say(pageWords)
  const here = schoolHref(ask.params.slug, 'air')
  return page(
    DisplaysPage,
    {
      t, csrf: ask.csrf(), made, error, chosen,
      action: `${here}/displays`,
      rooms: found.rooms.map(({ thing }) => thing),
      displays: found.displays.map((display) => ({ ...display, room: nameOf(found.rooms, display.roomId), href: `${ask.url.origin}/smart-school/display/${display.code}` })),
    },
    { ...frame, frame: 'list', crumbs: [...schoolCrumbs(t('service.title'), found.school, t('air.school.title')).slice(0, 2), { label: t('air.school.title'), href: here }, { label: t('air.displays.title') }], ...(error && { status: 422, hasErrors: true }) },
  )
}
