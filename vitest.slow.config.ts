import { defineConfig } from 'vitest/config';

/** Campaigns in both browsers, which take minutes: every era's page, what happens at once. Not part of `npm test`. */
export default defineConfig({ test: { include: ['test/**/*.slow.test.ts'], maxWorkers: 1, testTimeout: 30_000 } });
