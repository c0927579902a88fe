import type { ComponentChildren } from 'preact'
import type { Brand } from '../brand/tokens.ts'
import type { Theme } from '../document/document.tsx'
import type { IconName } from '../icon/icon.tsx'

export type Link = { href: string; label: string }
export type IconLink = Link & { icon?: IconName | undefined }
/** `current` is `page` for this very page and `section` for an ancestor of it. */
export type NavLink = Link & { current?: 'page' | 'section' | undefined }
export type Crumb = { label: string; href?: string | undefined }

/** One language of the page. `label` is written in that language ("English"), `code` is BCP 47. */
export type LanguageLink = { code: string; label: string; href: string; current?: boolean | undefined }

/** The town as the frame shows it. */
export type FrameTown = {
  /** "Stadt", "Hansestadt", "Gemeinde" */
  kind: string
  name: string
  /** SVG with `<symbol id="mark">`, or any picture. */
  markHref: string
  /** SVG with `<symbol id="motif">`; only the front page shows it. */
  motifHref?: string | undefined
  brand: Brand
  homeHref?: string | undefined
  /** One line: office, street and number, postcode and place. */
  address: string
  hours: string
  /** Absent while the town has not entered one. */
  phone?: { label: string; href: string } | undefined
}

/** Every label of the frame. The kit has no words of its own. */
export type FrameWords = {
  /** Skip link: "Zum Inhalt" */
  skip: string
  /** Said after the town's name in the link of the mark: "Startseite" */
  home: string
  /** Name of the main navigation for screen readers: "Hauptmenü" */
  mainNav: string
  /** Button on phones: "Menü" */
  menu: string
  /** Said before the current language: "Sprache" */
  language: string
  /** Title of the appearance switch: "Ansicht" */
  view: string
  themeSystem: string
  themeLight: string
  themeDark: string
  contrastMore: string
  contrastNormal: string
  /** Name of the path for screen readers: "Sie sind hier" */
  breadcrumb: string
  /** Titles of the three footer columns. */
  footerPeople: string
  footerUnderstand: string
  footerBroken: string
}

export type FrameFooter = { understand: readonly Link[]; broken: readonly Link[]; legal: readonly Link[] }

/**
 * Where the appearance form goes (GET) and what is set now. It sends `theme` (`system|light|dark`) or `contrast`
 * (`more|normal`), and `back`, the address to return to.
 */
export type FrameView = { action: string; back: string; theme: Theme; contrast?: boolean | undefined }

export type FrameProps = {
  town: FrameTown
  words: FrameWords
  lang: string
  nav: readonly NavLink[]
  footer: FrameFooter
  easyLanguage?: Link | undefined
  signLanguage?: Link | undefined
  languages?: readonly LanguageLink[] | undefined
  view?: FrameView | undefined
  /** "Meine Anliegen" or "Anmelden"; the count is shown in brackets. */
  mine?: { href: string; label: string; count?: number | undefined; current?: boolean | undefined } | undefined
  breadcrumb?: readonly Crumb[] | undefined
  /** `page` 75 rem, `form` 52 rem, `front` no container at all, `board` little margin above. */
  width?: 'page' | 'form' | 'front' | 'board' | undefined
  /** Says on top of every page that something is not as usual: demo, maintenance. */
  banner?: ComponentChildren
  /** For whom somebody acts who acts for somebody else: on every page, with the way out. */
  acting?: { text: string; link: Link } | undefined
  /** At a computer that several people use: signing out is one click away on every page. */
  shared?: { text: string; action: string; csrf: string; label: string } | undefined
  children?: ComponentChildren
}
