import type { Served } from '../serve/serve.ts'
import { componentCallsServed } from './componentCalls.ts'
import { createAcquisitionLinkServed } from './createAcquisitionLink.ts'
import { deleteAcquisitionLinkServed } from './deleteAcquisitionLink.ts'
import { getAcquisitionChatInfoServed } from './getAcquisitionChatInfo.ts'
import { getAcquisitionLinkServed } from './getAcquisitionLink.ts'
import { getAcquisitionQuotaServed } from './getAcquisitionQuota.ts'
import { getAcquisitionStatisticServed } from './getAcquisitionStatistic.ts'
import { listAcquisitionCustomersServed } from './listAcquisitionCustomers.ts'
import { listAcquisitionLinksServed } from './listAcquisitionLinks.ts'
import { updateAcquisitionLinkServed } from './updateAcquisitionLink.ts'

/** The endpoints of `@wecom/acquisition`, all of them. Its pages keep the corp's own 客户联系 application out. */
export const acquisitionServed: readonly Served[] = [
  createAcquisitionLinkServed,
  deleteAcquisitionLinkServed,
  getAcquisitionChatInfoServed,
  getAcquisitionLinkServed,
  getAcquisitionQuotaServed,
  getAcquisitionStatisticServed,
  listAcquisitionCustomersServed,
  listAcquisitionLinksServed,
  updateAcquisitionLinkServed,
  ...componentCallsServed,
].map((served) => ({ ...served, systemApp: false }))
