/**
 * Where to go after signing in or choosing: a path of this very site, never another one. A browser reads `//host`, `/\host`
 * and control characters as the way to another site, so these lead to the front page.
 */
export function safeReturn(path: string | undefined): string {
  if (!path || !/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(path)) return '/'
  const resolved = new URL(path, 'http://here.invalid')
  // `/.//host` loses its dot and would begin with two slashes.
  if (resolved.pathname.startsWith('//')) return '/'
  return resolved.host === 'here.invalid' ? `${resolved.pathname}${resolved.search}${resolved.hash}` : '/'
}
