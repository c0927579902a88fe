import type { FrameFooter, FrameTown, FrameView, FrameWords, LanguageLink, NavLink } from '../page-frame/types.ts'

// Data of the examples: the three demonstration towns and the words of the frame. Everything here is invented or public.

export const aachen: FrameTown = {
  kind: 'Stadt',
  name: 'Aachen',
  markHref: '/brand/aachen-mark.svg',
  motifHref: '/brand/aachen-motif.svg',
  brand: { h: 225, c: 0.075, accentH: 92, accentC: 0.155, radius: 4 },
  address: 'Bürgerservice, Hackländerstraße 1, 52064 Aachen',
  hours: 'Mo–Fr 8–18 Uhr, Sa 9–13 Uhr',
  phone: { label: 'Telefon 115', href: 'tel:115' },
}

export const lindenhafen: FrameTown = {
  ...aachen,
  kind: 'Hansestadt',
  name: 'Lindenhafen',
  markHref: '/brand/lindenhafen-mark.svg',
  motifHref: '/brand/lindenhafen-motif.svg',
  brand: { h: 27, c: 0.12, accentH: 205, accentC: 0.085, radius: 0 },
  address: 'Rathaus, Am Alten Hafen 1, 00001 Lindenhafen',
}

export const hohenried: FrameTown = {
  ...aachen,
  kind: 'Gemeinde',
  name: 'Hohenried',
  markHref: '/brand/hohenried-mark.svg',
  motifHref: '/brand/hohenried-motif.svg',
  brand: { h: 148, c: 0.08, accentH: 62, accentC: 0.13, radius: 8 },
  address: 'Gemeindeamt, Dorfplatz 2, 00002 Hohenried',
}

export const frameWords: FrameWords = {
  skip: 'Zum Inhalt',
  home: 'Startseite',
  mainNav: 'Hauptmenü',
  menu: 'Menü',
  language: 'Sprache',
  view: 'Ansicht',
  themeSystem: 'Wie im Gerät',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  contrastMore: 'Mehr Kontrast',
  contrastNormal: 'Normaler Kontrast',
  breadcrumb: 'Sie sind hier',
  footerPeople: 'Persönlich da',
  footerUnderstand: 'Für alle verständlich',
  footerBroken: 'Etwas klappt nicht?',
}

export const nav: NavLink[] = [
  { href: '/anliegen', label: 'Anliegen' },
  { href: '/themen', label: 'Themen' },
  { href: '/open-data', label: 'Daten', current: 'section' },
  { href: '/mitmachen', label: 'Mitmachen' },
  { href: '/rathaus', label: 'Rathaus' },
]

export const footer: FrameFooter = {
  understand: [
    { href: '/leichte-sprache', label: 'Leichte Sprache' },
    { href: '/gebaerdensprache', label: 'Gebärdensprache' },
    { href: '/barrierefreiheit', label: 'Erklärung zur Barrierefreiheit' },
  ],
  broken: [
    { href: '/melden', label: 'Barriere oder Fehler melden' },
    { href: '/status', label: 'Status der Dienste' },
    { href: '/papier', label: 'Alles auch auf Papier' },
  ],
  legal: [
    { href: '/impressum', label: 'Impressum' },
    { href: '/datenschutz', label: 'Datenschutzerklärung' },
    { href: '/quelltext', label: 'Quelltext (EUPL-1.2)' },
  ],
}

export const languages: LanguageLink[] = [
  { code: 'de', label: 'Deutsch', href: '?sprache=de', current: true },
  { code: 'en', label: 'English', href: '?sprache=en' },
]

export const view: FrameView = { action: '/ansicht', back: '/', theme: 'system' }

/** Everything `PageFrame` needs besides its content. */
export const frame = {
  town: aachen,
  words: frameWords,
  lang: 'de',
  nav,
  footer,
  languages,
  view,
  easyLanguage: { href: '/leichte-sprache', label: 'Leichte Sprache' },
  signLanguage: { href: '/gebaerdensprache', label: 'Gebärdensprache' },
  mine: { href: '/meine', label: 'Meine Anliegen', count: 2 },
}
