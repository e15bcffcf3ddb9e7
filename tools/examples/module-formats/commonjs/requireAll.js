// Requires the entries that the command line names.
const entries = process.argv.slice(2)
for (const entry of entries) require(entry)
console.log(entries.length, 'entries')
