import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const load = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fonts', name))
let loaded: { regular: Buffer; strong: Buffer } | undefined

/** Town Sans as TrueType: pdfkit cannot cut composite glyphs out of WOFF2. Same glyphs as the pages' typeface, see fonts/README.md. */
export const fonts = (): { regular: Buffer; strong: Buffer } => (loaded ??= { regular: load('town-sans-400.ttf'), strong: load('town-sans-600.ttf') })
