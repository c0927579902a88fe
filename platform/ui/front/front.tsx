import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'
import type { Link } from '../page-frame/types.ts'

export type HeroProps = {
  title: string
  lead?: string | undefined
  motifHref?: string | undefined
  /** The search box, `onBrand`. */
  search: ComponentChildren
  /** Often asked for, under the search. */
  often?: { label: string; links: readonly Link[] } | undefined
  /** Card beside the search, e.g. "Meine Anliegen" once signed in. */
  aside?: ComponentChildren
}

/** Question as headline, search, and the town's motif, which never runs under running text. */
export function Hero({ title, lead, motifHref, search, often, aside }: HeroProps) {
  return (
    <section class={aside ? 'mr-hero mr-hero--mine' : 'mr-hero'} aria-labelledby="hero-title">
      <div class="mr-wrap">
        <div class="mr-stack">
          <h1 id="hero-title">
            <Hy>{title}</Hy>
          </h1>
          {lead ? <p class="mr-lead">{lead}</p> : null}
          {search}
          {often ? (
            <ul class="mr-often" aria-label={often.label}>
              {often.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>
                    <Hy>{link.label}</Hy>
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {aside}
      </div>
      {motifHref ? (
        <svg class="mr-hero__motif" aria-hidden="true" focusable="false">
          <use href={`${motifHref}#motif`} width="100%" height="100%" />
        </svg>
      ) : null}
    </section>
  )
}

export type TodayFact = { icon: IconName; title: string; text: string; href?: string | undefined }

/** Up to four facts that are true today; overlaps the hero. */
export function TodayStrip({ label, facts }: { label: string; facts: readonly TodayFact[] }) {
  return (
    <ul class="mr-today" aria-label={label}>
      {facts.map((fact) => (
        <li key={fact.title}>
          <Icon name={fact.icon} />
          <div>
            <b>{fact.href ? <a href={fact.href}>{fact.title}</a> : fact.title}</b>
            <span>{fact.text}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

export type LifeSituation = { icon: IconName; title: string; href: string; tasks: readonly Link[] }

/** Life situations with three real tasks each. */
export function LifeGrid({ situations }: { situations: readonly LifeSituation[] }) {
  return (
    <ul class="mr-life">
      {situations.map((situation) => (
        <li key={situation.href}>
          <Icon name={situation.icon} size="l" />
          <div>
            <h3>
              <a href={situation.href}>
                <Hy>{situation.title}</Hy>
              </a>
            </h3>
            <ul>
              {situation.tasks.map((task) => (
                <li key={task.href}>
                  <a href={task.href}>
                    <Hy>{task.label}</Hy>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}

export type NewsItem = { date: string; dateTime: string; title: string; href: string; text: string; /** Language of title and text, when it is not the page's. */ lang?: string | undefined }

/** News as text, newest first. */
export function NewsList({ items }: { items: readonly NewsItem[] }) {
  return (
    <ul class="mr-news mr-list">
      {items.map((item) => (
        <li key={item.href}>
          <time datetime={item.dateTime}>{item.date}</time>
          <div>
            <h3>
              <a href={item.href} lang={item.lang}>
                <Hy>{item.title}</Hy>
              </a>
            </h3>
            <p lang={item.lang}>{item.text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

export type MatterItem = { href: string; title: string; text: string; status: ComponentChildren }

/** Own matters in the card beside the search. */
export function MatterList({ matters }: { matters: readonly MatterItem[] }) {
  return (
    <ul class="mr-list mr-mine">
      {matters.map((matter) => (
        <li key={matter.href}>
          <a href={matter.href}>
            <b>
              <Hy>{matter.title}</Hy>
            </b>
          </a>
          <p class="mr-small">{matter.text}</p>
          {matter.status}
        </li>
      ))}
    </ul>
  )
}
