export const scim = {}
