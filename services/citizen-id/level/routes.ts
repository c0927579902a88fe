import { get, page, seeOther, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { findPerson, listLevelEvents } from '../person/queries.ts'
import { LevelPage } from './pages/level.tsx'
import { listDeviceNames } from './queries.ts'

export const levelRoutes: readonly Route[] = [
  get('/citizen-id/level', { access: 'own-identity.see', title: title(words, 'level.title') }, async (ask) => {
    const id = ask.actor.id ?? ''
    const [person, events, devices] = await ask.read(async (db) => [await findPerson(db, id), await listLevelEvents(db, id), await listDeviceNames(db, id)] as const)
    if (!person) return seeOther('/citizen-id')
    const t = ask.say(pageWords)
    const crumbs = [{ label: t('service.title'), href: '/citizen-id' }, { label: t('level.title') }]
    return page(LevelPage, { t, person, events, devices, now: ask.now, session: ask.actor.level }, { frame: 'object', crumbs, private: true, noindex: true })
  }),
]
