import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** Pictures of the documentation: `npm run screenshots`. */
export default defineConfig({ ...base, testDir: 'test/e2e/screenshots', testIgnore: [], timeout: 300_000 })
