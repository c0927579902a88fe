import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Island } from '@modellregion/ui'
import { htmlLang, type Ask, type DocumentAnswer, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { T } from '../locales/index.ts'
import { listLatestNumbers, listSeriesOfThings, getThing } from '../store/queries.ts'
import AirDisplayLive from './air-display-live.island.tsx'
import type { DisplayState } from './display-state.ts'
import { readAirNow } from './now.ts'
import { outdoorPpm } from './rules.ts'
import { adviceOf, aheadOf } from './words.ts'
import type { Display } from './schema.ts'

/** The display's only stylesheet. It comes as written, so that browsers which know no variables still show it. */
export const displayCss = readFileSync(join(import.meta.dirname, 'display.css'), 'utf8')
export const displayCssPath = '/smart-school/display-look.css'

const freshMinutes = 60

/** What a class display says now, to whoever stands before it. A room that was sealed meanwhile says nothing, and neither does a quantity that the town keeps to its staff. */
export async function readDisplay(db: UnitOfWork, t: T, display: Display, now: Date): Promise<DisplayState> {
  const [room, all] = [await getThing(db, display.roomId), await listSeriesOfThings(db, [display.roomId])]
  const open = all.filter(({ audience }) => audience === 'public' || audience === 'school')
  const idsOf = (wanted: string): number[] => open.filter(({ quantity }) => quantity === wanted).map(({ id }) => id)
  const air = await readAirNow(db, idsOf('co2'), now)
  const warm = (await listLatestNumbers(db, idsOf('temperature'))).sort((a, b) => b.lastTime.getTime() - a.lastTime.getTime())[0]
  const isWarmFresh = warm !== undefined && warm.number !== null && now.getTime() - warm.lastTime.getTime() <= freshMinutes * 60_000
  return {
    band: air.band,
    room: room.name,
    value: air.value === null ? '–' : t.format.number(air.value, 0),
    unit: t('air.display.ppm'),
    word: t(air.band === 'waiting' ? 'air.school.no-data' : `air.band.${air.band}`),
    picture: t(`air.display.symbol.${air.band}`),
    advice: air.value !== null && air.value < outdoorPpm + 60 ? t('air.do.fresh') : adviceOf(t, air.band, air.forecast),
    ahead: air.band === 'good' ? aheadOf(t, air.forecast) : [],
    foot: [...(isWarmFresh ? [t('air.display.celsius', { value: warm.number ?? 0 })] : []), ...(air.value !== null && air.at ? [t('air.display.at', { at: air.at })] : [])],
  }
}

/** The whole page: no navigation, no cookie, nothing of the past. Loads itself again each minute, because old browsers know nothing else. */
export function displayPage(ask: Pick<Ask, 'platform' | 'tenant' | 'locale'>, t: T, code: string, state: DisplayState, isStill: boolean): DocumentAnswer {
  const { assets } = ask.platform
  return {
    kind: 'document',
    status: 200,
    headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    main: Document({
      lang: htmlLang(ask.locale),
      title: `${t('air.display.title')}: ${state.room}`,
      assets: { brand: assets.brandHref(ask.tenant), styles: [displayCssPath], scripts: assets.scripts },
      noIndex: true,
      icon: `/brand/${ask.tenant.brand.mark}-mark.svg`,
      ...(!isStill && { refresh: 60 }),
      children: (
        <main>
          <Island name="air-display-live" of={AirDisplayLive} props={{ state, stream: `/smart-school/display/${code}/stream` }} />
          {/* Below the screen's edge: for whoever reads slowly or by ear (WCAG 2.2.1). */}
          {isStill ? null : (
            <p class="air-display__still">
              {t('air.display.renew')} <a href={`/smart-school/display/${code}?still=1`}>{t('air.display.still')}</a>
            </p>
          )}
        </main>
      ),
    }),
  }
}

/** Sends the display's state whenever its school has sent something. Returns what ends it. */
export function watchDisplay(platform: Platform, { schoolId }: Display, read: (now: Date) => Promise<DisplayState | undefined>, send: (state: DisplayState | undefined) => void): () => void {
  const renew = (): void => void read(platform.now()).then(send, () => {}) // the next hint or reload tries again
  return platform.live.hear('smart-school', {
    onHint: (text) => {
      const [what, ids = ''] = text.split(' ')
      if (what === 'schools' && ids.split(',').includes(String(schoolId))) renew()
    },
    onAgain: renew,
  })
}
