export { createKyClient as createClient, type KyClientConfig } from './client/createKyClient.ts'
