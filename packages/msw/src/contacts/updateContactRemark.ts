import { updateContactRemarkEndpoint } from '@wecom/contacts'
import { checkTemporaryFile } from '../media/checkTemporaryFile.ts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { servesCustomers } from '../tenant/members.ts'
import { findCustomer } from './visibleFollows.ts'

export const updateContactRemarkServed: Served = serve(
  updateContactRemarkEndpoint,
  (
    tenant,
    { userid, external_userid, remark, description, remark_company, remark_mobiles, remark_pic_mediaid },
    { app },
  ) => {
    const member = tenant.members.visibleMember(app, userid)
    const customer = findCustomer(tenant, external_userid)
    const follow = tenant.follows.find(userid, external_userid)
    if (!follow || !servesCustomers(member)) throw new Refusal(84061)
    checkTemporaryFile(tenant, 'image', remark_pic_mediaid)

    tenant.follows.change(follow, {
      ...(remark !== undefined && { remark }),
      ...(description !== undefined && { description }),
      ...(remark_company !== undefined && customer.type === 1 && { remark_corp_name: remark_company || undefined }),
      // WeCom asks for an empty string in this array to clear it; both readings of that are taken.
      ...(remark_mobiles !== undefined && {
        remark_mobiles: [remark_mobiles].flat().filter((mobile) => mobile !== ''),
      }),
      ...(remark_pic_mediaid !== undefined && { remark_pic_mediaid: remark_pic_mediaid || undefined }),
    })
    return {}
  },
  { missing: { userid: 41009, external_userid: 41035 } },
)
