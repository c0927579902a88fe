/** How the simulated wallet behaves, for whoever wants to see what is refused. */
export const behaviours = ['right', 'other-key', 'other-name', 'too-much', 'plain'] as const
export type Behaviour = (typeof behaviours)[number]
