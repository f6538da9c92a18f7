import { defineConfig } from 'vitest/config'
import { BROWSER_TESTS } from './vitest.config.ts'

export default defineConfig({
  test: { include: BROWSER_TESTS, testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
})
