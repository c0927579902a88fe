type Factory = { createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown }

/**
 * On sealed pages (`require-trusted-types-for`) addresses of scripts pass through here: workers of the build and service workers of this very
 * site are let through, everything else is refused, and no text becomes markup or script. Where nothing is sealed it changes nothing.
 */
export function guardScripts(): void {
  const here: typeof globalThis & { trustedTypes?: Factory } = globalThis
  here.trustedTypes?.createPolicy('default', { createScriptURL: (url) => (isOwnScript(new URL(url, location.href)) ? url : null) })
}

/** A built file, or the service worker of a service. */
export const isOwnScript = ({ origin, pathname }: URL, own: string = location.origin): boolean => origin === own && (pathname.startsWith('/assets/') || pathname.endsWith('/worker.js'))
