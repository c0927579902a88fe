import { core } from './en/core.ts'
import { http } from './en/http.ts'
import { frame } from './en/frame.ts'
import { identity } from './en/identity.ts'
import { portal } from './en/portal.ts'
import { forms } from './en/forms.ts'
import { search } from './en/search.ts'
import { jobs } from './en/jobs.ts'
import { files } from './en/files.ts'
import { privacy } from './en/privacy.ts'
import { admin } from './en/admin.ts'

export const en = {
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
