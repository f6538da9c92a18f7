import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  // Specs about the stand-in itself say nothing where Electron is there.
  testIgnore: ['**/screenshots/**', ...(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ? [] : ['**/standin-*.spec.ts'])],
  outputDir: 'test-results',
  timeout: 60_000,
  // A worker starts, reads and writes before some answers come, on machines that may be busy with something else.
  expect: { timeout: 20_000 },
  workers: 2,
  retries: 0,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
