/** Why data may have to wait or to stay inside. The catalogue of criteria sorts its questions by these. */
export const grounds = ['readability', 'completeness', 'quality', 'licence', 'third-party', 'data-protection', 'statistical-secrecy', 'infrastructure', 'trade-secrets', 'demand'] as const
export type Ground = (typeof grounds)[number]
