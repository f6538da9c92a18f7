import { configDefaults, defineConfig } from 'vitest/config'

/** Screens drawn in a browser over a core in memory: minutes of axe in five looks. `npm run test:long` runs them. */
export const BROWSER_TESTS = ['test/renderer/**/{*screens,*-screen,gallery}.test.ts']

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, ...BROWSER_TESTS],
    // A third of the time went into loading the same modules again for each file; what a file replaces, it puts back.
    isolate: false,
    // Left to itself, vitest keeps a core free.
    maxWorkers: '100%',
    // Laws run many histories on machines that may be busy with something else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
