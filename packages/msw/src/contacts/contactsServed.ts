import type { Served } from '../serve/serve.ts'
import { batchGetContactsByUserServed } from './batchGetContactsByUser.ts'
import { checkFollowUsersServed } from './checkFollowUsers.ts'
import { createCustomerStrategyServed } from './createCustomerStrategy.ts'
import { deleteCustomerStrategyServed } from './deleteCustomerStrategy.ts'
import { getContactServed } from './getContact.ts'
import { getContactTransferResultLegacyServed } from './getContactTransferResultLegacy.ts'
import { getCustomerStrategyServed } from './getCustomerStrategy.ts'
import { listContactIdsServed } from './listContactIds.ts'
import { listContactTransferResultsServed } from './listContactTransferResults.ts'
import { listCustomerStrategiesServed } from './listCustomerStrategies.ts'
import { listCustomerStrategyRangeServed } from './listCustomerStrategyRange.ts'
import { listFollowUsersServed } from './listFollowUsers.ts'
import { listResignedContactTransferResultsServed } from './listResignedContactTransferResults.ts'
import { listServedContactsServed } from './listServedContacts.ts'
import { listUnassignedContactsServed } from './listUnassignedContacts.ts'
import { transferContactLegacyServed } from './transferContactLegacy.ts'
import { transferContactsServed } from './transferContacts.ts'
import { transferResignedContactsServed } from './transferResignedContacts.ts'
import { updateContactRemarkServed } from './updateContactRemark.ts'
import { updateCustomerStrategyServed } from './updateCustomerStrategy.ts'

/** The endpoints of `@wecom/contacts`, all of them. */
export const contactsServed: readonly Served[] = [
  batchGetContactsByUserServed,
  checkFollowUsersServed,
  createCustomerStrategyServed,
  deleteCustomerStrategyServed,
  getContactServed,
  getContactTransferResultLegacyServed,
  getCustomerStrategyServed,
  listContactIdsServed,
  listContactTransferResultsServed,
  listCustomerStrategiesServed,
  listCustomerStrategyRangeServed,
  listFollowUsersServed,
  listResignedContactTransferResultsServed,
  listServedContactsServed,
  listUnassignedContactsServed,
  transferContactLegacyServed,
  transferContactsServed,
  transferResignedContactsServed,
  updateContactRemarkServed,
  updateCustomerStrategyServed,
]
