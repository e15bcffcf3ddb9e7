import type { Customer } from '../tenant/customers.ts'
import type { Follow } from '../tenant/follows.ts'
import { Random } from '../tenant/random.ts'
import { generatedTagIds, generatedTime, generatedUserid } from './generateCompany.ts'
import type { CorpSize } from './GeneratedSeed.ts'
import { personName } from './personNames.ts'
import type { TenantState } from './SeedFile.ts'

const day = 24 * 3600
/** One customer in so many belongs to two members. No round number: it would meet the same members each time. */
const shared = 11
// Lists that many follows have in common: a million of their own would take a tenth of a gigabyte.
const none: readonly never[] = []
const tagIds = generatedTagIds.map((id) => [id])

/** The customers of a generated corp, and who has them. */
export function generateCustomers(size: CorpSize): Pick<TenantState, 'customers' | 'follows'> {
  const random = new Random(size.random ?? 1)
  const userids = Array.from({ length: size.members }, (_, index) => generatedUserid(index))
  const customers: Customer[] = []
  const follows: Follow[] = []
  for (let index = 0; index < size.customers; index++) {
    const customer = createCustomer(random)
    customers.push(customer)
    const [first = '', second = ''] = [userids[index % size.members], userids[(index + 1) % size.members]]
    follows.push(createFollow(random, first, customer))
    if (index % shared === 0 && second !== first) follows.push(createFollow(random, second, customer))
  }
  return { customers, follows }
}

/** Every tenth or so is a WeCom user, the others are WeChat users. */
function createCustomer(random: Random): Customer {
  const name = personName(random.integer(100), random.integer(100))
  const gender = random.integer(2) === 0 ? 1 : 2
  if (random.integer(10) > 0) {
    return { external_userid: random.id('wm', 30), name, type: 1, gender, unionid: random.id('o', 27) }
  }
  return { external_userid: random.id('wo', 30), name, type: 2, gender, corp_name: '四方贸易' }
}

/** One in three has a tag, and one in two came of themselves. */
function createFollow(random: Random, userid: string, { external_userid, name }: Customer): Follow {
  const addedByCustomer = random.integer(2) === 0
  return {
    userid,
    external_userid,
    remark: name,
    description: '',
    createtime: generatedTime - random.integer(1000 * day),
    remark_mobiles: none,
    tag_ids: tagIds[random.integer(3 * tagIds.length)] ?? none,
    personal_tags: none,
    add_way: addedByCustomer ? 1 : 2,
    oper_userid: addedByCustomer ? external_userid : userid,
  }
}
