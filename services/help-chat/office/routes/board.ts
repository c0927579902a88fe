import { Type } from 'typebox'
import { get, page, title } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { officePage, pageProps } from '../form.ts'
import { BoardPage } from '../pages/board.tsx'
import { getSettings } from '../queries/settings.ts'
import { viewConfidants } from '../view.ts'
import { watchOffice } from '../watch.ts'

export const WithDone = Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) }, { additionalProperties: true })

/** The first page of whoever leads the office. */
export const boardRoutes = [
  get('/help-chat/office', { access: 'office.lead', query: WithDone, title: title(words, 'office.title') }, async (ask) => {
    const all = await viewConfidants(ask.platform, ask.tenant.id, ask.now)
    const { threshold } = await ask.read(getSettings)
    const isOwn = ({ confidant }: (typeof all)[number]) => confidant.homeTown === ask.tenant.id
    const sent = all.filter((one) => !isOwn(one) && one.standing !== 'ended')
    const townOf = (id: string) => ask.platform.directory.byId(id)?.name ?? id
    return page(BoardPage, { ...pageProps(ask), done: ask.query.done, own: all.filter(isOwn), sent, threshold, townOf, ...(await watchOffice(ask.platform, ask.tenant.id, ask.now)) }, officePage(ask))
  }),
]
