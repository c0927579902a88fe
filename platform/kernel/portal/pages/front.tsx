import type { ComponentChildren } from 'preact'
import { Card, DescriptionList, Grid, Hero, Hy, Icon, LifeGrid, LinkButton, MatterList, MoreLink, NewsList, SearchBox, TodayStrip, Wrap, type Entry, type MatterItem, type NewsItem, type TodayFact } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import { iconOf, type Offer, type Situation } from '../catalogue.ts'

type Props = {
  t: Say<KernelWords>
  town: string
  motif: string
  /** Absent for guests. */
  matters: readonly MatterItem[] | undefined
  today: readonly TodayFact[]
  offers: readonly Offer[]
  situations: readonly Situation[]
  quick: readonly { href: string; label: string }[]
  news: readonly NewsItem[]
  /** Some of the news is made up for a demonstration. */
  invented: boolean
  help: readonly Entry[]
  /** The participation service, where the town has it. */
  voice: Offer | undefined
}

export function FrontPage({ t, town, motif, matters, today, offers, situations, quick, news, invented, help, voice }: Props) {
  return (
    <>
      <Hero
        title={t('portal.question')}
        lead={t('portal.lead', { town })}
        motifHref={motif}
        search={<TownSearch t={t} onBrand />}
        often={quick.length > 0 ? { label: t('portal.quick'), links: quick } : undefined}
        aside={matters ? <OwnMatters t={t} matters={matters} /> : undefined}
      />
      <Wrap>
        {today.length > 0 ? (
          <section aria-labelledby="today">
            <h2 id="today" class="mr-vh">
              {t('portal.today', { town })}
            </h2>
            <TodayStrip label={t('portal.today', { town })} facts={today} />
          </section>
        ) : null}
        {situations.length > 0 ? <ByLife t={t} situations={situations} /> : <ByService t={t} offers={offers} help={help} />}
        <NewsAndVoice t={t} town={town} news={news} invented={invented} voice={voice} />
      </Wrap>
    </>
  )
}

/** The search of the whole town, with suggestions where script runs. */
export function TownSearch({ t, onBrand, value, keep }: { t: Say<KernelWords>; onBrand?: boolean; value?: string; keep?: readonly { name: string; value: string }[] }) {
  return (
    <SearchBox
      action="/search"
      label={t('portal.search-label')}
      button={t('search.submit')}
      onBrand={onBrand}
      value={value}
      keep={keep}
      suggest={{ href: '/suggest', all: t('portal.search-everything-for', { query: '{q}' }), count: t('portal.suggestions') }}
    />
  )
}

function OwnMatters({ t, matters }: { t: Say<KernelWords>; matters: readonly MatterItem[] }) {
  return (
    <aside class="mr-card mr-stack" aria-labelledby="own-matters">
      <h2 id="own-matters">
        <Hy>{t('portal.matters')}</Hy>
      </h2>
      {matters.length === 0 ? <p class="mr-small">{t('portal.matters-none')}</p> : <MatterList matters={matters.slice(0, 2)} />}
      {matters.length > 0 ? (
        <LinkButton kind="quiet" block href="/my-matters">
          {t('portal.matters-all')}
        </LinkButton>
      ) : null}
    </aside>
  )
}

function ByLife({ t, situations }: { t: Say<KernelWords>; situations: readonly Situation[] }) {
  return (
    <section class="mr-section" aria-labelledby="by-life">
      <h2 id="by-life">{t('portal.life-title')}</h2>
      <LifeGrid situations={situations} />
      <p>
        <MoreLink href="/services">{t('portal.services-all')}</MoreLink>
      </p>
    </section>
  )
}

// With few services the personal way stands beside them as an equal.
function ByService({ t, offers, help }: Pick<Props, 't' | 'offers' | 'help'>) {
  return (
    <section class="mr-section" aria-labelledby="by-service">
      <h2 id="by-service">{t('portal.services-title')}</h2>
      {offers.length === 0 ? <p>{t('portal.services-none')}</p> : null}
      <OfferCards offers={offers}>
        {help.length > 0 ? (
          <Card look="flat">
            <Icon name="phone" size="l" />
            <h3 class="mr-h3">{t('portal.help-title')}</h3>
            <DescriptionList entries={help} />
          </Card>
        ) : null}
      </OfferCards>
    </section>
  )
}

/** Services as generous cards: name, what it is for, where it leads. */
export function OfferCards({ offers, level = 3, children }: { offers: readonly Offer[]; level?: 2 | 3; children?: ComponentChildren }) {
  const Title = `h${level}` as const
  return (
    <Grid min={24}>
      {offers.map((offer) => (
        <Card key={offer.href}>
          <Icon name={iconOf(offer.service)} size="l" />
          <Title class="mr-h3">
            <a href={offer.href}>
              <Hy>{offer.name}</Hy>
            </a>
          </Title>
          <p>{offer.sentence}</p>
          {offer.links.length > 0 ? (
            <ul class="mr-card__links">
              {offer.links.slice(0, 4).map((link) => (
                <li key={link.href}>
                  <MoreLink href={link.href}>{link.label}</MoreLink>
                </li>
              ))}
            </ul>
          ) : null}
        </Card>
      ))}
      {children}
    </Grid>
  )
}

function NewsAndVoice({ t, town, news, invented, voice }: Pick<Props, 't' | 'town' | 'news' | 'invented' | 'voice'>) {
  const list = (
    <section class={voice ? 'mr-stack' : 'mr-section'} aria-labelledby="news">
      <h2 id="news">{t('portal.news', { town })}</h2>
      {invented ? <p class="mr-small mr-muted mr-news__note">{t('portal.news-examples')}</p> : null}
      {news.length === 0 ? <p>{t('portal.news-none')}</p> : <NewsList items={news} />}
      {news.length === 0 ? null : (
        <p>
          <MoreLink href="/news">{t('portal.news-all')}</MoreLink>
        </p>
      )}
    </section>
  )
  if (!voice) return list
  return (
    <div class="mr-split mr-section">
      {list}
      <section class="mr-card mr-card--flat mr-stack mr-top" aria-labelledby="voice">
        <h2 id="voice">{t('portal.voice-title')}</h2>
        <p>{voice.sentence}</p>
        <LinkButton href={voice.href}>{t('portal.service-open', { service: voice.name })}</LinkButton>
      </section>
    </div>
  )
}
