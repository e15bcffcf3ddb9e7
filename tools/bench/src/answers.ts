import type { BatchGetContactsByUserResult, GetContactResult } from '@wecom/contacts'
import type { GetAccessTokenResult } from '@wecom/core'

const customer: GetContactResult['external_contact'] = {
  external_userid: 'wmqfasd1e1927831291723123109rAAA',
  name: '李四',
  avatar: 'http://p.qlogo.cn/bizmail/IcsdgagqefergqerhewSdage/0',
  type: 1,
  gender: 1,
  unionid: 'ozynqsulJFCZ2z1aYeS8h-nuasdAAA',
}
const relation: BatchGetContactsByUserResult['external_contact_list'][number]['follow_info'] = {
  userid: 'rocky',
  remark: '李部长',
  description: '对接采购事务',
  createtime: 1_525_779_812,
  remark_corp_name: '腾讯科技',
  remark_mobiles: ['13800000001', '13000000002'],
  add_way: 1,
  oper_userid: 'rocky',
  state: 'teststate',
}

const getContact: GetContactResult = {
  external_contact: customer,
  follow_user: [
    {
      ...relation,
      tags: [{ group_name: '标签分组名称', tag_name: '标签名称', tag_id: 'etAJ2GCAAAXtWyujaWJHDDGi0m', type: 1 }],
    },
  ],
}
const batchGetContactsByUser: BatchGetContactsByUserResult = {
  external_contact_list: Array.from({ length: 100 }, () => ({
    external_contact: customer,
    follow_info: { ...relation, tag_id: ['etAJ2GCAAAXtWyujaWJHDDGi0m'] },
  })),
  next_cursor: '',
}
const getAccessToken: GetAccessTokenResult = { access_token: 'token', expires_in: 7200 }

/** The answers of the benchmark's server, as JSON. The key is the path of the request. */
export const answers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '/cgi-bin/externalcontact/get': getContact,
    '/cgi-bin/externalcontact/batch/get_by_user': batchGetContactsByUser,
    '/cgi-bin/gettoken': getAccessToken,
  }).map(([path, result]) => [path, JSON.stringify({ errcode: 0, errmsg: 'ok', ...result })]),
)
