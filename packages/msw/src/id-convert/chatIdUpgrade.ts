import {
  convertChatIdsEndpoint,
  scheduleChatIdUpgradeEndpoint,
  upgradeChatIdsForNewCorpsEndpoint,
} from '@wecom/id-convert'
import { notServed } from '../serve/notServed.ts'
import type { Served } from '../serve/serve.ts'

const why = "provider's apps know group chats by the corp's ids here, so that there is nothing to upgrade"

/** The upgrade of a provider-developed app's ids of group chats. */
export const chatIdUpgradeServed: readonly Served[] = [
  notServed(convertChatIdsEndpoint, why),
  notServed(scheduleChatIdUpgradeEndpoint, why),
  notServed(upgradeChatIdsForNewCorpsEndpoint, why),
]
