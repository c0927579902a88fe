/** Which towns of the demonstration region have a project office, and what they call it. */
export const demoTowns: Readonly<Record<string, { name?: string }>> = { aachen: { name: 'Projektbüro' }, lindenhafen: {}, hohenried: {} }
