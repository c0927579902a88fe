import { core } from './de/core.ts'
import { http } from './de/http.ts'
import { frame } from './de/frame.ts'
import { identity } from './de/identity.ts'
import { portal } from './de/portal.ts'
import { forms } from './de/forms.ts'
import { search } from './de/search.ts'
import { jobs } from './de/jobs.ts'
import { files } from './de/files.ts'
import { privacy } from './de/privacy.ts'
import { admin } from './de/admin.ts'

export const de = {
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
  ...admin,
}
