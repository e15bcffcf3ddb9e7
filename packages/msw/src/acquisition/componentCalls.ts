import {
  createAcquisitionOnceKeysEndpoint,
  getAcquisitionComponentAuthEndpoint,
  getAcquisitionPermitEndpoint,
  listAcquisitionBillsEndpoint,
} from '@wecom/acquisition'
import { notServed } from '../serve/notServed.ts'
import type { Served } from '../serve/serve.ts'

const component = 'only the acquisition component (获客助手组件) of a provider may call it'

/** Calls of which nobody outside a few providers has seen the answers. */
export const componentCallsServed: readonly Served[] = [
  notServed(createAcquisitionOnceKeysEndpoint, component),
  notServed(getAcquisitionComponentAuthEndpoint, component),
  notServed(listAcquisitionBillsEndpoint, component),
  notServed(getAcquisitionPermitEndpoint, 'only marketing acquisition apps (营销获客) may call it'),
]
