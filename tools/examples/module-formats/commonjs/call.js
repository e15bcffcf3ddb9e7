const { listFollowUsers } = require('@wecom/contacts')
const { createClient } = require('@wecom/core')
const { createFakeCorp } = require('@wecom/mock')
const { listen } = require('@wecom/mock/server')

async function main() {
  const corp = createFakeCorp()
  const server = await listen(corp)
  const client = createClient({ token: corp.token, baseUrl: server.url })
  const { follow_user } = await listFollowUsers(client)
  console.log(follow_user.join())
  await server.close()
}

void main()
