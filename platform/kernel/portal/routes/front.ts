import { townIdentityPort } from '@modellregion/contracts'
import { Type } from 'typebox'
import type { MatterItem, TodayFact as ShownFact } from '@modellregion/ui'
import type { TodayFact } from '../../boot/service.ts'
import { page } from '../../http/answer.ts'
import { get, title, type Ask } from '../../http/route.ts'
import { isIcon } from '../icons.ts'
import { kernelWords } from '../../locales/index.ts'
import { belongsTo, fewServices, offersOf, situationName, situationsOf, type Offer } from '../catalogue.ts'
import { gatherMatters, gatherToday } from '../gather.ts'
import { contactEntries } from '../pages/about.tsx'
import { FrontPage } from '../pages/front.tsx'
import { MattersPage } from '../pages/matters.tsx'
import { ServicesPage } from '../pages/services.tsx'
import { messagesOf, newsItemOf } from './news.ts'
import { matterOf } from '../pages/matter.tsx'

const shownNews = 3
const quickLinks = 4

/** The town's door, its services, and what the signed-in person has going on. */
export const frontRoutes = [
  get('/', { access: 'anyone', everyTown: true, title: title(kernelWords, 'portal.title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const { tenant, locale } = ask
    const [matters, today, { messages }] = await Promise.all([gatherMatters(ask), gatherToday(ask), messagesOf(ask, { page: 1, size: shownNews })])
    const news = messages.slice(0, shownNews)
    const offers = offersOf(ask)
    const props = {
      t,
      town: tenant.name,
      motif: `/brand/${tenant.brand.motif}-motif.svg`,
      matters: ask.actor.id === undefined ? undefined : matters.found.map(({ item }): MatterItem => matterOf(t, item)),
      today: today.map(shownFact),
      offers,
      situations: offers.length < fewServices ? [] : situationsOf(offers, locale),
      // With few services their cards stand in sight and already hold these links.
      quick: offers.length < fewServices ? [] : quickOf(offers),
      news: news.map((item) => newsItemOf(t, item)),
      invented: news.some(({ invented }) => invented),
      help: isReachable(tenant) ? contactEntries(t, tenant) : [],
      voice: offers.find(({ service }) => service.id === 'participation'),
    }
    return page(FrontPage, props, {
      frame: 'front',
      title: t('frame.start-page'),
      description: t('portal.lead', { town: tenant.name }),
      alternates: [{ type: 'application/atom+xml', href: '/news.atom', title: t('portal.news', { town: tenant.name }) }],
    })
  }),

  get('/services', { access: 'anyone', everyTown: true, query: Type.Object({ life: Type.Optional(Type.String({ maxLength: 40 })) }, { additionalProperties: true }), title: title(kernelWords, 'portal.services') }, (ask) => {
    const t = ask.say(kernelWords)
    const situation = situationName(ask.query.life, ask.locale)
    const offers = offersOf(ask).filter(({ service }) => situation === undefined || belongsTo(service, ask.query.life ?? ''))
    const heading = situation === undefined ? t('portal.services') : t('portal.services-in', { situation })
    return page(ServicesPage, { t, town: ask.tenant.name, offers, situation }, { frame: 'list', title: heading, crumbs: [{ label: t('portal.services-title') }] })
  }),

  get('/my-matters', { access: 'matters.see', everyTown: true, title: title(kernelWords, 'portal.matters') }, async (ask) => {
    const t = ask.say(kernelWords)
    const { found, missing } = await gatherMatters(ask)
    return page(MattersPage, { t, matters: found.map(({ service, item }) => ({ matter: item, service: nameOfOffer(ask, service.id) })), missing: missing.map(({ id }) => nameOfOffer(ask, id)), identity: identityOf(ask), mayAdminister: ask.may('console.see') }, { frame: 'list', private: true, noindex: true, crumbs: [{ label: t('portal.matters') }] })
  }),
]

// The service that keeps the accounts of the town: there a person sees who has received what.
function identityOf(ask: Ask): { href: string; name: string } | undefined {
  const offer = offersOf(ask).find(({ service }) => service.offers?.[townIdentityPort] !== undefined)
  return offer && { href: offer.service.home, name: nameOfOffer(ask, offer.service.id) }
}

// A town that has just been made has a name and nothing else yet.
const isReachable = ({ contact }: Pick<Ask['tenant'], 'contact'>): boolean => [contact.address, contact.phone, contact.mail].some((way) => way !== '')

const nameOfOffer = (ask: Pick<Ask, 'platform' | 'tenant' | 'say' | 'locale'>, id: string): string => offersOf(ask).find(({ service }) => service.id === id)?.name ?? id

// The town's most direct ways in: what the services themselves put into their menus.
const quickOf = (offers: readonly Offer[]) => offers.flatMap(({ links }) => links).slice(0, quickLinks)

const shownFact = ({ icon, title: text, detail, href }: TodayFact): ShownFact => ({ icon: isIcon(icon) ? icon : 'info', title: text, text: detail, href })
