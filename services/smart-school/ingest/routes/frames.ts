import { Type } from 'typebox'
import { consolePage, get, page, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { findDevice } from '../../store/queries.ts'
import { FramesPage } from '../pages/frames.tsx'
import { listLastFrames } from '../queries.ts'
import { countFrames } from '../queries/frame.ts'

const shown = 100

/** The raw frames of a device, the last one first. */
export const frameRoutes: readonly Route[] = [
  get('/smart-school/source/frames/:eui', { access: 'quarantine.see', params: Type.Object({ eui: Type.String({ pattern: '^[0-9a-f]{16}$' }) }), title: title(words, 'ingest.frames.title') }, async (ask) => {
    const { eui } = ask.params
    const [device, frames, counts] = await ask.read((db) => Promise.all([findDevice(db, eui), listLastFrames(db, eui, shown), countFrames(db, eui)]))
    return page(FramesPage, { t: ask.say(pageWords), eui, name: device?.name, frames, counts, shown }, consolePage(ask))
  }),
]
