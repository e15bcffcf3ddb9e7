import {
  batchGetContactsByUserEndpoint,
  getContact,
  getContactEndpoint,
  listContactIds,
  listFollowUsers,
} from '@wecom/contacts'
import { type Client, isWeComError, paginate, paginateItems } from '@wecom/core'
import { explainErrcode } from '@wecom/core/errcodes'
import type { Narrator } from './narrator.ts'

/** The ids that later parts of the demo use. */
export interface Found {
  readonly userids: readonly string[]
  /** A customer, and a member who has this customer. Undefined if the corp has no customers. */
  readonly customer: { readonly userid: string; readonly external_userid: string; readonly name: string } | undefined
}

/** Runs the part of the demo that only reads. It works with any corp. */
export async function readStory(client: Client, narrator: Narrator): Promise<Found> {
  narrator.chapter('Members who serve customers: listFollowUsers')
  const { follow_user: userids } = await listFollowUsers(client)
  narrator.say(userids.slice(0, 10).join(', '))
  narrator.check(`${userids.length} members have the customer-contact feature`, userids.length > 0)

  narrator.chapter('Their customers, page by page: paginate(client, batchGetContactsByUserEndpoint, …)')
  const rows: string[][] = []
  let differing = 0
  let customer: Found['customer']
  for (const userid of userids.slice(0, 10)) {
    const { external_userid: ids } = await listContactIds(client, { userid })
    const pages: number[] = []
    const params = { userid_list: [userid], limit: 20 }
    for await (const { items } of paginate(client, batchGetContactsByUserEndpoint, params)) {
      pages.push(items.length)
      const [first] = items
      if (first) customer ??= { userid, ...first.external_contact }
    }
    if (ids.length !== sum(pages)) differing++
    rows.push([userid, `${ids.length} customers`, `pages of ${pages.join(' + ')}`])
  }
  narrator.table(rows)
  narrator.check('the pages contain every customer that listContactIds returns', differing === 0)

  if (customer) await showCustomer(client, narrator, customer.external_userid)
  await explainFailure(client, narrator)
  return { userids, customer }
}

async function showCustomer(client: Client, narrator: Narrator, external_userid: string): Promise<void> {
  narrator.chapter('One customer in detail: getContact')
  const { external_contact } = await getContact(client, { external_userid })
  narrator.say(`${external_contact.name} (${external_contact.type === 1 ? 'WeChat' : 'WeCom'} user) ${external_userid}`)
  const followers: string[][] = []
  for await (const follower of paginateItems(client, getContactEndpoint, { external_userid })) {
    const tags = follower.tags?.map(({ tag_name }) => tag_name).join(', ')
    const since = new Date(follower.createtime * 1000).toISOString().slice(0, 10)
    followers.push([follower.userid, `since ${since}`, follower.remark || '–', tags || '–'])
  }
  narrator.table(followers)
  narrator.check('the detail contains every member who added the customer', followers.length > 0)
}

async function explainFailure(client: Client, narrator: Narrator): Promise<void> {
  narrator.chapter('Explain an error: isWeComError, explainErrcode')
  const mistake = await getContact(client, { external_userid: 'wmNobodyHasThisId' }).catch((error: unknown) => error)
  if (!isWeComError(mistake) || mistake.kind !== 'api') {
    narrator.check('an unknown customer is an error with an errcode', false)
    return
  }
  narrator.say(mistake.summary)
  const explanation = explainErrcode(mistake.errcode)
  if (explanation) {
    narrator.say(`${explanation.title}: ${explanation.meaning}`)
    narrator.say(`What to do: ${explanation.remedy}`)
  }
  narrator.check(`explainErrcode returns the meaning of ${mistake.errcode} and a remedy`, explanation !== undefined)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
