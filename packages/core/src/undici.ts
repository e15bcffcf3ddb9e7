export {
  type UndiciTransport,
  undiciTransport,
  type UndiciTransportOptions,
} from './transport/undici/undiciTransport.ts'
