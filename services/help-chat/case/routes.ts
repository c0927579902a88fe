import { get, page, title, type Route } from '@modellregion/kernel'
import { demoReturnSecret } from '../demo/cases.ts'
import { words } from '../locales/index.ts'
import { getSettings } from '../office/queries/settings.ts'
import { CasePage } from './pages/case.tsx'

/** The app of the anonymous person: one address, whatever happens inside. */
export const casesRoutes: readonly Route[] = [
  get('/help-chat/case', { access: 'anyone', title: title(words, 'case.title'), traceless: true }, async ({ say, read, platform, tenant }) =>
    page(CasePage, { t: say(words), office: await read(getSettings), demoSecret: demoReturnSecret(platform, tenant.id) }, { wasm: true, noindex: true, frame: 'text' }),
  ),
]
