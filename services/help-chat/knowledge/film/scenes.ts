// The pictures of the explainer, drawn as functions of time: no words in them, so that one film serves every language. Made into a film by
// draw-film-testing.ts; the fourth scene is also its poster.

const ink = '#17362f'
const paper = '#f3f7f5'
const leaf = '#2f7a64'
const sun = '#e8a33d'
const sky = '#cfe3ec'
const rose = '#c4493d'

export const sceneSeconds = 6
export const frame = { width: 640, height: 360 }

/** From 0 to 1, gently, between two moments of a scene (shares from 0 to 1). */
const ease = (t: number, from: number, to: number): number => {
  const share = Math.min(1, Math.max(0, (t - from) / (to - from)))
  return share * share * (3 - 2 * share)
}
const at = (x: number, y: number, inside: string, more = ''): string => `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) ${more}">${inside}</g>`
const faded = (opacity: number, inside: string): string => `<g opacity="${opacity.toFixed(3)}">${inside}</g>`

const person = (colour: string): string => `<circle cx="0" cy="-46" r="22" fill="${colour}"/><path d="M-38 40c0-44 18-58 38-58s38 14 38 58z" fill="${colour}"/>`
const phone = (inside = ''): string => `<rect x="-34" y="-62" width="68" height="124" rx="12" fill="${ink}"/><rect x="-28" y="-52" width="56" height="100" rx="4" fill="#fff"/>${inside}`
const lock = (open: number): string => `<path d="M-10 -4v-9a10 10 0 0 1 20 0v9" fill="none" stroke="${ink}" stroke-width="5" transform="translate(0 ${(-7 * open).toFixed(1)})"/><rect x="-16" y="-5" width="32" height="26" rx="5" fill="${sun}"/>`
const letter = `<rect x="-40" y="-27" width="80" height="54" rx="5" fill="#fff" stroke="${ink}" stroke-width="4"/><path d="M-38 -24 0 6 38 -24" fill="none" stroke="${ink}" stroke-width="4"/>`
const bubble = (colour: string, flip = 1): string => `<path transform="scale(${flip} 1)" d="M-62 -34h124a12 12 0 0 1 12 12v40a12 12 0 0 1 -12 12h-84l-26 22v-22h-14a12 12 0 0 1 -12 -12v-40a12 12 0 0 1 12 -12z" fill="${colour}"/><path d="M-46 -14h92M-46 8h60" stroke="#fff" stroke-width="7" stroke-linecap="round"/>`
const lines = (t: number): string => [0, 1, 2, 3, 4].map((n) => `<path d="M-20 ${-38 + n * 18}h${(40 * ease(t, n * 0.12, n * 0.12 + 0.3)).toFixed(1)}" stroke="${n === 1 ? sun : leaf}" stroke-width="7" stroke-linecap="round"/>`).join('')

/** Something happened: a cloud over somebody at work. */
const worry = (t: number): string => at(320, 240, `<rect x="-150" y="46" width="300" height="10" fill="${ink}"/>${person(leaf)}`) + faded(ease(t, 0.1, 0.5), at(330 + 8 * Math.sin(t * 9), 110, `<path d="M-70 26a30 30 0 0 1 8-58 42 42 0 0 1 78-8 34 34 0 0 1 44 66z" fill="#7d8f95"/><path d="M-30 44l-8 22M4 44l-8 22M38 44l-8 22" stroke="${ink}" stroke-width="5" stroke-linecap="round"/>`))

/** Reading in peace, on one's own telephone. */
const reading = (t: number): string => at(230, 240, person(leaf)) + at(390, 190 - 20 * ease(t, 0, 0.4), phone(lines(t)), `scale(${(1 + 0.5 * ease(t, 0, 0.4)).toFixed(3)})`)

/** Choosing one of three people; another one gets no key. */
const choosing = (t: number): string =>
  [-170, 0, 170].map((x, n) => at(320 + x, 220, person([leaf, '#5b7fa6', '#9a6a8d'][n] ?? leaf))).join('') +
  faded(ease(t, 0.25, 0.45), `<rect x="262" y="120" width="116" height="156" rx="14" fill="none" stroke="${sun}" stroke-width="8"/>`) +
  faded(ease(t, 0.55, 0.75), `<path d="M440 140l100 120M540 140l-100 120" stroke="${rose}" stroke-width="10" stroke-linecap="round"/>`)

