import { page, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { shellPath } from './manifest.ts'
import { Shielded } from './pages/shielded.tsx'
import { policyName } from './traces.ts'

/**
 * Every page of the anonymous person, whoever of us wrote it, gets the way out, the sealed headers and the neutral app, and no search engine
 * lists it. Wrapped around all routes of the service; pages of staff pass as they are.
 */
export const shielded = (route: Route): Route => (route.traceless ? { ...route, handle: async (ask) => protect(ask, route.path === shellPath, await route.handle(ask)) } : route)

function protect(ask: Pick<Ask, 'say' | 'locale'>, isShell: boolean, answer: Answer): Answer {
  if (answer.kind === 'json') return { ...answer, headers: { 'cache-control': 'no-store', ...answer.headers } }
  if (answer.kind !== 'page') return answer
  return {
    sealed: { policies: [policyName] },
    manifest: '/help-chat/app.webmanifest',
    noindex: true,
    ...answer,
    main: page(Shielded, { t: ask.say(words), guard: isShell ? { lang: ask.locale } : undefined, children: answer.main }).main,
  }
}
