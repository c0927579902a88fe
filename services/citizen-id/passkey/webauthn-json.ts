/** The options and answers of WebAuthn as JSON. Browsers bring functions for it only since 2024, so the few lines are here. */
type Json = Record<string, unknown>

const bytesOf = (text: unknown): ArrayBuffer => {
  const binary = atob(String(text).replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0)).buffer
}
const textOf = (bytes: ArrayBuffer): string => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const described = (list: unknown): PublicKeyCredentialDescriptor[] => ((list ?? []) as Json[]).map((one) => ({ ...one, id: bytesOf(one['id']), type: 'public-key' }))

export const createOptions = (json: Json): PublicKeyCredentialCreationOptions =>
  ({ ...json, challenge: bytesOf(json['challenge']), user: { ...(json['user'] as Json), id: bytesOf((json['user'] as Json)['id']) }, excludeCredentials: described(json['excludeCredentials']) }) as unknown as PublicKeyCredentialCreationOptions // written by our server

export const getOptions = (json: Json): PublicKeyCredentialRequestOptions =>
  ({ ...json, challenge: bytesOf(json['challenge']), allowCredentials: described(json['allowCredentials']) }) as unknown as PublicKeyCredentialRequestOptions // written by our server

export function answerOf(credential: PublicKeyCredential): string {
  const { response } = credential
  const parts: Json = { clientDataJSON: textOf(response.clientDataJSON) }
  if (response instanceof AuthenticatorAttestationResponse) Object.assign(parts, { attestationObject: textOf(response.attestationObject), transports: response.getTransports?.() ?? [] })
  if (response instanceof AuthenticatorAssertionResponse)
    Object.assign(parts, { authenticatorData: textOf(response.authenticatorData), signature: textOf(response.signature), ...(response.userHandle && { userHandle: textOf(response.userHandle) }) })
  return JSON.stringify({ id: credential.id, rawId: textOf(credential.rawId), type: credential.type, clientExtensionResults: {}, authenticatorAttachment: credential.authenticatorAttachment ?? undefined, response: parts })
}
