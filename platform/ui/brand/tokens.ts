import { type Oklch, toHex } from './oklch.ts'

/**
 * What a town chooses. Hue in degrees, chroma 0 to 0.16, radius in pixels. Lightness is fixed by the table below, and
 * that is why no choice can make a town unreadable (ui.md, decision 2).
 */
export type Brand = { h: number; c: number; accentH: number; accentC: number; radius: number }

export type Scheme = 'light' | 'dark'

type Shade = (brand: Brand) => Oklch
const own = (l: number, chroma: number): Shade => (brand) => ({ l: l / 100, c: chroma, h: brand.h })
const town = (l: number, share = 1): Shade => (brand) => ({ l: l / 100, c: brand.c * share, h: brand.h })
const accent = (l: number, share = 1): Shade => (brand) => ({ l: l / 100, c: brand.accentC * share, h: brand.accentH })
const fixed = (l: number, c: number, h: number): Shade => () => ({ l: l / 100, c, h })
const white = fixed(100, 0, 0)

/** Tokens that follow the town: light, dark. */
const townShades = {
  paper: [own(98.2, 0.005), own(18.5, 0.012)],
  surface: [white, own(22.5, 0.014)],
  sunken: [own(95.4, 0.01), own(27, 0.016)],
  line: [own(88.5, 0.012), own(36, 0.016)],
  edge: [own(55, 0.022), own(64, 0.022)],
  text: [own(22, 0.022), own(95, 0.008)],
  muted: [own(42, 0.024), own(79, 0.016)],
  action: [town(40), town(83, 0.9)],
  'action-hover': [town(31), town(91, 0.6)],
  'on-action': [white, own(20, 0.03)],
  tint: [town(95, 0.3), town(29, 0.4)],
  brand: [town(35), town(27, 0.75)],
  'brand-deep': [town(25, 0.8), town(15, 0.3)],
  mark: [town(35), town(43)],
  'on-brand': [own(98, 0.008), own(98, 0.008)],
  'on-brand-muted': [own(88, 0.028), own(88, 0.028)],
  accent: [accent(84), accent(84)],
  'accent-hover': [accent(90, 0.65), accent(90, 0.65)],
  'on-accent': [own(22, 0.03), own(22, 0.03)],
  focus: [own(16, 0.02), white],
  /** Edge of the search field on brand ground: invisible by day, needed in the dark. */
  'search-edge': [white, own(88, 0.028)],
} as const satisfies Record<string, readonly [Shade, Shade]>

/** Status and data colours mean the same in every town, so they never follow the brand. */
const sharedShades = {
  ok: [fixed(43, 0.085, 168), fixed(80, 0.11, 170)],
  'ok-bg': [fixed(95.5, 0.03, 170), fixed(28, 0.04, 168)],
  warn: [fixed(45, 0.095, 64), fixed(84, 0.12, 80)],
  'warn-bg': [fixed(96, 0.04, 84), fixed(29, 0.045, 70)],
  bad: [fixed(47, 0.185, 27), fixed(79, 0.11, 27)],
  'bad-bg': [fixed(96.3, 0.018, 27), fixed(28, 0.06, 27)],
  info: [fixed(43, 0.085, 235), fixed(81, 0.09, 230)],
  'info-bg': [fixed(96, 0.022, 230), fixed(28, 0.035, 235)],
  d1: [fixed(49, 0.168, 268), fixed(59, 0.188, 276)],
  d2: [fixed(30, 0.089, 35), fixed(76, 0.126, 59)],
  d3: [fixed(65, 0.11, 197), fixed(91, 0.125, 182)],
  d4: [fixed(47, 0.116, 5), fixed(59, 0.07, 3)],
  d5: [fixed(62, 0.126, 95), fixed(95, 0.187, 106)],
  d6: [fixed(30, 0.184, 280), fixed(77, 0.114, 281)],
  s1: [fixed(93, 0.035, 215), fixed(33, 0.04, 250)],
  s2: [fixed(79, 0.085, 225), fixed(46, 0.08, 245)],
  s3: [fixed(60, 0.115, 240), fixed(63, 0.11, 232)],
  s4: [fixed(38, 0.12, 262), fixed(86, 0.08, 215)],
  'band-ok': [fixed(90, 0.05, 195), fixed(38, 0.05, 200)],
  'band-mid': [fixed(84, 0.12, 88), fixed(63, 0.11, 85)],
  'band-bad': [fixed(45, 0.16, 12), fixed(83, 0.1, 15)],
  'on-band-mid': [fixed(20, 0.02, 250), fixed(20, 0.02, 250)],
  'on-band-bad': [white, fixed(18, 0, 0)],
  'map-green': [fixed(92, 0.03, 150), fixed(27, 0.03, 150)],
  'map-water': [fixed(88, 0.035, 230), fixed(33, 0.04, 230)],
} as const satisfies Record<string, readonly [Shade, Shade]>

const shades = { ...townShades, ...sharedShades }
export type Token = keyof typeof shades
export type Palette = Record<Token, string>

/** All colours of a town in one scheme as `#rrggbb`. */
export function palette(brand: Brand, scheme: Scheme): Palette {
  const at = scheme === 'light' ? 0 : 1
  // Object.fromEntries forgets the keys; every token is in `shades`, so the record is complete.
  return Object.fromEntries(Object.entries(shades).map(([token, pair]) => [token, toHex(pair[at](brand))])) as Palette
}
