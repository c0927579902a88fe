/** Every demonstration town signs its people in itself. */
export const demoTowns = { aachen: {}, lindenhafen: {}, hohenried: {} }
