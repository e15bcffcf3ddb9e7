export { type KyInstance, kyTransport } from './transport/kyTransport.ts'
