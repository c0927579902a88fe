import type { UnitOfWork } from '@modellregion/kernel'
import type { EntityName } from '../model.ts'
import type { Geometry } from '../queries/scope.ts'
import type { Call, Options } from '../query/ast.ts'

export async function computeGeometry(_db: UnitOfWork, _entity: EntityName, _options: Options): Promise<Map<Call, Geometry>> {
  return new Map()
}
