/** Colour arithmetic in OKLab (Björn Ottosson, 2020) and contrast after WCAG 2.2, definition of relative luminance. */

export type Oklch = { l: number; c: number; h: number }
type Triple = readonly [number, number, number]

function toLinearRgb({ l, c, h }: Oklch): Triple {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const isInside = (rgb: Triple): boolean => rgb.every((part) => part >= -0.0005 && part <= 1.0005)

/** Keeps lightness and hue and lowers the chroma until the colour exists in sRGB. */
function fit(colour: Oklch): Triple {
  const direct = toLinearRgb(colour)
  if (isInside(direct)) return direct
  let low = 0
  let high = colour.c
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2
    if (isInside(toLinearRgb({ ...colour, c: middle }))) low = middle
    else high = middle
  }
  return toLinearRgb({ ...colour, c: low })
}

const gamma = (part: number): number => (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055)
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** `#rrggbb` of an OKLCH colour, chroma lowered where sRGB ends. Lightness 0 to 1, hue in degrees. */
export function toHex(colour: Oklch): string {
  const byte = (part: number): string =>
    Math.round(gamma(Math.min(1, Math.max(0, part))) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${fit(colour).map(byte).join('')}`
}

function luminance(hex: string): number {
  const part = (at: number): number => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}
