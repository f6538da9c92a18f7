import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Laws run many histories on machines that may be busy with something else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
