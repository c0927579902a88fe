export { hostOf, whyNotUrl, type Allowed } from './address-rules.ts'
export { guardedFetchAll, type FetchedAll } from './fetch-all.ts'
export { guardedFetch, type Fetched, type FetchOptions } from './guarded-fetch.ts'
export { fetchReasons, FetchRefusalError, type FetchReason, type FetchRefusal } from './refusal.ts'
