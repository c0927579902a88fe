/** Every demonstration town has the simulators. */
export const demoTowns = { aachen: {}, lindenhafen: {}, hohenried: {} }
