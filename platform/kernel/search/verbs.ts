const prefix = '(ab|an|auf|aus|bei|dar|ein|fest|fort|frei|her|hin|los|mit|nach|nieder|statt|teil|um|vor|weg|weiter|wieder|zu|zuruck|zusammen)'
const separated = new RegExp(`^${prefix}(?:ge|zu)(.{3,}?)(?:t|en)$`)
const joined = /^ge(.{3,}?)t$/

// Strong verbs whose participle has another vowel: participle stem -> infinitive.
const strong: Record<string, string> = {
  zog: 'ziehen', nomm: 'nehmen', schloss: 'schliessen', schrieb: 'schreiben', sproch: 'sprechen', troff: 'treffen', worf: 'werfen', holf: 'helfen',
  bot: 'bieten', lieh: 'leihen', gang: 'gehen', brach: 'bringen', broch: 'brechen', stand: 'stehen', wies: 'weisen', sung: 'singen', trunk: 'trinken',
  funden: 'finden', bund: 'binden', wonn: 'gewinnen', storb: 'sterben', bor: 'gebaren', lad: 'laden', fall: 'fallen', les: 'lesen', geb: 'geben',
} // prettier-ignore

/**
 * The infinitive behind a participle or a zu-infinitive, folded: `abgeholt` and `abzuholen` -> `abholen`. Its stem is that of the noun (Abholung).
 * Undefined when the word does not look like one.
 */
export function infinitive(word: string): string | undefined {
  const apart = separated.exec(word)
  if (apart) return `${apart[1]}${base(apart[2] ?? '')}`
  const whole = joined.exec(word)
  if (whole) return base(whole[1] ?? '')
  const strongWhole = /^ge(.{3,})en$/.exec(word)
  return strongWhole && strong[strongWhole[1] ?? ''] ? strong[strongWhole[1] ?? ''] : undefined
}

const base = (root: string): string => strong[root] ?? `${root.replace(/e$/, '')}en`
