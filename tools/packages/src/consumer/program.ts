// A user's program. It is copied into an empty project and runs there, on the installed packages.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { getContact, listContactIds, listFollowUsers } from '@wecom/contacts'
import { corpToken, createClient, isWeComError } from '@wecom/core'

const mock = spawn('node_modules/.bin/wecom-mock', {
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32',
})
try {
  const [line] = (await once(createInterface(mock.stdout), 'line')) as [string]
  const { url, corpId, secret } = JSON.parse(line) as { url: string; corpId: string; secret: string }
  const client = createClient({ token: corpToken({ corpId, secret }), baseUrl: url })

  const { follow_user } = await listFollowUsers(client)
  const [userid = assert.fail('no member has customers')] = follow_user
  const { external_userid } = await listContactIds(client, { userid })
  const [id = assert.fail('the first member has no customers')] = external_userid
  const { external_contact } = await getContact(client, { external_userid: id })
  assert.equal(external_contact.external_userid, id)
  await assert.rejects(
    getContact(client, { external_userid: 'nobody' }),
    (error) => isWeComError(error) && error.kind === 'api',
  )
} finally {
  mock.kill()
}
