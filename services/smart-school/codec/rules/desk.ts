import { Type, type Static } from 'typebox'

/** Letters of a program; the largest that makers publish have some ten thousand. */
export const mostProgram = 100_000
export const mostExamplesText = 200_000

/** What the form of a codec asks for. The id only when it is new. */
export const CodecForm = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 80 }),
  maker: Type.String({ minLength: 1, maxLength: 60 }),
  model: Type.String({ minLength: 1, maxLength: 60 }),
  program: Type.String({ minLength: 10, maxLength: mostProgram }),
  mapping: Type.Optional(Type.String({ maxLength: 5_000 })),
  examples: Type.Optional(Type.String({ maxLength: mostExamplesText })),
  note: Type.Optional(Type.String({ maxLength: 300 })),
})
export type CodecForm = Static<typeof CodecForm>

/** The id that a maker and a model give: `ELSYS`, `ERS CO2` is `elsys-ers-co2`. */
export const idOf = (maker: string, model: string): string =>
  [maker, model]
    .map((text) => text.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''))
    .map((part) => part || 'x')
    .join('-')
    .slice(0, 60)
    .replace(/-+$/, '')

/** Why a version may not become active: it has no example, or one that fails. */
export const whyNotActivate = (version: { readonly examples: readonly unknown[]; readonly passed: boolean }): 'no-examples' | 'failed' | undefined =>
  version.examples.length === 0 ? 'no-examples' : version.passed ? undefined : 'failed'
