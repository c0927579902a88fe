import type { Locale } from '../i18n/index.ts'
import { isLocale } from '../i18n/index.ts'
import type { Theme } from './request.ts'

/**
 * Language: the link that was just followed, else the remembered choice, else the browser's wish, else the town's first.
 * Leichte Sprache is never guessed: people choose it.
 */
export function pickLocale(offered: readonly Locale[], asked: string | undefined, remembered: string | undefined, accepted: string | undefined): Locale {
  const first = offered[0] ?? 'de'
  const chosen = [asked, remembered].find((locale) => locale !== undefined && isLocale(locale) && offered.includes(locale))
  if (chosen !== undefined && isLocale(chosen)) return chosen
  return languagesOf(accepted).find((locale): locale is Locale => isLocale(locale) && offered.includes(locale)) ?? first
}

function languagesOf(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const quality = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1)
      return { language: tag.slice(0, 2).toLowerCase(), quality }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
}

export function pickTheme(asked: string | undefined, remembered: string | undefined): Theme {
  const chosen = asked ?? remembered
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}
