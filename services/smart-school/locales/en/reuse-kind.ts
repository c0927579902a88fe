import type { Translation } from '@modellregion/kernel/words'
import type { reuseKind as de } from '../de/reuse-kind.ts'

export const reuseKind: Translation<typeof de> = {
  'reuse-kind.summary.codec': (p) => `Reads the messages of ${p.maker} ${p.model} and makes measurements of them.`,
  'reuse-kind.file.missing': (p) => `The file ${p.name} is missing.`,
  'reuse-kind.file.unknown': (p) => `The file ${p.name} does not belong here.`,
  'reuse-kind.file.no-text': (p) => `The file ${p.name} is no text.`,
  'reuse-kind.file.long': (p) => `The file ${p.name} is too long.`,
  'reuse-kind.file.json': (p) => `The file ${p.name} is no valid JSON: ${p.detail}`,
  'reuse-kind.file.form': (p) => `The file ${p.name} is written differently from usual. Once taken over, the same stands in it in another order.`,
  'reuse-kind.licence': (p) => `The licence is given as ${p.item}, the file says ${p.file}. Once taken over, the file counts.`,
  'reuse-kind.licence-unknown': (p) => `The licence ${p.item} cannot be read.`,
  'reuse-kind.codec.ref': 'The name of the codec is made of maker and model in small letters, with a hyphen.',
  'reuse-kind.codec.about': 'Name, maker and model are missing or too long.',
  'reuse-kind.codec.mapping': (p) => `The mapping of ${p.name} names an unknown quantity or no factor.`,
  'reuse-kind.codec.examples': (p, f) => `Example ${f.number(p.at)} cannot be read.`,
  'reuse-kind.codec.no-examples': 'Without examples the codec cannot be put into use once it is taken over.',
  'reuse-kind.codec.failed': (p, f) => `The example ${f.quote(p.name)} does not come out. ${p.said}`,
}
