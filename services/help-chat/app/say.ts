export type Words = Readonly<Record<string, string>>
export type SayWords = (key: string, args?: Readonly<Record<string, string | number>>) => string

/** The speaker of an island: fills `{name}` in its packed words. A key nobody packed is shown as it is, so that a test sees it. */
export const sayWith =
  (words: Words): SayWords =>
  (key, args = {}) =>
    (words[key] ?? key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole))
