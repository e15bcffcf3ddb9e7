import { getAcquisitionQuotaEndpoint } from '@wecom/acquisition'
import { type Served, serve } from '../serve/serve.ts'

export const getAcquisitionQuotaServed: Served = serve(getAcquisitionQuotaEndpoint, ({ acquisitionQuotas }) => ({
  total: acquisitionQuotas.state().total,
  balance: acquisitionQuotas.balance(),
  quota_list: acquisitionQuotas.parts().map((part) => ({ ...part })),
}))
