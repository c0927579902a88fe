import { testServicePort, type TestService } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'

/** The invented foreign service of a demonstration, where it is installed and the town has it. */
export function testServiceOf(platform: Pick<Platform, 'config' | 'registry' | 'directory' | 'port'>, tenantId: string): TestService<Platform> | undefined {
  if (!platform.config.demo) return undefined
  const offering = platform.registry.services.find((service) => service.offers?.[testServicePort] !== undefined)
  return offering && platform.directory.byId(tenantId)?.services.includes(offering.id) === true ? platform.port<TestService<Platform>>(testServicePort) : undefined
}
