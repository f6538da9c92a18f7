import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/real/**/*.real.ts'], testTimeout: 600_000, hookTimeout: 600_000, maxWorkers: '100%' },
})
