export { type MockServer, type MockServerOptions, startMockServer } from './server/startMockServer.ts'
export { createTenant, type Tenant, type TenantOptions } from './tenant/Tenant.ts'
