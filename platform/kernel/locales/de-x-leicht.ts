import { core } from './de-x-leicht/core.ts'
import { http } from './de-x-leicht/http.ts'
import { frame } from './de-x-leicht/frame.ts'
import { identity } from './de-x-leicht/identity.ts'
import { portal } from './de-x-leicht/portal.ts'
import { forms } from './de-x-leicht/forms.ts'
import { search } from './de-x-leicht/search.ts'
import { jobs } from './de-x-leicht/jobs.ts'
import { files } from './de-x-leicht/files.ts'
import { privacy } from './de-x-leicht/privacy.ts'

export const leicht = {
  ...core,
  ...http,
  ...frame,
  ...identity,
  ...portal,
  ...forms,
  ...search,
  ...jobs,
  ...files,
  ...privacy,
}
