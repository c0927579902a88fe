export const cockpit = {}
