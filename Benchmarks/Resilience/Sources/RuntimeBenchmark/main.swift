// Run by Benchmarks/run.sh: 10,000 connections on the machine's own clock, and what calls cost.

await Calls.messages()
await Calls.requests()
await Lateness().run()
