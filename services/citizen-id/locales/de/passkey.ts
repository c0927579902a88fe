export const passkey = {}
