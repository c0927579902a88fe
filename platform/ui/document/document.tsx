import type { ComponentChildren } from 'preact'
import { Hyphenation } from '../hyphenation/hy.tsx'
import { softHyphens } from '../hyphenation/soft-hyphens.ts'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'citizen' | 'dense'

/** Addresses the page loads. `brand` is the sheet of `brandCss`; it must come before the kit's own styles. */
export type PageAssets = {
  brand: string
  styles: readonly string[]
  scripts: readonly string[]
  /** woff2 files to fetch early; at most two. */
  fonts?: readonly string[] | undefined
}

export type DocumentProps = {
  /** BCP 47, for Leichte Sprache `de-simple-x-leicht`. */
  lang: string
  /** Whole text of the title: page, service, town. See `pageTitle`. */
  title: string
  assets: PageAssets
  description?: string | undefined
  theme?: Theme | undefined
  density?: Density | undefined
  /** More contrast than the device asks for. */
  contrast?: boolean | undefined
  /** Favicon, usually the town's mark. */
  icon?: string | undefined
  manifest?: string | undefined
  canonical?: string | undefined
  alternates?: readonly { lang: string; href: string }[] | undefined
  feeds?: readonly { title: string; href: string; type: string }[] | undefined
  noIndex?: boolean | undefined
  /** Reload after so many seconds, for progress pages without script. */
  refresh?: number | undefined
  children?: ComponentChildren
}

const dividesWords = (lang: string): boolean => lang === 'de' || /^de-[A-Z]{2}$/.test(lang)
const asIs = (text: string): string => text

/** `<html>` with head and body. The caller puts `<!doctype html>` before it. Nothing in it is inline, so `style-src 'self'` holds. */
export function Document(props: DocumentProps) {
  const { lang, title, assets, theme = 'system', density = 'citizen' } = props
  return (
    <html
      lang={lang}
      data-theme={theme === 'system' ? undefined : theme}
      data-density={density === 'dense' ? 'dense' : undefined}
      data-contrast={props.contrast ? 'more' : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {props.refresh ? <meta http-equiv="refresh" content={String(props.refresh)} /> : null}
        {props.description ? <meta name="description" content={props.description} /> : null}
        {props.noIndex ? <meta name="robots" content="noindex" /> : null}
        {(assets.fonts ?? []).map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.brand} />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {props.icon ? <link rel="icon" href={props.icon} /> : null}
        {props.manifest ? <link rel="manifest" href={props.manifest} /> : null}
        {props.canonical ? <link rel="canonical" href={props.canonical} /> : null}
        {(props.alternates ?? []).map(({ lang: hrefLang, href }) => (
          <link key={hrefLang} rel="alternate" hreflang={hrefLang} href={href} />
        ))}
        {(props.feeds ?? []).map((feed) => (
          <link key={feed.href} rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
        ))}
        {assets.scripts.map((href) => (
          <script key={href} type="module" src={href} />
        ))}
      </head>
      <body>
        <Hyphenation.Provider value={dividesWords(lang) ? softHyphens : asIs}>{props.children}</Hyphenation.Provider>
      </body>
    </html>
  )
}

/** `{page} – {service} – {town}`; with errors the given word comes first ("Fehler: …", words.md 1.3). Empty parts fall away. */
export function pageTitle(parts: { page: string; service?: string | undefined; town: string; error?: string | undefined }): string {
  const title = [parts.page, parts.service, parts.town].filter((part, at, all) => part && part !== all[at - 1]).join(' – ')
  return parts.error ? `${parts.error}: ${title}` : title
}
