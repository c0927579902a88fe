/**
 * How the joints of marked compounds (`Post·leit·zahl`) are shown: BITV 2.0 annex 2 asks for the hyphen, Duden prefers the
 * middle dot, and an index, a voice or a copied text wants neither.
 */
export type CompoundMarks = 'hyphen' | 'mediopunkt' | 'none'

/** Replaces the joints of marked compounds. With hyphens, each part of a noun begins with a capital: Post-Leit-Zahl. */
export function showCompounds(text: string, marks: CompoundMarks): string {
  if (!text.includes('·')) return text
  if (marks === 'none') return text.replaceAll('·', '')
  if (marks === 'mediopunkt') return text
  return text.replace(/[\p{L}\d]+(?:·[\p{L}\d]+)+/gu, (word) => {
    const noun = /^\p{Lu}/u.test(word)
    return word.split('·').map((part) => (noun ? part.charAt(0).toUpperCase() + part.slice(1) : part)).join('-')
  })
}

const noBreak = '\u00A0'
const unit = '(?:[kMG]?B|[cmk]?m|km/h|kWh|MWh|kW|W|kg|g|m²|km²|°C|ppm|€|Euro|%|Uhr|Cent)(?![\\p{L}\\d])'
const numberThenUnit = new RegExp(`(\\d) (?=${unit})`, 'gu')

// One look decides for most texts, because this runs at every text with arguments.
const mayHold = /[\d§] |\b(?:Absatz|Satz|Nummer|Artikel|Frau|Herrn?|Dr\.|Ms|Mr) /

/** No-break spaces between number and unit, section sign and number, title and name; `Intl` sets its own. */
export function holdTogether(text: string): string {
  if (!mayHold.test(text)) return text
  return text
    .replace(numberThenUnit, `$1${noBreak}`)
    .replace(/(§§?|\b(?:Absatz|Satz|Nummer|Artikel)) (?=\d)/g, `$1${noBreak}`)
    .replace(/\b(Frau|Herr|Herrn|Dr\.|Ms|Mr) (?=\p{Lu})/gu, `$1${noBreak}`)
}

const directionControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Makes text that a person typed harmless inside a sentence: its own direction controls go, and text that runs from right
 * to left is wrapped in isolates (what `<bdi>` does in markup), so that it cannot turn the words around it.
 */
export function isolate(text: string): string {
  const plain = text.replace(directionControls, '')
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain
}

/** A run of text; `strong` where the dictionary wrote `**…**`. */
export type Run = { readonly text: string; readonly strong: boolean }

/** A value as lines of runs: `\n` begins a line, `**…**` is emphasis. For components that show both. */
export function linesOf(value: string): readonly (readonly Run[])[] {
  return value.split('\n').map((line) =>
    line
      .split('**')
      .map((text, index) => ({ text, strong: index % 2 === 1 }))
      .filter((run) => run.text !== ''),
  )
}

/** The value as plain text, emphasis marks gone. */
export function withoutMarks(value: string): string {
  return value.includes('**') ? value.replaceAll('**', '') : value
}
