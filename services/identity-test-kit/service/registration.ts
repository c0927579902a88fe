import { testServicePort, type TestService } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'

export const clientId = 'demo-parking'
/** First page of the invented service. */
export const home = '/identity-test-kit/service'

/** How the invented service would be registered by a town. Nothing outside of demonstrations. */
export const testService: TestService<Platform> & { id: typeof testServicePort } = {
  id: testServicePort,
  clientId,
  address: home,
  card: {
    name: 'Anwohnerparken (Testwerkzeug)',
    office: 'Straßenverkehrsamt (erfunden)',
    purpose: 'Parkausweis für Anwohnende prüfen',
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; § 45 Abs. 1b Nr. 2a StVO',
  },
  registration: async (platform, _town, origin) => {
    if (!platform.config.demo) return undefined
    const address = `${origin}${home}`
    return {
      client_id: clientId,
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: `${address}/keys`,
      client_name: testService.card.name,
      redirect_uris: [`${address}/return`],
      post_logout_redirect_uris: [`${address}/signed-out`],
      backchannel_logout_uri: `${address}/back-channel`,
      backchannel_logout_session_required: true,
      grant_types: ['authorization_code', 'refresh_token', 'urn:openid:params:grant-type:ciba'],
      response_types: ['code'],
      backchannel_token_delivery_mode: 'poll',
      scope: 'openid profile email address offline_access',
      subject_type: 'pairwise',
      mandates: true,
      voluntary_scopes: 'email address',
    }
  },
}
