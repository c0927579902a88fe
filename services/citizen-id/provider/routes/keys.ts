import { Type } from 'typebox'
import { consolePage, get, page, post, seeOther, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { nextChange } from '../key-rules.ts'
import { KeysPage } from '../pages/keys.tsx'
import { publishedKeys, rotateKeys } from '../rotate.ts'

const manage = { access: 'client.manage', title: title(words, 'provider.keys-title') } as const
const query = Type.Object({ done: Type.Optional(Type.Literal('begun')) }, { additionalProperties: true })

/** Where a town sees its signing keys and begins to change them. */
export const keyRoutes: readonly Route[] = [
  get('/citizen-id/keys', { ...manage, query }, async (ask) => {
    const t = ask.say(pageWords)
    const keys = await publishedKeys({ platform: ask.platform, tenantId: ask.tenant.id })
    const shown = keys.map(({ kid, algorithm, state, ...key }) => ({ kid, algorithm, state, change: nextChange({ kid, algorithm, state, ...key }) }))
    const underWay = keys.some(({ state }) => state === 'next')
    return page(KeysPage, { t, csrf: ask.csrf(), keys: shown, underWay, done: ask.query.done && t('provider.keys-begun') }, consolePage(ask))
  }),

  post('/citizen-id/keys', manage, async (ask) => {
    await rotateKeys({ platform: ask.platform, tenantId: ask.tenant.id }, { begin: true })
    return seeOther('/citizen-id/keys?done=begun')
  }),
]
