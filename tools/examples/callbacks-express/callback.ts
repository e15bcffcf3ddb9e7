import { createCallbackHandler } from '@wecom/callback'
import { corpToken, createClient } from '@wecom/core'
import { trySendWelcomeMessage } from '@wecom/messages'

const { WECOM_CORP_ID, WECOM_SECRET, WECOM_BASE_URL, WECOM_CALLBACK_TOKEN, WECOM_CALLBACK_KEY } = process.env
if (!WECOM_CORP_ID || !WECOM_SECRET) throw new Error('set WECOM_CORP_ID and WECOM_SECRET')
if (!WECOM_CALLBACK_TOKEN || !WECOM_CALLBACK_KEY) throw new Error('set WECOM_CALLBACK_TOKEN and WECOM_CALLBACK_KEY')

const client = createClient({
  token: corpToken({ corpId: WECOM_CORP_ID, secret: WECOM_SECRET }),
  baseUrl: WECOM_BASE_URL, // if unset, the client calls WeCom
})

export const handle = createCallbackHandler({
  token: WECOM_CALLBACK_TOKEN,
  encodingAesKey: WECOM_CALLBACK_KEY,
  receiveIds: [WECOM_CORP_ID],
  on: {
    add_external_contact: async ({ UserID, welcome }) => {
      // WeCom takes the code for 20 seconds, and gives none if another app greets.
      if (!welcome || welcome.expiresAt < Date.now()) return
      const text = { content: '您好，欢迎光临！' }
      const outcome = await trySendWelcomeMessage(client, { welcome_code: welcome.welcome_code, text })
      console.log('welcome message for', UserID, outcome)
    },
  },
  onEvent: ({ ChangeType, InfoType }) => console.log('no handler for', ChangeType ?? InfoType),
})
