export const bundid = {}
