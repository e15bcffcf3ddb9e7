import { Injectable } from '@nestjs/common'
import { createCallbackHandler } from '@wecom/callback'
import { required } from './settings'
import { WelcomeService } from './welcome.service'

@Injectable()
export class CallbackService {
  readonly handle: (request: Request) => Promise<Response>

  constructor(welcome: WelcomeService) {
    this.handle = createCallbackHandler({
      token: required('WECOM_CALLBACK_TOKEN'),
      encodingAesKey: required('WECOM_CALLBACK_KEY'),
      receiveIds: [required('WECOM_CORP_ID')],
      on: { add_external_contact: (event) => welcome.greet(event.welcome) },
      onEvent: ({ ChangeType, InfoType }) => console.log('no handler for', ChangeType ?? InfoType),
    })
  }
}
