/** A route as the interface's documentation names it; bodies and answers are described in docs/protocol.md, because browsers check them anyway. */
export const documented = (summary: string) => ({ api: { summary, tag: 'Confidential help' } })
