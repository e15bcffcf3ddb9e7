import { DatabaseSync } from 'node:sqlite'
import { settings } from './settings.ts'

// The tables are yours to read: any SQLite client will do.
const database = new DatabaseSync(settings.database, { readOnly: true })
const rows = database.prepare('select userid, count(*) as customers from wecom_live_follows group by userid').all()
database.close()

for (const { userid, customers } of rows) console.log(userid, customers)
