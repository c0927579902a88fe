import { Type, type Static } from 'typebox'

/** Why data may have to wait or to stay inside. The catalogue of criteria sorts its questions by these. */
export const grounds = ['readability', 'completeness', 'quality', 'licence', 'third-party', 'data-protection', 'statistical-secrecy', 'infrastructure', 'trade-secrets', 'demand'] as const
export type Ground = (typeof grounds)[number]
export const groundChoice = Type.Union(grounds.map((ground) => Type.Literal(ground)))

/** A question of the catalogue. It is put so that "yes" speaks for publication. */
export type Criterion = {
  readonly code: string
  /** Who answers it: the department in its check, or the group. */
  readonly stage: 'check' | 'decide'
  readonly ground: Ground
  /** 1 to 5. */
  readonly weight: number
  /** A "no" keeps the data from being published, whatever the other answers. */
  readonly knockOut: boolean
  readonly question: { readonly de: string; readonly en: string }
  /** The town has added it. */
  readonly own?: boolean
}

export type OwnCriterion = Criterion & { id: string; createdAt: Date; retiredAt: Date | null }

export type Catalogue = { readonly version: string; readonly criteria: readonly Criterion[] }

/** A question the town adds. */
export const CriterionForm = Type.Object({
  questionDe: Type.String({ minLength: 10, maxLength: 300 }),
  questionEn: Type.Optional(Type.String({ maxLength: 300 })),
  stage: Type.Union([Type.Literal('check'), Type.Literal('decide')]),
  ground: groundChoice,
  weight: Type.Integer({ minimum: 1, maximum: 5 }),
  knockOut: Type.Optional(Type.Boolean()),
})
export type CriterionForm = Static<typeof CriterionForm>

export const SettingForm = Type.Object({
  checkDays: Type.Integer({ minimum: 1, maximum: 90 }),
  decideDays: Type.Integer({ minimum: 1, maximum: 90 }),
  smallestGroup: Type.Integer({ minimum: 2, maximum: 100 }),
})
