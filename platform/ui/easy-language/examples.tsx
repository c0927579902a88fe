import type { Example } from '../gallery/example.ts'
import { leichtLines } from './leicht-lines.tsx'

const text = 'Das ist Ihr Antrag. Das Umwelt·amt prüft den Antrag.\nSie müssen **nicht** kommen. Ihre Post·leit·zahl fehlt noch.'

export const examples: Example[] = [
  { name: 'hyphen', body: leichtLines(text, { mark: 'hyphen' }) },
  { name: 'mediopunkt', body: leichtLines(text, { mark: 'mediopunkt' }) },
]