/** A letter is locked on the device and passes the server unopened. */
const sealed = (t: number): string => {
  const way = ease(t, 0.3, 0.9)
  return (
    at(90, 210, phone()) +
    at(550, 230, person('#5b7fa6')) +
    at(320, 215, `<rect x="-46" y="-60" width="92" height="120" rx="8" fill="${sky}" stroke="${ink}" stroke-width="4"/><path d="M-30 -34h60M-30 -6h60M-30 22h60" stroke="${ink}" stroke-width="5"/>`) +
    at(90 + 390 * way, 130 - 40 * Math.sin(way * Math.PI), letter + at(0, 12, lock(1 - ease(t, 0.08, 0.25))))
  )
}

/** Eight words lead back. */
const words = (t: number): string =>
  at(320, 190, `<rect x="-170" y="-90" width="340" height="180" rx="16" fill="#fff" stroke="${ink}" stroke-width="5"/>${Array.from({ length: 8 }, (_, n) => faded(ease(t, 0.08 * n, 0.08 * n + 0.15), `<rect x="${n % 2 === 0 ? -145 : 15}" y="${-70 + Math.floor(n / 2) * 38}" width="130" height="24" rx="12" fill="${[leaf, sun, '#5b7fa6', '#9a6a8d'][n % 4] ?? leaf}"/>`)).join('')}`)

/** Question and answer. */
const talking = (t: number): string => at(110, 260, person(leaf)) + at(530, 260, person('#5b7fa6')) + faded(ease(t, 0.05, 0.25), at(250, 110, bubble(leaf))) + faded(ease(t, 0.4, 0.6), at(400, 190, bubble('#5b7fa6', -1)))

/** Two ways; the person chooses. */
const ways = (t: number): string =>
  `<path d="M320 330C320 250 180 250 150 150M320 330C320 250 460 250 490 150" fill="none" stroke="${sky}" stroke-width="34" stroke-linecap="round"/>` +
  at(150, 105, bubble(leaf), 'scale(.7)') +
  at(490, 100, `<rect x="-34" y="-44" width="68" height="88" rx="5" fill="#fff" stroke="${ink}" stroke-width="5"/><path d="M-20 -22h40M-20 0h40M-20 22h22" stroke="${ink}" stroke-width="5"/>`) +
  at(320 - 30 * Math.sin(t * Math.PI * 2) * ease(t, 0.2, 0.4), 280, person(leaf), 'scale(.8)')

/** The way out: a page becomes another one at once. */
const leaving = (t: number): string => {
  const gone = ease(t, 0.45, 0.5)
  return (
    `<rect x="120" y="60" width="400" height="240" rx="12" fill="#fff" stroke="${ink}" stroke-width="5"/>` +
    faded(1 - gone, `<path d="M160 150h220M160 184h300M160 218h180" stroke="${leaf}" stroke-width="9" stroke-linecap="round"/><rect x="400" y="84" width="96" height="34" rx="8" fill="none" stroke="${rose}" stroke-width="5"/><path d="M428 101h40m-12-10l12 10-12 10" stroke="${rose}" stroke-width="5" fill="none"/>`) +
    faded(gone, `<circle cx="230" cy="160" r="46" fill="${sun}"/><path d="M120 300V240l110-60 90 50 90-70 110 80v60z" fill="${leaf}" opacity=".75"/>`)
  )
}

export const scenes: readonly ((t: number) => string)[] = [worry, reading, choosing, sealed, words, talking, ways, leaving]

/** One picture as an SVG document: `second` counts from the beginning of the film. Scenes fade in and out of the ground. */
export function picture(second: number): string {
  const at = Math.min(scenes.length - 1, Math.floor(second / sceneSeconds))
  const t = second / sceneSeconds - at
  const shown = Math.min(ease(t, 0, 0.06), 1 - ease(t, 0.94, 1))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}"><rect width="100%" height="100%" fill="${paper}"/>${faded(shown, scenes[at]?.(t) ?? '')}</svg>`
}

export const posterSecond = 3.6 * sceneSeconds
