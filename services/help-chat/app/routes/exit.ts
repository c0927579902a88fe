import { get } from '@modellregion/kernel'
import { Type } from 'typebox'
import { getSettings } from '../../office/queries/settings.ts'

/**
 * What the browser shall forget. Cookies stay: this service sets none, and whoever were signed out of the town all at once would be asked why.
 * `keep` is for the app that a person has installed: its script has wiped what is personal, and its pages shall go on working without network.
 */
const forget = (keep: boolean): string => (keep ? '"cache"' : '"cache", "storage"')

/** The quick exit as a plain address: it works without script, and a bookmark of it is a way out as well. */
export const exitRoutes = [
  get('/help-chat/exit', { access: 'anyone', traceless: true, query: Type.Object({ keep: Type.Optional(Type.Literal('1')) }), api: { summary: 'Leaves the help chat: the browser forgets caches and storage, and shows the neutral page of the town.', tag: 'help-chat' } }, async ({ read, query }) => {
    const { exitUrl } = await read(getSettings)
    return {
      kind: 'redirect',
      to: exitUrl,
      status: 303,
      headers: { 'clear-site-data': forget(query.keep === '1'), 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    }
  }),
]
