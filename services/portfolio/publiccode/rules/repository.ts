/** Where a forge keeps the raw file and tells of the last change. Each line is a habit of its program; nothing is asked here. */

type Forge = {
  readonly id: 'github' | 'gitlab' | 'gitea' | 'bitbucket'
  readonly isHost: (host: string) => boolean
  /** Raw address of a file at the top of the main branch; `path` is `owner/name`. */
  readonly raw: (origin: string, path: string, file: string) => readonly string[]
  /** The newest commit as JSON, readable without a token. */
  readonly commits?: (origin: string, path: string) => string
}

const forges: readonly Forge[] = [
  { id: 'github', isHost: (host) => host === 'github.com', raw: (_, path, file) => [`https://raw.githubusercontent.com/${path}/HEAD/${file}`], commits: (_, path) => `https://api.github.com/repos/${path}/commits?per_page=1` },
  // gitlab.com, gitlab.opencode.de and every installation of one's own
  { id: 'gitlab', isHost: (host) => /(?:^|\.)gitlab\./.test(host) || host === 'gitlab.com' || host === 'opencode.de' || host === 'salsa.debian.org', raw: (origin, path, file) => [`${origin}/${path}/-/raw/HEAD/${file}`], commits: (origin, path) => `${origin}/api/v4/projects/${encodeURIComponent(path)}/repository/commits?per_page=1` },
  { id: 'gitea', isHost: (host) => host === 'codeberg.org' || /^(?:gitea|forgejo)\./.test(host), raw: (origin, path, file) => [`${origin}/${path}/raw/branch/main/${file}`, `${origin}/${path}/raw/branch/master/${file}`], commits: (origin, path) => `${origin}/api/v1/repos/${path}/commits?limit=1` },
  { id: 'bitbucket', isHost: (host) => host === 'bitbucket.org', raw: (origin, path, file) => [`${origin}/${path}/raw/HEAD/${file}`] },
] // prettier-ignore

const names = ['publiccode.yml', 'publiccode.yaml'] as const

/** Addresses to try for a repository or a file, the likeliest first; six at most. Empty for what is no web address. */
export function rawAddresses(address: string): string[] {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return []
  const forge = forges.find(({ isHost }) => isHost(url.hostname))
  const path = url.pathname.replace(/^\/+|\/+$/g, '')
  // A page that shows the file: /blob/<branch>/… becomes its raw form.
  const blob = /^(.+?)\/(?:-\/)?(?:blob|src\/branch|src)\/([^/]+)\/(.+)$/.exec(path)
  if (forge && blob?.[1] && blob[2] && blob[3]) return [forge.id === 'github' ? `https://raw.githubusercontent.com/${blob[1]}/${blob[2]}/${blob[3]}` : forge.id === 'gitlab' ? `${url.origin}/${blob[1]}/-/raw/${blob[2]}/${blob[3]}` : `${url.origin}/${blob[1]}/raw/branch/${blob[2]}/${blob[3]}`]
  if (/\.ya?ml$/i.test(path)) return [url.href]
  const repository = path.replace(/\.git$/, '')
  if (repository === '') return []
  if (forge) return names.flatMap((name) => forge.raw(url.origin, repository, name))
  // A forge that is not known by its name: the three habits there are.
  return [`${url.origin}/${repository}/-/raw/HEAD/publiccode.yml`, `${url.origin}/${repository}/raw/branch/main/publiccode.yml`, `${url.origin}/${repository}/raw/HEAD/publiccode.yml`, `${url.origin}/${repository}/publiccode.yml`]
}

/** Where the forge tells of its newest commit; undefined where no forge is known. */
export function commitsAddress(repository: string): string | undefined {
  const url = URL.canParse(repository) ? new URL(repository) : undefined
  const path = url?.pathname.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')
  if (!url || !path) return undefined
  return forges.find(({ isHost }) => isHost(url.hostname))?.commits?.(url.origin, path)
}

/** The day of the newest commit out of a forge's answer; GitHub, GitLab and Gitea name it differently. */
export function lastCommitIn(answer: unknown): string | undefined {
  const first: unknown = Array.isArray(answer) ? answer[0] : undefined
  const at = (value: unknown, ...path: string[]): unknown => path.reduce<unknown>((found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined), value)
  const moment = [at(first, 'commit', 'committer', 'date'), at(first, 'committed_date'), at(first, 'created')].find((found) => typeof found === 'string')
  return typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(moment) ? moment.slice(0, 10) : undefined
}
