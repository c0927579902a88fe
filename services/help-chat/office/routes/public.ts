import { Type } from 'typebox'
import { fileAnswer, get, getFile, json, NotFound, page, title } from '@modellregion/kernel'
import { checkWords } from '../../crypto/keys.ts'
import { sodium } from '../../crypto/sodium.ts'
import { pageWords, words } from '../../locales/index.ts'
import { directoryOf } from '../directory.ts'
import { ConfidantListPage } from '../pages/list.tsx'
import { getConfidant } from '../queries/confidant.ts'
import { Directory } from '../schema.ts'
import { unitIn } from '../towns.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** What everybody may see of the office, without leaving a trace. */
export const publicRoutes = [
  get('/help-chat/confidants', { access: 'anyone', traceless: true, title: title(words, 'office.list-title') }, async (ask) => {
    const t = ask.say(pageWords)
    await sodium()
    const directory = await directoryOf(ask.platform, ask.tenant, ask.now)
    const confidants = directory.confidants.map((one) => ({ ...one, checkWords: checkWords(one.statements) }))
    return page(ConfidantListPage, { t, directory, confidants }, { crumbs: [{ label: directory.office, href: '/help-chat' }, { label: t('office.list-title') }] })
  }),

  get(
    '/help-chat/app/directory',
    { access: 'anyone', traceless: true, cacheFor: 30, api: { summary: 'The confidential office of the town: confidants with their public keys, topics, threshold for opening a case without its readers.', tag: 'Confidential help', answers: { 200: Directory } } },
    async (ask) => json(await directoryOf(ask.platform, ask.tenant, ask.now)),
  ),

  // A picture lies in the home town; the row in this town says that it may be shown here.
  get('/help-chat/confidants/:id/photo', { access: 'anyone', traceless: true, params: ById, query: Type.Object({ v: Type.Optional(Type.String({ maxLength: 20 })) }), api: { summary: 'Picture of a confidant.', tag: 'Confidential help' } }, async (ask) => {
    const { photoFile, homeTown, state } = await ask.read((db) => getConfidant(db, ask.params.id))
    if (photoFile === null || state === 'ended') throw new NotFound()
    const file = await unitIn(ask.platform, homeTown, 'read', (db) => getFile(db, photoFile))
    return await fileAnswer(ask.platform.files, file, ask.headers, { inline: true, cacheControl: 'public, max-age=86400' })
  }),
]
