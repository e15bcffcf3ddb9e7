export { type Action, actions } from './people/actions.ts'
export { seedFileSchema } from './seed/seedFileSchema.ts'
export { type MockServer, type MockServerOptions, startMockServer } from './server/startMockServer.ts'
export { createTenant, type Tenant, type TenantOptions } from './tenant/Tenant.ts'
