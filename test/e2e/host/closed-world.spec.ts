import { expect, openPage, test } from '../fixtures.ts'
import { PROOFS } from './proofs.ts'

test('the page is a closed world: nothing leaves it, nothing enters it', async ({ start }) => {
  // Not the `app` of the fixtures, which watches for requests: here the page is made to try.
  const app = await start()
  const page = await openPage(app)
  for (const [name, proof] of Object.entries(PROOFS)) {
    await test.step(name, async () => expect.soft(await proof({ app, page }), name).toEqual([]))
  }
})
