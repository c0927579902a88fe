/** The kernel's pure part: types and rules without input or output, for pages, rules and islands. */
export * from './access/rules.ts'
export type { FieldError, FieldErrorCode, FormErrors, FormResult, Typed } from './forms/index.ts'
export { tickedOf, typedOf } from './forms/typed.ts'
export type { Actor, LevelOfAssurance, RoleGrant } from './identity/actor.ts'
export type { Delegation, RoleRequest } from './identity/queries/role.ts'
export type { JobProgress, JobState } from './jobs/index.ts'
export { highlight, matcherOf, snippet, type Segment } from './search/highlight.ts'
export type { FacetCount, SearchHit, SearchRecord, SearchRequest, SearchResult } from './search/schema.ts'
